// A real Janus server that pulls from the test cameras, with a configuration of its own: the machine's is not touched.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from './gatewayRoom.ts';

const LISTENS_MS = 10_000;

export type Janus = {
  /** The address of one stream, as a site file has it; numbers from 1. */
  readonly url: (stream: number) => string;
  stop(): Promise<void>;
};

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

const stream = (url: string, index: number, pin: string | undefined): string => `camera-${index + 1}: {
  type = "rtsp"
  id = ${index + 1}
  url = "${url}"
  video = true
  audio = false
  rtsp_reconnect_delay = 1
  rtsp_session_timeout = 0
  rtsp_timeout = 3
  videopt = 96
  ${pin === undefined ? '' : `pin = "${pin}"`}
}
`;

function configure(folder: string, port: number, request: { urls: readonly string[]; pin?: string }): void {
  const files = {
    'janus.jcfg': `general: { configs_folder = "${folder}" debug_level = 4 session_timeout = 60 }
nat: { ice_lite = false }
`,
    'janus.transport.http.jcfg': `general: { json = "compact" base_path = "/janus" http = true port = ${port} ip = "127.0.0.1" https = false }
admin: { admin_http = false }
`,
    'janus.plugin.streaming.jcfg': request.urls.map((url, index) => stream(url, index, request.pin)).join(''),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => child.once('close', () => resolve()));
}

/** Starts a Janus with one stream per camera. It ends with this process, however it ends. */
export async function startJanus(request: { urls: readonly string[]; pin?: string }): Promise<Janus> {
  const folder = mkdtempSync(join(tmpdir(), 'toan-canh-janus-'));
  mkdirSync(folder, { recursive: true });
  const port = await freePort();
  configure(folder, port, request);
  const args = ['--pdeathsig', 'KILL', 'janus', '--configs-folder', folder, '--disable-colors'];
  const child = spawn('setpriv', args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const gone = ended(child);
  let said = '';
  const keep = (chunk: Buffer): void => void (said = (said + chunk.toString()).slice(-4_000));
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  let listens = false;
  const look = async (): Promise<void> => {
    const answer = await fetch(`http://127.0.0.1:${port}/janus/info`).catch(() => null);
    listens = answer?.ok === true;
  };
  const timer = setInterval(() => void look(), 100);
  try {
    await until(`Janus listens:\n${said}`, () => listens, LISTENS_MS);
  } catch (error) {
    child.kill('SIGKILL');
    throw new Error(`Janus did not start: ${said}`, { cause: error });
  } finally {
    clearInterval(timer);
  }
  return {
    url: (number) => `http://127.0.0.1:${port}/janus?stream=${number}`,
    async stop() {
      child.kill('SIGKILL');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
