// The reference backend as a process of its own.
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Grant } from '../domain/access/model.ts';
import { endChild, exitOf, spawnWithParent, tailOf, type Exit } from './children.ts';
import { repoDir } from './places.ts';

const Listening = z.object({ listening: z.string(), port: z.number() });

export function newToken(): string {
  return randomBytes(24).toString('base64url');
}

export type BackendRequest = {
  /** A province's id in config/provinces, or the path of its file. */
  readonly province: string;
  /** Kept by the caller: a backend started again on the same folder resumes. */
  readonly dataDir: string;
  readonly tokens: Readonly<Record<string, Grant>>;
  /** 0 (unless told) takes a free one. */
  readonly port?: number;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
};

export type Backend = {
  /** `ws://127.0.0.1:PORT/` */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  readonly ended: Promise<Exit>;
  /** The last lines that it wrote to stderr. */
  log(): string;
  kill(signal?: NodeJS.Signals): void;
  stop(): Promise<void>;
};

/** Resolves when the backend listens. To restart one, start it again with the same folder, tokens and port. */
export async function startBackend(request: BackendRequest): Promise<Backend> {
  mkdirSync(request.dataDir, { recursive: true, mode: 0o700 });
  const tokensFile = join(request.dataDir, 'tokens.json');
  writeFileSync(tokensFile, JSON.stringify(request.tokens), { mode: 0o600 });
  const flags = [
    '--port',
    String(request.port ?? 0),
    '--data',
    request.dataDir,
    '--province',
    request.province,
  ];
  const child = spawnWithParent({
    command: process.execPath,
    args: [join(repoDir, 'backend', 'index.ts'), ...flags, '--tokens', tokensFile, ...(request.args ?? [])],
    ...(request.env === undefined ? {} : { env: request.env }),
  });
  const log = tailOf(child.stderr);
  const ended = exitOf(child);
  const listening = new Promise<z.infer<typeof Listening>>((found) => {
    if (child.stdout === null) return;
    createInterface(child.stdout).on('line', (line) => {
      const told = line.startsWith('{') ? Listening.safeParse(JSON.parse(line)) : undefined;
      if (told?.success === true) found(told.data);
    });
  });
  const first = await Promise.race([listening, ended]);
  if (!('port' in first))
    throw new Error(`Máy chủ mẫu không khởi động được / the backend did not start:\n${log()}`);
  return {
    url: first.listening,
    port: first.port,
    pid: child.pid ?? 0,
    ended,
    log,
    kill: (signal = 'SIGKILL') => void child.kill(signal),
    stop: () => endChild(child),
  };
}
