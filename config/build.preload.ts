// A sandboxed preload must be one CommonJS file; only `electron` can be required in it.
import { join } from 'node:path';
import { defineConfig } from 'vite';
import { nextDir, repoDir } from './places.ts';

export default defineConfig({
  root: repoDir,
  logLevel: 'warn',
  publicDir: false,
  build: {
    outDir: join(nextDir, 'preload'),
    emptyOutDir: true,
    target: 'chrome130',
    minify: true,
    reportCompressedSize: false,
    lib: { entry: join(repoDir, 'preload/index.ts'), formats: ['cjs'], fileName: () => 'index.cjs' },
    rolldownOptions: { external: ['electron'], output: { codeSplitting: false } },
  },
});
