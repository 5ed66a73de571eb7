import { defineConfig } from 'vitest/config';
import { repoDir } from './places.ts';

export default defineConfig({
  root: repoDir,
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          root: repoDir,
          include: [
            '{domain,main,preload,renderer,backend,config}/**/*.test.{ts,tsx}',
            'tests/{support,bench}/**/*.test.ts',
          ],
          // Style sheets are emptied in tests, but for the one whose contrasts are proved.
          css: { include: [/tokens\.css/] },
          testTimeout: 10_000,
        },
      },
      {
        test: {
          name: 'flow',
          root: repoDir,
          include: ['tests/{contract,flow}/**/*.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        // Needs `npm run pack` before it, so it is run by itself.
        test: {
          name: 'packaging',
          root: repoDir,
          include: ['tests/packaging/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
