import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { openGatewayRoom, until } from '../support/cameras/gatewayRoom.ts';

const ok = (rest = ''): string => `RTSP/1.0 200 OK\r\nCSeq: 1\r\n${rest}\r\n`;
const described = (sdp: string): string => ok(`Content-Length: ${sdp.length}\r\n`) + sdp;

type Answer = (request: string, socket: Socket) => void;

/** What each bad camera does with a request, and the reason that the log must name. */
const bad: readonly (readonly [string, string, Answer])[] = [
  ['speaks HTTP', 'malformed', (_request, socket) => socket.write('HTTP/1.1 400 Bad Request\r\n\r\n')],
  [
    'sends a head without end',
    'malformed',
    (_request, socket) => socket.write(`RTSP/1.0 200 OK\r\n${'X: y\r\n'.repeat(9_000)}`),
  ],
  ['hangs up in the middle of a word', 'closed', (_request, socket) => socket.end('RTSP/1.0 20')],
  [
    'knows no such stream',
    'refused',
    (_request, socket) => socket.write('RTSP/1.0 404 Not Found\r\nCSeq: 1\r\n\r\n'),
  ],
  [
    'has no pictures at all',
    'no-video',
    (request, socket) =>
      socket.write(request.startsWith('DESCRIBE') ? described('m=audio 0 RTP/AVP 8\r\n') : ok()),
  ],
  ['never answers', 'no-answer', () => undefined],
];

describe('a camera that', () => {
  let server: Server | undefined;

  afterEach(() => server?.close());

  async function cameraThat(answers: Answer): Promise<string> {
    server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.on('data', (chunk) => answers(chunk.toString(), socket));
    });
    await new Promise<void>((ready) => server?.listen(0, '127.0.0.1', ready));
    const address = server.address();
    return `rtsp://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/live`;
  }

  it.each(bad)('%s is offline, for a reason that the log names', async (_what, reason, answers) => {
    const url = await cameraThat(answers);
    const room = openGatewayRoom();
    const tile = room.show(url);

    await until('offline', () => tile.state() === 'offline', 5_000);

    expect(room.logged).toMatchObject([{ event: 'cameras.sourceLost', fields: { reason } }]);
    expect(tile.units).toEqual([]);
    room.close();
  });

  it('has an address that leads nowhere is told apart from one that is away', async () => {
    const room = openGatewayRoom();
    const tiles = ['', 'not an address', 'http://127.0.0.1/', 'file:///etc/passwd'].map((url) =>
      room.show(url),
    );

    await until('all told', () => tiles.every((tile) => tile.state() === 'no-source'));

    room.close();
  });
});
