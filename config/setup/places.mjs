// Where things are kept. As root the cache must be one that an ordinary user can read:
// Electron runs as that user, and root's home (or a clone inside it) is closed to it.
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const repoDir = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
export const isRoot = process.getuid?.() === 0;
export const onLinux = process.platform === 'linux';

export const cacheDir =
  process.env.TOAN_CANH_CACHE ??
  (isRoot
    ? '/var/cache/toan-canh'
    : join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'toan-canh'));

/** What the set-up found out about this machine; config/runtime.ts reads it. */
export const runtimeNote = join(repoDir, 'node_modules', '.cache', 'toan-canh', 'runtime.json');

/** The Node that every tool of this repository runs on, whatever the machine has. */
export const nodeBinary = join(
  repoDir,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);
