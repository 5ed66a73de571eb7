// End to end, in real Electron on real X heads. One worker: each test owns the two cores of the machine.
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { repoDir } from './places.ts';

export default defineConfig({
  testDir: join(repoDir, 'tests', 'e2e'),
  outputDir: join(repoDir, 'test-results'),
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
});
