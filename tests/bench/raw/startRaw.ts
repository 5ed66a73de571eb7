// Starts the comparison app on the same runtime, as the same user, as the product.
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { endChild, spawnWithParent } from '../../../config/children.ts';
import { profileDir, runtime, writeForApp } from '../../../config/runtime.ts';
import type { Stage } from '../harness/stage.ts';

/** Where the figure looks: as the product's own handle, as far as the bench needs it. */
export type RawApp = {
  pid(): number;
  startedAt(): number;
  devtools(): Promise<string>;
  log(): string;
  stop(): Promise<void>;
};

const files = [
  ...['package.json', 'main.js', 'blank.html', 'values.html', 'values.css', 'values.js'],
  ...['videos.html', 'videos.css', 'videos.js'],
];

function stageApp(still: string | undefined): string {
  const folder = profileDir('bench-raw');
  if (still !== undefined) writeForApp(join(folder, 'still.html'), still);
  for (const name of files)
    writeForApp(join(folder, name), readFileSync(new URL(name, import.meta.url), 'utf8'));
  return folder;
}

export type RawRequest = {
  readonly windows: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly url?: string;
  /** What stands in the windows; blank unless told. */
  readonly page?: 'values.html' | 'videos.html';
  /** The text of a page that stands in them instead. */
  readonly still?: string;
  readonly env: Readonly<Record<string, string>>;
};

/** Windows fed by raw sockets or with videos from `url`, or blank windows. */
export function startRaw(stage: Stage, request: RawRequest): RawApp {
  const { windows, widthPx, heightPx, url, still } = request;
  const folder = stageApp(still);
  stage.later(() => rm(folder, { recursive: true, force: true }));
  const startedAt = Date.now();
  const page = still === undefined ? request.page : 'still.html';
  const size = ['--windows', String(windows), '--width', String(widthPx), '--height', String(heightPx)];
  const flags = [...size, '--profile', join(folder, 'profile'), ...(url === undefined ? [] : ['--url', url])];
  if (page !== undefined) flags.push('--page', page);
  const child = spawnWithParent({
    command: runtime().command,
    args: [folder, ...flags, '--remote-debugging-port=0'],
    env: request.env,
  });
  const stop = (): Promise<void> => endChild(child);
  stage.later(stop);
  child.stdout?.resume();
  let said = '';
  const devtools = new Promise<string>((found, lost) => {
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const url = /DevTools listening on (ws:\/\/\S+)\s/.exec(said)?.[1];
      if (url !== undefined) found(url);
    });
    child.once('exit', () => lost(new Error(`the comparison app ended:\n${said}`)));
  });
  devtools.catch(() => undefined); // nobody may be asking
  return {
    pid: () => child.pid ?? 0,
    startedAt: () => startedAt,
    devtools: () => devtools,
    log: () => said,
    stop,
  };
}
