// The app as a process of its own, started again when it crashes.
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { endChild, exitOf, spawnWithParent, tailOf, type Exit } from './children.ts';
import { electronCommand, lentToApp } from './runtime.ts';

/** What to spawn, before the app's own flags. */
export type Program = { readonly command: string; readonly args: readonly string[] };

export type AppRequest = {
  readonly profile: string;
  readonly siteFile?: string;
  readonly province?: string;
  readonly backendUrl?: string;
  readonly pack?: string;
  readonly windowed?: boolean;
  /** Where to appear: `env` of startHeads(). */
  readonly env?: Readonly<Record<string, string>>;
  readonly flags?: readonly string[];
  /** In place of what is built here: the packed app, see `packedApp()`. */
  readonly program?: Program;
  /** Opens a debugging port: for tests, never for a room. */
  readonly debugging?: boolean;
  /** Starts it again when it crashes, as `npm start` does. */
  readonly supervised?: boolean;
  readonly onRestart?: (exit: Exit) => void;
};

export type App = {
  readonly profile: string;
  /** Of the Electron that runs now; another one after a restart. */
  pid(): number;
  /** The time (epoch ms) of the last spawn. */
  startedAt(): number;
  restarts(): number;
  /** `ws://…` for Playwright's chromium.connectOverCDP; of the present process, so ask again after a restart. */
  devtools(): Promise<string>;
  /** The last lines that it wrote. */
  log(): string;
  kill(signal?: NodeJS.Signals): void;
  /** Settles when it has ended for good: a clean exit, or one that no restart can help. */
  readonly ended: Promise<Exit>;
  stop(): Promise<void>;
};

/** More crashes than this within the window, and only time helps: a driver that returns, a disk that is emptied. */
const quickRestarts = 5;
const restartWindowMs = 60_000;
const slowRestartMs = 30_000;
/** The app's own word for a wrong site file. */
const exitWrongConfig = 2;

async function builtApp(): Promise<Program> {
  const { command, args, appDir } = await electronCommand();
  return { command, args: [...args, appDir] };
}

export async function startApp(request: AppRequest): Promise<App> {
  const { command, args } = request.program ?? (await builtApp());
  // A shipped build opens no debugging port unless its owner allows it.
  const env = { ...request.env, ...(request.debugging === true ? { TOAN_CANH_ALLOW_DEBUGGING: '1' } : {}) };
  const startOne = (): Running => runOnce({ command, args: [...args, ...appFlags(request)], env });

  let running = startOne();
  let stopping = false;
  let askToStop = (): void => undefined;
  const stopAsked = new Promise<void>((ask) => (askToStop = ask));
  const crashes: number[] = [];

  /** A wall is never given up: it is dark until somebody comes, and nobody may come before the morning. */
  async function supervise(): Promise<Exit> {
    for (;;) {
      const exit = await running.ended;
      const crashed = exit.code !== 0 && exit.code !== exitWrongConfig;
      if (stopping || !crashed || request.supervised !== true) return exit;
      crashes.push(Date.now());
      request.onRestart?.(exit);
      const recent = crashes.filter((at) => Date.now() - at < restartWindowMs).length;
      if (recent > quickRestarts)
        await Promise.race([wait(slowRestartMs, undefined, { ref: false }), stopAsked]);
      if (stopping) return exit;
      running = startOne();
    }
  }

  return {
    profile: request.profile,
    pid: () => running.child.pid ?? 0,
    startedAt: () => running.startedAt,
    restarts: () => crashes.length,
    devtools: () => running.devtools,
    log: () => running.log(),
    kill: (signal = 'SIGKILL') => void running.child.kill(signal),
    ended: supervise(),
    stop() {
      stopping = true;
      askToStop();
      return endChild(running.child);
    },
  };
}

function appFlags(request: AppRequest): string[] {
  const valued = (name: string, value: string | undefined): string[] =>
    value === undefined ? [] : [name, value];
  return [
    ...valued('--profile', request.profile),
    ...valued('--site', request.siteFile === undefined ? undefined : lentToApp(resolve(request.siteFile))),
    ...valued('--province', request.province),
    ...valued('--backend', request.backendUrl),
    ...valued('--pack', request.pack === undefined ? undefined : lentToApp(resolve(request.pack))),
    ...(request.windowed === true ? ['--windowed'] : []),
    ...(request.debugging === true ? ['--remote-debugging-port=0'] : []),
    ...(request.flags ?? []),
  ];
}

type Running = ReturnType<typeof runOnce>;

function runOnce(request: Program & { readonly env: Readonly<Record<string, string>> }) {
  const startedAt = Date.now();
  const child = spawnWithParent(request);
  const outLog = tailOf(child.stdout);
  const errorLog = tailOf(child.stderr);
  const log = (): string => `${outLog()}${errorLog()}`;
  const ended = exitOf(child);
  const devtools = new Promise<string>((found, lost) => {
    child.stderr?.on('data', () => {
      const url = /DevTools listening on (ws:\/\/\S+)\s/.exec(errorLog())?.[1];
      if (url !== undefined) found(url);
    });
    void ended.then(() => lost(new Error(`Electron ended before it listened:\n${log()}`)));
  });
  devtools.catch(() => undefined); // nobody may be asking
  return { child, startedAt, ended, devtools, log };
}
