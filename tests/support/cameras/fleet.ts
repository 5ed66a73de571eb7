// Real RTSP cameras for tests, benches and the demonstration: one GStreamer server process with N places to watch.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

// The system's Python: others have no gi.
const python = '/usr/bin/python3';
const serverFile = fileURLToPath(new URL('rtspserver.py', import.meta.url));
const benchMounts = 9;

export type FleetRequest = {
  readonly count: number;
  readonly port?: number;
  /** `user:password`: the cameras then ask for digest authentication. */
  readonly digest?: string;
  /** Picture size; 640x352 unless told. */
  readonly size?: string;
  readonly fps?: number;
  /** Pictures from one key picture to the next; one second unless told. */
  readonly gop?: number;
};

export type Fleet = {
  /** One camera each, without credentials. */
  readonly urls: readonly string[];
  /** Nine addresses of one encoder: load for a gateway without load by encoders. */
  readonly benchUrls: readonly string[];
  readonly port: number;
  /** Of the server that runs now. */
  readonly pid: number;
  /** Kills it at once: viewers see their connections die. */
  kill(): Promise<void>;
  /** Stops it in the middle of a breath: connections stay open, nothing comes. */
  stall(): void;
  resume(): void;
  /** Brings it back on the same port; resolves when it listens. */
  restart(): Promise<void>;
  stop(): Promise<void>;
};

let present: boolean | undefined;

/** True when this machine has what the test cameras are made of. */
export function gstreamerPresent(): boolean {
  const script =
    'import gi\ngi.require_version("GstRtspServer","1.0")\nfrom gi.repository import Gst, GstRtspServer\n' +
    'Gst.init(None)\nassert all(Gst.ElementFactory.find(n) for n in ("appsrc","x264enc","rtph264pay"))';
  present ??= spawnSync(python, ['-c', script], { timeout: 20_000 }).status === 0;
  return present;
}

/** Starts `count` cameras on one free port of this machine. They end with this process, however it ends. */
export async function startFleet(request: FleetRequest): Promise<Fleet> {
  let server = await startServer(request, request.port ?? 0);
  const { port } = server;
  const signal = (name: NodeJS.Signals): void => void server.child.kill(name);
  const kill = async (): Promise<void> => {
    signal('SIGKILL');
    await server.ended;
  };
  return {
    urls: mounts(port, 'cam', request.count),
    benchUrls: mounts(port, 'bench', benchMounts),
    port,
    get pid() {
      return server.child.pid ?? 0;
    },
    kill,
    stall: () => signal('SIGSTOP'),
    resume: () => signal('SIGCONT'),
    restart: async () => {
      await kill();
      server = await startServer(request, port);
    },
    stop: kill,
  };
}

function mounts(port: number, name: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `rtsp://127.0.0.1:${port}/${name}${index + 1}`);
}

type Server = { readonly child: ChildProcess; readonly port: number; readonly ended: Promise<void> };

async function startServer({ count, digest, size, fps, gop }: FleetRequest, port: number): Promise<Server> {
  const args = ['--n', String(count), '--port', String(port)];
  if (digest !== undefined) args.push('--digest', digest);
  if (size !== undefined) args.push('--size', size);
  if (fps !== undefined) args.push('--fps', String(fps));
  if (gop !== undefined) args.push('--gop', String(gop));
  // A stalled server does not hear TERM, so a dying parent sends KILL.
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', python, '-B', serverFile, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return { child, ended, port: await listening(child) };
}

/** The server picks a free port by itself and says it: two fleets never want the same one. */
function listening(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = '';
    let complaint = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const ready = /^ready (\d+)$/m.exec(said);
      if (ready !== null) resolve(Number(ready[1]));
    });
    child.stderr?.on('data', (chunk: Buffer) => (complaint = (complaint + chunk.toString()).slice(-2_000)));
    child.once('error', reject);
    child.once('close', (code) => reject(new Error(`test cameras ended with ${String(code)}: ${complaint}`)));
  });
}
