// Played-back RTSP cameras: many at little cost, each picture with its camera's and its own number, and faults at will.
// Where the time of drawing matters, take the live cameras of fleet.ts.
import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { clipFile, type ClipRequest } from './clips.ts';
import type { Fault } from './replayCamera.ts';
import type { Door } from './replayDoor.ts';
import type { ReplayOrder, ReplayWord } from './replayServer.ts';

const serverFile = fileURLToPath(new URL('replayServer.ts', import.meta.url));

export type ReplayRequest = {
  readonly count: number;
  /** The pictures of all cameras; each has a clip of its own where `distinct` says so. */
  readonly clip?: Omit<ClipRequest, 'camera'>;
  readonly distinct?: boolean;
  /** What the fault `other-clip` changes to in the middle of the stream. */
  readonly other?: ClipRequest;
  readonly door?: Door;
  readonly tls?: { readonly key: string; readonly cert: string };
};

export type ReplayFleet = {
  readonly urls: readonly string[];
  readonly port: number;
  /** Of the server that runs now. */
  readonly pid: number;
  /** Breaks one camera (from 1) or mends it; resolves when it is so. */
  fault(camera: number, fault: Fault | null): Promise<void>;
  /** Kills all at once: viewers see their connections die. */
  kill(): Promise<void>;
  /** Stops all in the middle of a breath: connections stay open, nothing comes. */
  stall(): void;
  resume(): void;
  /** Brings them back on the same port, without faults; resolves when they listen. */
  restart(): Promise<void>;
  stop(): Promise<void>;
};

const isWord = (value: unknown, name: string): value is Record<string, number> =>
  typeof value === 'object' && value !== null && name in value;

function listening(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('message', (word) => {
      if (isWord(word, 'ready')) resolve(word['ready'] ?? 0);
    });
    child.once('error', reject);
    child.once('close', (code) => reject(new Error(`played-back cameras ended with ${String(code)}`)));
  });
}

async function startServer(order: ReplayOrder): Promise<{ child: ChildProcess; port: number }> {
  // A stalled server does not hear that its parent is gone, so a dying parent sends KILL.
  const args = ['--pdeathsig', 'KILL', process.execPath, serverFile, JSON.stringify(order)];
  const child = spawn('setpriv', args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const port = await listening(child);
  // It holds nobody back from ending.
  child.unref();
  child.channel?.unref();
  return { child, port };
}

/** Starts `count` cameras on one free port of this machine. They end with this process, however it ends. */
export async function startReplayFleet(request: ReplayRequest): Promise<ReplayFleet> {
  const { count, clip = {}, distinct = false, other, door, tls } = request;
  const cameras = Array.from({ length: count }, (_, index) => {
    const own = { ...clip, camera: distinct ? index + 1 : 1 };
    return { file: clipFile(own), clip: own };
  });
  const order = {
    cameras,
    ...(other === undefined ? {} : { other: { file: clipFile(other), clip: other } }),
    ...(door === undefined ? {} : { door }),
    ...(tls === undefined ? {} : { tls }),
  };
  let server = await startServer({ ...order, port: 0 });
  const { port } = server;
  const scheme = tls === undefined ? 'rtsp' : 'rtsps';
  const kill = async (): Promise<void> => {
    const { child } = server;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
    child.ref();
    child.kill('SIGKILL');
    await ended;
  };
  return {
    urls: cameras.map((_, index) => `${scheme}://127.0.0.1:${port}/cam${index + 1}`),
    port,
    get pid() {
      return server.child.pid ?? 0;
    },
    fault(camera, fault) {
      const word: ReplayWord = { camera, fault };
      const { child } = server;
      child.channel?.ref();
      return new Promise((resolve) => {
        child.once('message', () => {
          child.channel?.unref();
          resolve();
        });
        child.send(word);
      });
    },
    kill,
    stall: () => void server.child.kill('SIGSTOP'),
    resume: () => void server.child.kill('SIGCONT'),
    async restart() {
      await kill();
      server = await startServer({ ...order, port });
    },
    stop: kill,
  };
}
