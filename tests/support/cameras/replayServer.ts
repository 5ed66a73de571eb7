// Plays clips as RTSP cameras. A process of its own, so that it can be killed, stopped and measured; see replayFleet.ts.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { readClip, type Clip, type ClipRequest } from './clips.ts';
import { createStream, perform, type Fault, type Performer } from './replayCamera.ts';
import { passes, type Door } from './replayDoor.ts';

export type ReplayOrder = {
  readonly port: number;
  readonly cameras: readonly { readonly file: string; readonly clip: ClipRequest }[];
  /** What a camera with the fault `other-clip` plays. */
  readonly other?: { readonly file: string; readonly clip: ClipRequest } | undefined;
  readonly door?: Door | undefined;
  /** PEM files; the cameras then speak rtsps. */
  readonly tls?: { readonly key: string; readonly cert: string } | undefined;
};

export type ReplayWord = { readonly camera: number; readonly fault: Fault | null };

const TICK_MS = 10;

const order: ReplayOrder = JSON.parse(process.argv[2] ?? '{}');
const performers = new Map<string, Performer>();
function performerOf({ file, clip }: ReplayOrder['cameras'][number]): Performer {
  const known = performers.get(file);
  if (known !== undefined) return known;
  const read: Clip = readClip(file, clip);
  const made = perform(read);
  performers.set(file, made);
  return made;
}

type Camera = { readonly own: Performer; fault: Fault | null; readonly sockets: Set<Socket> };

const cameras: readonly Camera[] = order.cameras.map((each) => ({
  own: performerOf(each),
  fault: null,
  sockets: new Set(),
}));
const other = order.other && performerOf(order.other);
const streams = new Map<Socket, (at: number) => Buffer | null>();

const playingOf = (camera: Camera): Performer =>
  camera.fault === 'other-clip' && other !== undefined ? other : camera.own;

const cameraOf = (url: string): Camera | undefined => cameras[Number(/\/cam(\d+)/.exec(url)?.[1]) - 1];

function answer(socket: Socket, head: string): void {
  const [method = '', url = ''] = head.split(' ');
  const cseq = /^cseq:\s*(\d+)/im.exec(head)?.[1] ?? '0';
  const reply = (status: string, headers: readonly string[] = [], body = ''): void =>
    void socket.write([`RTSP/1.0 ${status}`, `CSeq: ${cseq}`, ...headers, '', body].join('\r\n'));
  const camera = cameraOf(url);
  if (camera === undefined || camera.fault === 'unknown') return reply('404 Not Found');
  camera.sockets.add(socket);
  socket.once('close', () => camera.sockets.delete(socket));
  if (camera.fault === 'dead') return void socket.resetAndDestroy();
  if (camera.fault === 'silent') return;
  if (camera.fault === 'babbles') return void socket.write(randomBytes(300));
  const asked = passes(order.door, method, head);
  if (asked !== null || camera.fault === 'locked')
    return reply('401 Unauthorized', asked ?? ['WWW-Authenticate: Digest realm="replay", nonce="1"']);
  if (method === 'OPTIONS') return reply('200 OK', ['Public: OPTIONS, DESCRIBE, SETUP, PLAY, GET_PARAMETER']);
  if (method === 'DESCRIBE') {
    const { sdp } = playingOf(camera);
    const type = 'Content-Type: application/sdp';
    return reply('200 OK', [`Content-Base: ${url}/`, type, `Content-Length: ${sdp.length}`], sdp);
  }
  if (method === 'SETUP')
    return reply('200 OK', ['Transport: RTP/AVP/TCP;unicast;interleaved=0-1', 'Session: 1;timeout=60']);
  if (method === 'PLAY') {
    streams.set(
      socket,
      createStream(() => ({ performer: playingOf(camera), fault: camera.fault }), performance.now()),
    );
  }
  if (method === 'TEARDOWN') streams.delete(socket);
  reply('200 OK', ['Session: 1']);
}

function admit(socket: Socket): void {
  let text = '';
  socket.setNoDelay(true);
  socket.on('error', () => undefined);
  socket.on('close', () => streams.delete(socket));
  socket.on('data', (chunk: Buffer) => {
    text += chunk.toString('latin1');
    for (let end = text.indexOf('\r\n\r\n'); end >= 0; end = text.indexOf('\r\n\r\n')) {
      const head = text.slice(0, end);
      text = text.slice(end + 4);
      answer(socket, head);
    }
  });
}

setInterval(() => {
  const at = performance.now();
  for (const [socket, due] of streams) {
    // Who does not read gets nothing more for now.
    if (socket.writableLength > 2_000_000) continue;
    const bytes = due(at);
    if (bytes !== null) socket.write(bytes);
  }
}, TICK_MS);

process.on('message', ({ camera: number, fault }: ReplayWord) => {
  const camera = cameras[number - 1];
  if (camera === undefined) return;
  camera.fault = fault;
  if (fault === 'dead') for (const socket of camera.sockets) socket.resetAndDestroy();
  process.send?.({ done: number });
});
process.on('disconnect', () => process.exit());

const server =
  order.tls === undefined
    ? createServer(admit)
    : createTlsServer({ key: readFileSync(order.tls.key), cert: readFileSync(order.tls.cert) }, admit);
server.listen(order.port, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ ready: typeof address === 'object' && address !== null ? address.port : 0 });
});
