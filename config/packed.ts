// The packed app, for whoever must run what is shipped.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ensureBuilt } from './build.ts';
import { packedDir, repoDir } from './places.ts';
import { asAppUser, lentToApp, runtime } from './runtime.ts';

/** Says what the packed folder was made of. */
export const packedNote = join(dirname(packedDir), 'packed.txt');

/** Names what a package made now would hold. */
export async function packedContent(): Promise<string> {
  const hash = createHash('sha256').update(await ensureBuilt());
  for (const file of ['electron-builder.yml', 'package.json', 'config/pack.ts']) {
    hash.update(readFileSync(join(repoDir, file)));
  }
  return hash.update(runtime().version).digest('hex');
}

/** The shipped app as a program (Linux); packed first when anything in it changed. */
export async function packedApp(): Promise<{ readonly command: string; readonly args: readonly string[] }> {
  const packed = existsSync(packedNote) ? readFileSync(packedNote, 'utf8') : undefined;
  if (packed !== (await packedContent())) pack();
  return asAppUser(join(lentToApp(packedDir), 'toan-canh'));
}

/** In a process of its own: the packager talks on stdout, which may belong to somebody else here. */
function pack(): void {
  const file = join(repoDir, 'config', 'pack.ts');
  const { status } = spawnSync(process.execPath, [file, '--only-folder'], { stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error('Không đóng gói được / packing failed');
}
