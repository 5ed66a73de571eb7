// End to end, in real Electron on real X heads.
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { repoDir } from './places.ts';

/**
 * In these something dies, hangs, comes or goes, or pictures move, and how soon the wall shows it is the story, or the whole
 * network is asked: each has the machine to itself. In the others somebody works at a desk, and two rooms stand side by side.
 */
const alone = [
  'camera-found',
  'camera-tiles',
  'camera-truth',
  'cameras',
  'editor',
  'hold',
  'hotplug',
  'hotplug-eight',
  'legibility',
  'process-dies',
  'province-lost',
  'screens',
  'starts-again',
  'starts-by-one-command',
  'wall-comes-up',
  'web-page',
  'window-loops',
  'window-renewed',
].map((name) => `**/${name}.spec.ts`);

export default defineConfig({
  testDir: join(repoDir, 'tests', 'e2e'),
  outputDir: join(repoDir, 'test-results'),
  workers: 2,
  projects: [
    { name: 'desks', testIgnore: alone },
    { name: 'alone', testMatch: alone, workers: 1 },
  ],
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
});
