import { defineConfig } from 'vitest/config';
import { repoDir } from './places.ts';

/** Sockets, processes and encoders come up in these; a busy machine takes its time. */
const patient = { hookTimeout: 60_000, expect: { poll: { timeout: 10_000 } } };

/** These ask every camera of the machine's networks, and would find each other's. */
const asksTheNetwork = ['camera-is-found-and-edited', 'camera-speaks-onvif'].map(
  (name) => `tests/flow/${name}.test.ts`,
);

export default defineConfig({
  root: repoDir,
  test: {
    // Vitest leaves a core free for whoever watches; here nobody does.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          root: repoDir,
          include: [
            '{domain,main,preload,renderer,backend,config}/**/*.test.{ts,tsx}',
            'tests/{support,bench,soak}/**/*.test.ts',
          ],
          // Style sheets are emptied in tests, but for the one whose contrasts are proved.
          css: { include: [/tokens\.css/] },
          testTimeout: 10_000,
          // One process for many files: what a test leaves behind in a module fails its neighbour, as it should.
          isolate: false,
        },
      },
      {
        test: {
          name: 'flow',
          root: repoDir,
          include: ['tests/{contract,flow}/**/*.test.ts'],
          exclude: asksTheNetwork,
          testTimeout: 30_000,
          ...patient,
        },
      },
      {
        test: {
          name: 'network',
          root: repoDir,
          include: asksTheNetwork,
          testTimeout: 30_000,
          ...patient,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
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
