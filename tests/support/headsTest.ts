// Playwright's `test` with screens and no app yet: for stories of how the app is started.
import { test as base } from '@playwright/test';
import { startHeads, type Heads } from './heads.ts';

/** Two heads for the tests of a file: the console's and a wall's. */
export const test = base.extend<object, { heads: Heads }>({
  heads: [
    async ({}, use) => {
      const heads = await startHeads({ count: 2 });
      await use(heads);
      await heads.stop();
    },
    { scope: 'worker' },
  ],
});
