// The shell (Electron main) and the core (utility process): two ESM files for Node 20 (Electron 33) and newer.
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { defineConfig } from 'vite';
import { nextDir, repoDir } from './places.ts';

export default defineConfig({
  root: repoDir,
  logLevel: 'warn',
  publicDir: false,
  // Bundling everything but Electron and the native drivers keeps the start to two file reads.
  ssr: { noExternal: true, external: ['electron', 'better-sqlite3', 'libsql'] },
  build: {
    ssr: true,
    outDir: join(nextDir, 'main'),
    emptyOutDir: true,
    target: 'node20',
    minify: true,
    reportCompressedSize: false,
    rolldownOptions: {
      input: { index: join(repoDir, 'main/index.ts'), core: join(repoDir, 'main/core.ts') },
      external: ['electron', 'better-sqlite3', 'libsql', /^node:/, ...builtinModules],
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
