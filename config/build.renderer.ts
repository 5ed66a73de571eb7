// The windows: one page per kind of window, one chunk per panel. The content security policy allows
// neither inline scripts nor inline styles, so nothing may be inlined here.
import react from '@vitejs/plugin-react';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vite';
import { nextDir, repoDir } from './places.ts';

const windowsDir = join(repoDir, 'renderer/windows');
const pages = readdirSync(windowsDir).map((name) => [name, join(windowsDir, name, 'index.html')] as const);

export default defineConfig({
  root: join(repoDir, 'renderer'),
  logLevel: 'warn',
  base: './',
  publicDir: join(repoDir, 'resources'),
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    outDir: join(nextDir, 'renderer'),
    emptyOutDir: true,
    target: 'chrome130',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    cssCodeSplit: true,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
    rolldownOptions: { input: Object.fromEntries(pages) },
  },
});
