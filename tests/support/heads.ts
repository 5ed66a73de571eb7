// An X server with N real heads, for a machine without screens: the first for the console, the rest a wall.
import { spawn, type ChildProcess } from 'node:child_process';
import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { nameScreens } from './screenNames.ts';

const run = promisify(execFile);
const mostHeads = 16;

export type Heads = {
  /** Such as `:7`. */
  readonly display: string;
  /** What a program needs in its environment to appear on these heads. */
  readonly env: Readonly<Record<string, string>>;
  readonly places: readonly { readonly x: number; readonly y: number }[];
  /** At its own place and resolution, unless told otherwise. */
  plug(head: number, size?: Size): Promise<void>;
  unplug(head: number): Promise<void>;
  /** The screen on this head says that it is this one; `null`: it says nothing. */
  name(head: number, serial: string | null): void;
  /** The whole desktop as a PNG. */
  screenshot(file: string): Promise<void>;
  stop(): Promise<void>;
};

type Size = { readonly widthPx: number; readonly heightPx: number };
/** Every head has this one beside its own: a screen of another make. */
export const OTHER_SIZE = { widthPx: 1_280, heightPx: 720 } as const;

export type HeadsRequest = {
  readonly count: number;
  readonly widthPx?: number;
  readonly heightPx?: number;
  /** Serials of the screens on the heads, from the first on; without them they say nothing of themselves. */
  readonly names?: readonly string[];
};

export async function startHeads(request: HeadsRequest): Promise<Heads> {
  const { count, widthPx = 1920, heightPx = 1080, names = [] } = request;
  if (count < 1 || count > mostHeads) throw new Error(`1–${mostHeads} heads, not ${count}`);
  const folder = mkdtempSync(join(tmpdir(), 'toan-canh-heads-'));
  chmodSync(folder, 0o755);
  const screens = nameScreens(join(folder, 'screens'));
  names.forEach((serial, head) => screens.name(`DUMMY${head}`, serial));
  const places = placesOf(count, widthPx, heightPx);
  const config = join(folder, 'xorg.conf');
  writeFileSync(config, xorgConfig(places, widthPx, heightPx));

  const children: ChildProcess[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(children.map(end));
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const display = await startServer(config, folder, children);
    const path = `${screens.folder}:${process.env['PATH'] ?? '/usr/bin:/bin'}`;
    const env = { DISPLAY: display, XDG_SESSION_TYPE: 'x11', WAYLAND_DISPLAY: '', PATH: path };
    const xrandr = (...args: string[]): Promise<unknown> => run('xrandr', ['-display', display, ...args]);
    const plug = async (head: number, size: Size = { widthPx, heightPx }): Promise<void> => {
      const place = places[head] ?? { x: 0, y: 0 };
      await xrandr('--output', `DUMMY${head}`, '--mode', nameOf(size), '--pos', `${place.x}x${place.y}`);
    };
    for (let head = 0; head < count; head += 1) {
      for (const mode of new Set([nameOf({ widthPx, heightPx }), nameOf(OTHER_SIZE)])) {
        await xrandr('--addmode', `DUMMY${head}`, mode);
      }
      await plug(head);
    }
    await xrandr('--output', 'DUMMY0', '--primary');
    // A brand-new head stays unseen by programs until somebody asks once.
    await xrandr('--query');
    await startWindowManager(display, folder, children);
    return {
      display,
      env,
      places,
      plug,
      unplug: async (head) => void (await xrandr('--output', `DUMMY${head}`, '--off')),
      name: (head, serial) => screens.name(`DUMMY${head}`, serial),
      screenshot: async (file) => void (await run('import', ['-display', display, '-window', 'root', file])),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function nameOf({ widthPx, heightPx }: Size): string {
  return `${widthPx}x${heightPx}`;
}

/** The console at the left; the wall heads in a grid to its right, as they hang in the room. */
function placesOf(count: number, widthPx: number, heightPx: number): { x: number; y: number }[] {
  const walls = count - 1;
  const rows = walls <= 3 ? 1 : walls <= 8 ? 2 : 3;
  const columns = Math.max(1, Math.ceil(walls / rows));
  const grid = Array.from({ length: walls }, (_, wall) => ({
    x: widthPx * (1 + (wall % columns)),
    y: heightPx * Math.floor(wall / columns),
  }));
  return [{ x: 0, y: 0 }, ...grid];
}

function xorgConfig(places: readonly { x: number; y: number }[], widthPx: number, heightPx: number): string {
  // A mode larger than the whole desktop is none to the server.
  const width = Math.max(OTHER_SIZE.widthPx, ...places.map(({ x }) => x + widthPx));
  const height = Math.max(OTHER_SIZE.heightPx, ...places.map(({ y }) => y + heightPx));
  return `
Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "AutoEnableDevices" "false"
  Option "DontVTSwitch" "true"
  Option "BlankTime" "0"
  Option "StandbyTime" "0"
  Option "SuspendTime" "0"
  Option "OffTime" "0"
EndSection
Section "Device"
  Identifier "dummy"
  Driver "dummy"
  VideoRam 1048576
  DacSpeed 2000
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5.0-1000.0
  VertRefresh 5.0-200.0
  ${modeline(widthPx, heightPx)}
  ${widthPx === OTHER_SIZE.widthPx ? '' : modeline(OTHER_SIZE.widthPx, OTHER_SIZE.heightPx)}
EndSection
Section "Screen"
  Identifier "screen"
  Device "dummy"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Modes "${widthPx}x${heightPx}" "${nameOf(OTHER_SIZE)}"
    Virtual ${width} ${height}
  EndSubSection
EndSection
`;
}

/** 60 Hz with generous blanking; no real screen has to follow it. */
function modeline(widthPx: number, heightPx: number): string {
  const totalWidth = widthPx + 280;
  const totalHeight = heightPx + 45;
  const clockMhz = ((totalWidth * totalHeight * 60) / 1e6).toFixed(2);
  return (
    `Modeline "${widthPx}x${heightPx}" ${clockMhz} ` +
    `${widthPx} ${widthPx + 88} ${widthPx + 132} ${totalWidth} ` +
    `${heightPx} ${heightPx + 4} ${heightPx + 9} ${totalHeight}`
  );
}

/** The server picks a free display number by itself and tells it on descriptor 3: several may start at once. */
async function startServer(config: string, folder: string, children: ChildProcess[]): Promise<string> {
  const logFile = join(folder, 'xorg.log');
  const args = ['-noreset', '-nolisten', 'tcp', '-novtswitch', '-sharevts', 'vt7'];
  const server = spawnWithParent(
    'Xorg',
    ['-displayfd', '3', ...args, '-dpi', '96', '-config', config, '-logfile', logFile],
    {},
  );
  children.push(server);
  const pipe = server.stdio[3];
  return new Promise((resolve, reject) => {
    const fail = (reason: string): void => {
      const log = existsSync(logFile) ? readFileSync(logFile, 'utf8').split('\n').slice(-15).join('\n') : '';
      reject(new Error(`Xorg: ${reason}\n${log}`));
    };
    let said = '';
    pipe?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.endsWith('\n')) resolve(`:${said.trim()}`);
    });
    server.once('error', (error) => fail(error.message));
    server.once('exit', (code) => fail(`ended with ${String(code)}`));
  });
}

async function startWindowManager(display: string, folder: string, children: ChildProcess[]): Promise<void> {
  const ready = join(folder, 'openbox-ready');
  const args = ['--sm-disable', '--startup', `touch ${ready}`];
  children.push(spawnWithParent('openbox', args, { DISPLAY: display, HOME: folder }));
  for (let tries = 0; tries < 200; tries += 1) {
    if (existsSync(ready)) return;
    await wait(25);
  }
  throw new Error('openbox did not start');
}

/** Should this process be killed, the kernel ends the child too. */
function spawnWithParent(
  command: string,
  args: readonly string[],
  env: Record<string, string>,
): ChildProcess {
  return spawn('setpriv', ['--pdeathsig', 'SIGTERM', command, ...args], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...env },
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 3000);
  await ended;
  clearTimeout(late);
}
