// The Electron of this machine, as found by config/setup.mjs, for everything that starts the app.
import { createHash, randomBytes } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  lchownSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { chmod, cp, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { ensureBuilt } from './build.ts';
import { repoDir } from './places.ts';

const RuntimeNote = z.object({
  command: z.string(),
  binary: z.string(),
  version: z.string(),
  kind: z.enum(['official', 'registry']),
  label: z.string(),
  user: z.object({ name: z.string(), uid: z.number(), gid: z.number(), home: z.string() }).nullable(),
  cacheDir: z.string(),
});
export type Runtime = z.infer<typeof RuntimeNote>;

const noteFile = join(repoDir, 'node_modules', '.cache', 'toan-canh', 'runtime.json');
const keptStages = 3;

export function runtime(): Runtime {
  if (!existsSync(noteFile)) {
    throw new Error(
      'Chưa chuẩn bị Electron: chạy `npm start` hoặc `npm test` một lần / run `npm start` once.',
    );
  }
  return RuntimeNote.parse(JSON.parse(readFileSync(noteFile, 'utf8')));
}

export type ElectronCommand = {
  readonly command: string;
  readonly args: readonly string[];
  /** The folder that Electron is given as its app: built, and readable by the user it runs as. */
  readonly appDir: string;
  readonly label: string;
};

/** Spawn `command` with `[...args, appDir, ...flags]`. Builds first when the sources changed. */
export async function electronCommand(): Promise<ElectronCommand> {
  const { command, label } = runtime();
  return { command, args: [], appDir: await stagedApp(await ensureBuilt()), label };
}

/** A fresh folder that the app can write; the caller removes it. */
export function profileDir(name: string): string {
  const { user } = runtime();
  const parent = user === null ? tmpdir() : join(user.home, 'profiles');
  return ownFolder(join(parent, `toan-canh-${name}-${process.pid}-${randomBytes(3).toString('hex')}`));
}

/** A folder that `npm start` keeps between runs: the last wall is in it. */
export function keptDir(name: string): string {
  const { user } = runtime();
  const parent = user === null ? dataHome() : user.home;
  return ownFolder(join(ownFolder(join(parent, 'kept')), name));
}

/** Writes a file that only the user Electron runs as (and root) can read. */
export function writeForApp(path: string, content: string | Uint8Array): void {
  // The folder is the app's own: never follow what it may have put there.
  rmSync(path, { force: true });
  writeFileSync(path, content, { mode: 0o600, flag: 'wx' });
  giveToApp(path);
}

/** The path of a file or folder itself, or of a copy when the user that Electron runs as may not read it where it is. */
export function lentToApp(path: string): string {
  const { user } = runtime();
  if (user === null) return path;
  const asUser = [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--init-groups', 'test', '-r', path];
  if (spawnSync('setpriv', asUser).status === 0) return path;
  const { size, mtimeMs } = statSync(path);
  const name = createHash('sha256').update(`${path} ${size} ${mtimeMs}`).digest('hex').slice(0, 12);
  const copy = join(ownFolder(join(user.home, 'lent')), `${name}-${basename(path)}`);
  if (!existsSync(copy)) cpSync(path, copy, { recursive: true });
  spawnSync('chown', ['-R', `${user.uid}:${user.gid}`, copy]);
  return copy;
}

/** How to run another program (such as the packed app) as the user that Electron runs as. */
export function asAppUser(program: string): { command: string; args: readonly string[] } {
  const { user } = runtime();
  if (user === null) return { command: program, args: [] };
  const identity = [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--init-groups', '--pdeathsig', 'SIGTERM'];
  const places = [
    'env',
    '-u',
    'XDG_RUNTIME_DIR',
    '-u',
    'DBUS_SESSION_BUS_ADDRESS',
    `HOME=${user.home}`,
    `TMPDIR=${user.home}/tmp`,
  ];
  return { command: 'setpriv', args: [...identity, ...places, program] };
}

function giveToApp(path: string): void {
  const { user } = runtime();
  if (user !== null) lchownSync(path, user.uid, user.gid);
}

/** Makes a folder of the app's own, which its user can write. */
export function ownFolder(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  giveToApp(folder);
  return folder;
}

function dataHome(): string {
  if (process.platform === 'win32') return join(process.env['LOCALAPPDATA'] ?? homedir(), 'toan-canh');
  return join(process.env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'toan-canh');
}

/** As root a clone may lie where the app's user cannot look: it gets a copy of what a package would hold. */
async function stagedApp(buildHash: string): Promise<string> {
  const { user, cacheDir } = runtime();
  if (user === null) return repoDir;
  const checkout = createHash('sha256').update(repoDir).digest('hex').slice(0, 8);
  const parent = join(cacheDir, 'apps');
  const stage = join(parent, `${checkout}-${buildHash.slice(0, 12)}`);
  if (existsSync(stage)) return stage;
  const unfinished = `${stage}.${process.pid}`;
  mkdirSync(join(unfinished, 'node_modules'), { recursive: true });
  const content = ['out', join('config', 'sites'), join('config', 'provinces'), ...sqliteFiles()];
  await Promise.all(
    content.map((path) => cp(join(repoDir, path), join(unfinished, path), { recursive: true })),
  );
  await writeFile(join(unfinished, 'package.json'), JSON.stringify(manifest()));
  for (const folder of [parent, unfinished]) await chmod(folder, 0o755);
  try {
    renameSync(unfinished, stage);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(stage)) throw error; // another start was quicker
  }
  forgetOldStages(parent, checkout);
  return stage;
}

const Manifest = z.object({
  name: z.string(),
  productName: z.string(),
  version: z.string(),
  type: z.string(),
  main: z.string(),
});

/** What Electron reads of package.json. */
export function manifest(): z.infer<typeof Manifest> {
  return Manifest.parse(JSON.parse(readFileSync(join(repoDir, 'package.json'), 'utf8')));
}

/** The two SQLite drivers: what main/core.js loads at run time instead of carrying it. */
export function sqliteFiles(): string[] {
  const libc = join('node_modules', '@libsql');
  const platform = `${process.platform}-${process.arch}`;
  return [
    join('node_modules', 'better-sqlite3', 'package.json'),
    join('node_modules', 'better-sqlite3', 'lib'),
    join('node_modules', 'better-sqlite3', 'prebuilds', `${platform}.node`),
    join('node_modules', 'libsql'),
    join('node_modules', '@neon-rs'),
    join('node_modules', 'detect-libc'),
    ...(existsSync(join(repoDir, libc)) ? readdirSync(join(repoDir, libc)) : [])
      .filter((name) => name.startsWith(platform))
      .map((name) => join(libc, name)),
  ].filter((path) => existsSync(join(repoDir, path)));
}

function forgetOldStages(parent: string, checkout: string): void {
  const ours = readdirSync(parent)
    .filter((name) => name.startsWith(`${checkout}-`))
    .map((name) => ({ path: join(parent, name), at: statSync(join(parent, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at);
  for (const { path } of ours.slice(keptStages)) rmSync(path, { recursive: true, force: true });
}
