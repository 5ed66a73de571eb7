// The parts of the running product, started the same way by `npm start`, the tests, the demonstration and the bench.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { Grant } from '../domain/access/model.ts';
import { endChild, exitOf, spawnWithParent, type Exit } from './children.ts';
import { repoDir } from './places.ts';
import { electronCommand, lentToApp, ownFolder, writeForApp } from './runtime.ts';

const SiteFace = z.looseObject({
  province: z.string(),
  wallId: z.string(),
  backend: z.looseObject({ url: z.string(), caFile: z.string().optional() }),
  map: z.looseObject({ pack: z.string().optional() }).optional(),
  cameras: z.record(z.string(), z.unknown()).optional(),
});
const ProvinceFace = z.looseObject({
  unit: z.string(),
  cameras: z.array(z.looseObject({ id: z.string() })),
});
const Listening = z.object({ listening: z.string(), port: z.number() });

export const remoteSiteFile = join(repoDir, 'config', 'sites', 'remote.json');
export const demoSiteFile = join(repoDir, 'config', 'sites', 'demo.json');

export function readSite(file: string): z.infer<typeof SiteFace> {
  return readJson(file, SiteFace);
}

/** A province's own file beside the site's folder comes before the one in the repository. */
export function provinceFileOf(id: string, siteFile: string = demoSiteFile): string {
  const own = resolve(dirname(siteFile), '..', 'provinces', `${id}.json`);
  return existsSync(own) ? own : join(repoDir, 'config', 'provinces', `${id}.json`);
}

export function readProvince(id: string, siteFile: string = demoSiteFile): z.infer<typeof ProvinceFace> {
  return readJson(provinceFileOf(id, siteFile), ProvinceFace);
}

function readJson<T>(file: string, schema: z.ZodType<T>): T {
  const read = schema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!read.success) throw new Error(`${file}:\n${z.prettifyError(read.error)}`);
  return read.data;
}

export function newToken(): string {
  return randomBytes(24).toString('base64url');
}

// ——— the reference backend

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

// ——— what the app is given

export type SiteRequest = {
  /** A site file; without one, the demonstration room. */
  readonly siteFile?: string;
  readonly profile: string;
  /** In place of the site's own province. */
  readonly province?: string;
  readonly backendUrl?: string;
  /** Addresses by camera id; they replace those of the file. */
  readonly cameras?: Readonly<Record<string, string>>;
  /** Further changes to the file's own text, such as other displays. */
  readonly change?: (site: Record<string, unknown>) => void;
};

/** Writes a copy of the site file and its province into the profile, with this run's addresses, readable by the app's user. */
export function writeSite(request: SiteRequest): string {
  const source = resolve(request.siteFile ?? demoSiteFile);
  const site = readSite(source);
  const besideSource = (path: string): string => lentToApp(resolve(dirname(source), path));
  if (request.backendUrl !== undefined) site.backend.url = request.backendUrl;
  if (site.backend.caFile !== undefined) site.backend.caFile = besideSource(site.backend.caFile);
  if (site.map?.pack !== undefined) site.map.pack = besideSource(site.map.pack);
  if (request.cameras !== undefined) {
    site.cameras = Object.fromEntries(
      Object.entries(request.cameras).map(([id, url]) => [id, { kind: 'rtsp', main: url }]),
    );
  }
  request.change?.(site);
  // The province's own file goes along: the app looks for it beside the folder of its site file.
  const room = ownFolder(join(request.profile, 'room'));
  const file = join(ownFolder(join(room, 'sites')), 'site.json');
  const provinces = ownFolder(join(room, 'provinces'));
  writeForApp(file, JSON.stringify(site, undefined, 2));
  const province = request.province ?? site.province;
  const content = provinceFileOf(province, source);
  if (existsSync(content)) writeForApp(join(provinces, `${province}.json`), readFileSync(content, 'utf8'));
  bringDocuments(content.replace(/\.json$/, ''), join(provinces, province));
  return file;
}

/** The files that a province brings with its content lie in a folder beside its own file. */
function bringDocuments(from: string, to: string): void {
  if (!existsSync(from)) return;
  ownFolder(to);
  for (const name of readdirSync(from)) writeForApp(join(to, name), readFileSync(join(from, name)));
}

export type Secrets = {
  readonly backendToken?: string;
  readonly cameras?: Readonly<Record<string, { readonly user: string; readonly password: string }>>;
};

/** The app takes these into its vault at the next start and deletes the file. */
export function writeSecrets(profile: string, secrets: Secrets): void {
  const { backendToken, cameras = {} } = secrets;
  const named = Object.entries(cameras).map(([id, { user, password }]) => [
    `camera.${id}`,
    `${user}:${password}`,
  ]);
  const token = backendToken === undefined ? [] : [['backend.token', backendToken]];
  writeForApp(join(profile, 'secrets.json'), JSON.stringify(Object.fromEntries([...token, ...named])));
}

// ——— the app

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

/** The last words of a stream; reading it also keeps its writer from blocking. */
function tailOf(stream: NodeJS.ReadableStream | null): () => string {
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
