import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const repoDir = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** Where the three builds write: a folder beside `out`, which replaces it when all three are done. */
export const nextDir = join(repoDir, 'node_modules', '.cache', 'toan-canh', `out-${process.pid}`);

/** Where `npm run pack` leaves the app as a folder. */
export const packedDir = join(repoDir, 'dist', 'linux-unpacked');
