// A camera that gives JPEG pictures alone: `/stream` as a motion stream, `/picture` one at a time.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const FRAMES = 25;
const EVERY_MS = 100;

/** Pictures of a ball that moves; one of it where it is large. */
function pictures([width, height]: readonly [number, number]): readonly Buffer[] {
  const folder = mkdtempSync(join(tmpdir(), 'toan-canh-jpeg-'));
  try {
    const caps = `video/x-raw,width=${width},height=${height},framerate=25/1`;
    const count = width > 1_920 ? 1 : FRAMES;
    const launch = `videotestsrc num-buffers=${count} pattern=ball ! ${caps} ! jpegenc ! multifilesink location=${join(folder, '%03d.jpg')}`;
    execFileSync('gst-launch-1.0', ['-q', ...launch.split(' ')], { timeout: 30_000, stdio: 'pipe' });
    return readdirSync(folder)
      .sort()
      .map((name) => readFileSync(join(folder, name)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The picture with its time in a comment: the few that there are come round, and no camera's pictures do. */
function withTime(jpeg: Buffer): Buffer {
  const comment = Buffer.alloc(12);
  comment.writeUInt32BE(0xff_fe_00_0a, 0);
  comment.writeBigUInt64BE(process.hrtime.bigint(), 4);
  return Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]);
}

export type PictureCamera = {
  readonly streamUrl: string;
  readonly pictureUrl: string;
  /** Requests that came with a name and password. */
  readonly logins: () => readonly string[];
  /** From now on it gives one picture over and over, or again as it sees it. */
  stick(stuck: boolean): void;
  /** Motion streams that are open now. */
  readonly streams: () => number;
  stop(): Promise<void>;
};

/** Starts it on a free port; with `password` it wants that of `viewer`. */
export async function startPictureCamera(
  password?: string,
  size: readonly [widthPx: number, heightPx: number] = [640, 360],
): Promise<PictureCamera> {
  const frames = pictures(size);
  const right = password && `Basic ${Buffer.from(`viewer:${password}`).toString('base64')}`;
  const timers = new Set<ReturnType<typeof setInterval>>();
  const logins: string[] = [];
  let stuck = false;
  const frame = (): Buffer => {
    const jpeg = frames[stuck ? 0 : Math.floor(Date.now() / EVERY_MS) % frames.length] ?? Buffer.alloc(0);
    return stuck ? jpeg : withTime(jpeg);
  };

  function stream(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'multipart/x-mixed-replace; boundary=camera' });
    const timer = setInterval(() => {
      const jpeg = frame();
      response.write(`--camera\r\nContent-Type: image/jpeg\r\nContent-Length: ${jpeg.length}\r\n\r\n`);
      response.write(jpeg);
      response.write('\r\n');
    }, EVERY_MS);
    timers.add(timer);
    response.once('close', () => {
      clearInterval(timer);
      timers.delete(timer);
    });
  }

  const server = createServer((request, response) => {
    const { authorization } = request.headers;
    if (authorization !== undefined) logins.push(authorization);
    if (right !== undefined && authorization !== right) {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="camera"' }).end();
    } else if (request.url === '/stream') stream(response);
    else if (request.url === '/picture')
      response.writeHead(200, { 'content-type': 'image/jpeg' }).end(frame());
    else response.writeHead(404).end();
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    streamUrl: `http://127.0.0.1:${port}/stream`,
    pictureUrl: `http://127.0.0.1:${port}/picture`,
    logins: () => logins,
    stick: (wanted) => void (stuck = wanted),
    streams: () => timers.size,
    async stop() {
      for (const timer of timers) clearInterval(timer);
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
