// Starting and ending other programs, so that none is left behind.
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

export type Exit = { readonly code: number | null; readonly signal: NodeJS.Signals | null };

export type SpawnRequest = {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
};

/** Should this process be killed, the kernel ends the child too (Linux). Standard output and error are pipes. */
export function spawnWithParent({ command, args, env = {} }: SpawnRequest): ChildProcess {
  const linux = process.platform === 'linux';
  return spawn(linux ? 'setpriv' : command, linux ? ['--pdeathsig', 'SIGTERM', command, ...args] : args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
}

export function exitOf(child: ChildProcess): Promise<Exit> {
  if (child.exitCode !== null || child.signalCode !== null) {
    return Promise.resolve({ code: child.exitCode, signal: child.signalCode });
  }
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
    child.once('error', () => resolve({ code: 127, signal: null }));
  });
}

/** Asks a child to end, then ends it and whatever it started. */
export async function endChild(child: ChildProcess, patienceMs = 5000): Promise<void> {
  const { pid } = child;
  if (pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const family = descendants(pid);
  const exit = exitOf(child);
  child.kill('SIGTERM');
  const inTime = await Promise.race([exit.then(() => true), wait(patienceMs, false, { ref: false })]);
  if (!inTime) {
    child.kill('SIGKILL');
    await exit;
  }
  await endAll(family);
}

async function endAll(pids: readonly number[]): Promise<void> {
  for (let tries = 0; tries < 20 && pids.some(isAlive); tries += 1) await wait(50);
  for (const pid of pids.filter(isAlive)) process.kill(pid, 'SIGKILL');
}

/** A process that has ended but was not yet collected by its parent is not alive. */
export function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

/** All processes below one, at this moment (Linux; elsewhere the system does not tell so simply). */
export function descendants(pid: number): number[] {
  if (process.platform !== 'linux') return [];
  const childrenOf = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = parentOf(name);
    if (parent !== undefined) childrenOf.set(parent, [...(childrenOf.get(parent) ?? []), Number(name)]);
  }
  const below = (id: number): number[] =>
    (childrenOf.get(id) ?? []).flatMap((child) => [child, ...below(child)]);
  return below(pid);
}

function parentOf(pid: string): number | undefined {
  try {
    const found = /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return found === undefined ? undefined : Number(found);
  } catch {
    return undefined; // it ended while we looked
  }
}

/** The last words of a stream; reading it also keeps its writer from blocking. */
export function tailOf(stream: NodeJS.ReadableStream | null): () => string {
  let words = '';
  stream?.on('data', (chunk: Buffer) => {
    const lines = chunk
      .toString()
      .split('\n')
      .filter((line) => !noise.test(line));
    words = (words + lines.join('\n')).slice(-20_000);
  });
  return () => words;
}

/** What Chromium says on a machine without a desktop session; it means nothing here. */
const noise = /bus\.cc|viz_main_impl\.cc|gpu_process_host|gles2_cmd_decoder|GetVSyncParametersIfAvailable/;
