import { createServer, type IncomingMessage } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocketServer, type WebSocket } from 'ws';
import { closeCodes, MAX_FRAME_BYTES } from '../../domain/contract/wire.ts';
import { openLink } from '../../main/edge/socket/link.ts';
import type { Link } from '../../main/kernel/ports.ts';
import { fakeClock, fakeLog } from '../support/fakes.ts';
import { soon } from '../support/soon.ts';

const ends: (() => void)[] = [];
afterEach(() => ends.splice(0).forEach((end) => end()));

/** A province that opens its door with this status: 101 lets in. */
async function openProvince(status: () => number = () => 101) {
  const knocks: IncomingMessage[] = [];
  const sockets: WebSocket[] = [];
  const heard: string[] = [];
  const sessions = new WebSocketServer({ noServer: true });
  const server = createServer();
  server.on('upgrade', (request, socket, head) => {
    knocks.push(request);
    if (status() !== 101) return void socket.end(`HTTP/1.1 ${status()} No\r\nConnection: close\r\n\r\n`);
    sessions.handleUpgrade(request, socket, head, (opened) => {
      sockets.push(opened);
      opened.on('message', (data) => heard.push(String(data)));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const stop = (): void => {
    for (const socket of sockets) socket.terminate();
    server.close();
    server.closeAllConnections();
  };
  ends.push(stop);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { knocks, sockets, heard, stop, url: `ws://127.0.0.1:${address.port}/` };
}

function open(url: string, change: { readonly caFile?: string; readonly token?: string } = {}) {
  const clock = fakeClock();
  const log = fakeLog();
  const states: string[] = [];
  const texts: string[] = [];
  const rejected: string[] = [];
  let opened = 0;
  const config = {
    url,
    token: change.token ?? 'secret-token',
    caFile: change.caFile,
    clock,
    log,
    random: () => 0.5,
  };
  const link: Link = openLink(config, {
    opened: () => void (opened += 1),
    heard: () => undefined,
    text: (text) => texts.push(text),
    state: (state) => states.push(state),
    rejected: (reason) => rejected.push(reason),
  });
  ends.push(() => link.close());
  return { link, clock, log, states, texts, rejected, opened: () => opened };
}

describe('the line to the province', () => {
  it('shows the token at the door and hands every text on', async () => {
    const province = await openProvince();
    const line = open(province.url);
    await soon(() => expect(line.opened()).toBe(1));

    province.sockets[0]?.send('{"kind":"welcome"}');

    await soon(() => expect(line.texts).toEqual(['{"kind":"welcome"}']));
    expect(province.knocks[0]?.headers.authorization).toBe('Bearer secret-token');
  });

  it('opens again after a cut, waiting longer each time, and says so in one line each', async () => {
    const province = await openProvince();
    const line = open(province.url);
    await soon(() => expect(line.opened()).toBe(1));
    line.link.settle();
    province.stop();
    await soon(() => expect(line.states.at(-1)).toBe('offline'));

    const waits: number[] = [];
    for (let attempt = 0; attempt < 8; attempt += 1) {
      const seen = line.states.filter((state) => state === 'offline').length;
      let waited = 0;
      while (line.states.filter((state) => state === 'connecting').length < 2 + attempt) {
        await line.clock.advance(50);
        waited += 50;
      }
      waits.push(waited);
      await soon(() => expect(line.states.filter((state) => state === 'offline').length).toBe(seen + 1));
    }

    expect(waits).toEqual([200, 400, 750, 1_500, 3_000, 6_000, 7_500, 7_500]);
    expect(line.log.lines.filter(({ event }) => event === 'link.lost')).toHaveLength(1);
  });

  it('knocks once a minute at a door that refuses its token, and says so clearly', async () => {
    const province = await openProvince(() => 401);
    const line = open(province.url);
    await soon(() => expect(line.states.at(-1)).toBe('unauthorised'));

    await line.clock.advance(59_000);
    expect(province.knocks).toHaveLength(1);
    await line.clock.advance(1_500);
    await soon(() => expect(province.knocks).toHaveLength(2));
  });

  it('knocks seldom where the other side speaks another version, says so, and logs its word', async () => {
    const province = await openProvince();
    const line = open(province.url);
    await soon(() => expect(province.sockets).toHaveLength(1));
    province.sockets[0]?.close(closeCodes.otherProtocol.code, closeCodes.otherProtocol.reason);
    await soon(() => expect(line.states.at(-1)).toBe('other-version'));

    expect(line.log.lines.find(({ event }) => event === 'link.lost')?.fields).toMatchObject({
      code: 4010,
      reason: expect.stringContaining('other-protocol'),
    });
    await line.clock.advance(59_000);
    expect(province.knocks).toHaveLength(1);
  });

  it('is not asked every moment by one that takes it up and hangs up again at once', async () => {
    const province = await openProvince();
    const line = open(province.url);
    for (let time = 1; time <= 6; time += 1) {
      await soon(() => expect(line.opened()).toBe(time));
      line.link.settle();
      province.sockets.at(-1)?.close(closeCodes.failed.code, closeCodes.failed.reason);
      await soon(() => expect(line.states.filter((state) => state === 'offline')).toHaveLength(time));
      if (time < 6) await line.clock.advance(250 * 2 ** (time - 1));
    }
    await line.clock.advance(5_900);
    expect(province.knocks).toHaveLength(6);
    await line.clock.advance(200);
    await soon(() => expect(line.opened()).toBe(7));

    line.link.settle();
    await line.clock.advance(10_000);
    province.sockets.at(-1)?.close(closeCodes.goingDown.code);
    await soon(() => expect(line.states.filter((state) => state === 'offline')).toHaveLength(7));
    await line.clock.advance(250);
    await soon(() => expect(line.opened()).toBe(8));
  });

  it('is live soon after the token is right again', async () => {
    let status = 403;
    const province = await openProvince(() => status);
    const line = open(province.url);
    await soon(() => expect(line.states.at(-1)).toBe('unauthorised'));
    status = 101;

    await line.clock.advance(60_500);

    await soon(() => expect(line.opened()).toBe(1));
  });

  it('ends a connection that is silent for three heartbeats, and not before', async () => {
    const province = await openProvince();
    const line = open(province.url);
    await soon(() => expect(line.opened()).toBe(1));
    line.link.expectEvery(1_000);

    await line.clock.advance(2_500);
    province.sockets[0]?.ping();
    await new Promise((ponged) => province.sockets[0]?.once('pong', ponged));
    await line.clock.advance(2_500);
    expect(line.states).toEqual(['connecting']);
    await line.clock.advance(500);

    await soon(() => expect(line.states).toEqual(['connecting', 'offline']));
    expect(line.log.lines.map(({ event }) => event)).toContain('link.silent');
  });

  it('throws away what is binary, and hangs up on what is larger than a frame may be', async () => {
    const province = await openProvince();
    const line = open(province.url);
    await soon(() => expect(line.opened()).toBe(1));

    province.sockets[0]?.send(Buffer.from([1, 2, 3]));
    province.sockets[0]?.send('x'.repeat(MAX_FRAME_BYTES + 1));

    await soon(() => expect(line.rejected).toEqual(['binary', 'too-large']));
    await soon(() => expect(line.states.at(-1)).toBe('offline'));
    expect(line.texts).toEqual([]);
  });

  it('hangs up on text that is no UTF-8', async () => {
    const province = await openProvince();
    const line = open(province.url);
    await soon(() => expect(line.opened()).toBe(1));

    province.sockets[0]?.send(Buffer.from([0xff, 0xfe, 0xfd]), { binary: false });

    await soon(() => expect(line.states.at(-1)).toBe('offline'));
    expect(line.texts).toEqual([]);
  });

  it.each([
    'ws://10.0.0.5/',
    'ws://ioc.thainguyen.gov.vn/',
    'ws://127.0.0.1.evil.vn/',
    'ws://localhost.evil.vn/',
    'http://127.0.0.1/',
    'nothing',
  ])('is not opened without TLS beyond this machine: %s', (url) => {
    const line = open(url);

    expect(line.states).toEqual(['refused']);
  });

  it('is not opened when the site names a certificate that cannot be read', () => {
    expect(open('wss://127.0.0.1:1/', { caFile: '/nowhere/ca.pem' }).states).toEqual(['refused']);
  });

  it.each(['mã-kết-nối', 'two\nlines', ''])(
    'is not opened with a token that no header can carry: %j',
    (token) => {
      const line = open('ws://127.0.0.1:1/', { token });

      expect(line.states).toEqual(['unauthorised']);
      expect(line.log.lines.at(-1)).toMatchObject({
        event: 'link.refused',
        fields: { reason: 'token-unreadable' },
      });
    },
  );

  it('is refused, not fatal, when its address cannot be opened at all', () => {
    expect(open('wss://127.0.0.1:1/#part').states).toEqual(['connecting', 'refused']);
  });

  it('never follows to another address', async () => {
    const province = await openProvince(() => 302);
    const line = open(province.url);

    await soon(() => expect(line.states.at(-1)).toBe('offline'));
    expect(line.opened()).toBe(0);
  });

  it('says nothing more once it is closed', async () => {
    const province = await openProvince();
    const line = open(province.url);
    await soon(() => expect(line.opened()).toBe(1));
    line.link.close();
    await new Promise((closed) => province.sockets[0]?.once('close', closed));
    const before = [...line.states];

    await line.clock.advance(60_000);

    expect(line.states).toEqual(before);
    expect(province.knocks).toHaveLength(1);
  });
});
