// The reference backend as its own process, on a folder of its own; it can be killed and started again.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CONSOLE, grants, post } from './backendRoom.ts';
import type { Ingest } from '../../domain/contract/wire.ts';

export type BackendProcess = {
  readonly url: string;
  readonly token: string;
  /** Brings facts and readings, as a province's own systems do. */
  bring(...items: Ingest['items']): Promise<void>;
  kill(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
};

const index = join(import.meta.dirname, '../../backend/index.ts');

/** Starts a backend without a sample feed: it tells only what the test brings. */
export async function startBackendProcess(): Promise<BackendProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'backend-'));
  const tokens = join(folder, 'tokens.json');
  writeFileSync(tokens, JSON.stringify(grants), { mode: 0o600 });
  let running = await start(folder, tokens, 0);
  const { port } = running;

  async function kill(): Promise<void> {
    const { child } = running;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((done) => child.once('exit', done));
    child.kill('SIGKILL');
    await ended;
  }

  return {
    url: `ws://127.0.0.1:${port}/`,
    token: CONSOLE,
    async bring(...items) {
      const { status, body } = await post(port, JSON.stringify({ items }));
      if (status >= 300) throw new Error(`not taken: ${status} ${JSON.stringify(body)}`);
    },
    kill,
    async restart() {
      running = await start(folder, tokens, port);
    },
    async stop() {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function start(
  folder: string,
  tokens: string,
  port: number,
): Promise<{ readonly child: ChildProcess; readonly port: number }> {
  const args = ['--data', folder, '--tokens', tokens, '--port', String(port), '--pace', '0'];
  const child = spawn(process.execPath, [index, ...args], { stdio: ['ignore', 'pipe', 'ignore'] });
  const line = await new Promise<string>((said, failed) => {
    child.stdout.once('data', (data: Buffer) => said(data.toString()));
    child.once('exit', (code) => failed(new Error(`the backend ended with ${code}`)));
  });
  const { port: opened }: { readonly port: number } = JSON.parse(line);
  return { child, port: opened };
}
