import { connect } from 'node:net';
import { deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WebSocket } from 'ws';
import {
  CONSOLE,
  INCIDENTS,
  INDICATORS,
  NOON,
  openBackendRoom,
  raised,
  type BackendRoom,
} from '../support/backendRoom.ts';
import { openWireClient } from '../support/wireClient.ts';

let room: BackendRoom;
beforeEach(
  async () => void (room = await openBackendRoom({ maxQueueBytes: 1024 * 1024, heartbeatMs: 60_000 })),
);
afterEach(() => room.stop());

function note(value: number, keys = 1): void {
  room.store.note(
    INDICATORS,
    Array.from({ length: keys }, (_, n) => ({
      asOf: NOON,
      body: { type: 'indicators.reading', key: `k-${n}`, value, provenance: 'live' } as const,
    })),
  );
}

/** A frame of a client as it lies on the wire, masked with zeros. */
function wireFrame(payload: Buffer, { fin = true, opcode = 1, deflated = false } = {}): Buffer {
  const head =
    payload.length < 126 ? Buffer.alloc(2) : payload.length < 65_536 ? Buffer.alloc(4) : Buffer.alloc(10);
  head[0] = (fin ? 0x80 : 0) | (deflated ? 0x40 : 0) | opcode;
  if (payload.length < 126) head[1] = 0x80 | payload.length;
  else if (payload.length < 65_536) {
    head[1] = 0x80 | 126;
    head.writeUInt16BE(payload.length, 2);
  } else {
    head[1] = 0x80 | 127;
    head.writeBigUInt64BE(BigInt(payload.length), 2);
  }
  return Buffer.concat([head, Buffer.alloc(4), payload]);
}

/** The code of the close frame among what a server sent, or null. */
function closeCode(sent: Buffer): number | null {
  let at = 0;
  while (at + 2 <= sent.length) {
    const [opcode, short] = [sent.readUInt8(at) & 0x0f, sent.readUInt8(at + 1)];
    if (opcode === 8) return sent.readUInt16BE(at + 2);
    at += short < 126 ? 2 + short : short === 126 ? 4 + sent.readUInt16BE(at + 2) : sent.length;
  }
  return null;
}

/** Speaks raw bytes after the handshake; resolves with the close code that the server sent, or null when it just hung up. */
function speakRaw(port: number, bytes: Iterable<Buffer>): Promise<number | null> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const hello = [
      'GET / HTTP/1.1',
      'Host: x',
      'Upgrade: websocket',
      'Connection: Upgrade',
      'Sec-WebSocket-Version: 13',
    ];
    const more = [
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      'Sec-WebSocket-Extensions: permessage-deflate',
    ];
    socket.write([...hello, ...more, `Authorization: Bearer ${CONSOLE}`, '', ''].join('\r\n'));
    const heard: Buffer[] = [];
    socket.once('data', () => {
      for (const piece of bytes) socket.write(piece);
      socket.on('data', (chunk: Buffer) => heard.push(chunk));
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(closeCode(Buffer.concat(heard))));
  });
}

function pause(socket: WebSocket): void {
  socket.pause();
}

describe('a client that does harm', () => {
  it('is cut when it reads too slowly, with the reason, while the others get everything', async () => {
    const slow = await openWireClient({ url: room.url, token: CONSOLE, device: 'slow' });
    const other = await openWireClient({ url: room.url, token: CONSOLE, device: 'other' });
    await Promise.all([
      slow.until('snapshot', ({ topic }) => topic === INCIDENTS),
      other.until('snapshot', ({ topic }) => topic === INCIDENTS),
    ]);
    pause(slow.socket);
    let value = 0;
    while (!room.lines.some((line) => line.includes('client.closed'))) {
      value += 1;
      note(value, 1_000);
      await other.until(
        'reading',
        ({ body }) => 'value' in body && body.value === value && body.key === 'k-999',
      );
    }
    expect(room.lines.find((line) => line.includes('client.closed'))).toContain('"code":4008');
    note(value + 1);
    await other.until('reading', ({ body }) => 'value' in body && body.value === value + 1);
    expect(other.odd).toEqual([]);
    slow.socket.resume();
    await slow.closed;
    await other.drop();
  });

  it('is cut when nothing goes out any more, long before its queue is full', async () => {
    await room.stop();
    room = await openBackendRoom({ maxStallMs: 1_200, heartbeatMs: 60_000 });
    const stuck = await openWireClient({ url: room.url, token: CONSOLE, device: 'stuck' });
    await stuck.until('snapshot', ({ topic }) => topic === INCIDENTS);
    pause(stuck.socket);
    const feeding = setInterval(() => note(1, 2_000), 50);
    await expect.poll(() => room.lines.join(), { timeout: 15_000 }).toContain('"code":4008');
    clearInterval(feeding);
    stuck.socket.terminate();
  });

  it('is closed with 1009 when a frame is larger than any a client may send', async () => {
    const client = await openWireClient({ url: room.url, token: CONSOLE });
    client.socket.send('x'.repeat(300_000));
    expect(await client.closed).toMatchObject({ code: 1009 });
  });

  it('is closed with 1009 when a small compressed frame would inflate to a bomb', async () => {
    const bomb = deflateRawSync(Buffer.alloc(100 * 1024 * 1024, 0x20), { level: 9 });
    expect(bomb.length).toBeLessThan(200_000);
    const code = await speakRaw(room.port, [wireFrame(bomb, { deflated: true })]);
    expect(code).toBe(1009);
    expect(process.memoryUsage().rss).toBeLessThan(1_500 * 1024 * 1024);
  });

  it('is closed when it sends a megabyte in fragments of one byte, and others notice nothing', async () => {
    const other = await openWireClient({ url: room.url, token: CONSOLE, device: 'other' });
    await other.until('welcome');
    const one = Buffer.from(' ');
    const pieces = [
      wireFrame(one, { fin: false }),
      ...Array.from({ length: 100 }, () =>
        Buffer.concat(Array.from({ length: 10_000 }, () => wireFrame(one, { fin: false, opcode: 0 }))),
      ),
    ];
    const code = speakRaw(room.port, pieces);
    note(1);
    await other.until('reading');
    expect(await code).toBe(1008);
    await other.drop();
  });

  it.each([
    ['a text frame that is not UTF-8', wireFrame(Buffer.from([0xff, 0xfe])), 1007],
    ['an unmasked frame', Buffer.from([0x81, 0x01, 0x61]), 1002],
    ['reserved bits', Buffer.from([0xb1, 0x80, 0, 0, 0, 0]), 1002],
    ['a truncated close frame', wireFrame(Buffer.from([0x03]), { opcode: 8 }), 1002],
  ])('is closed for %s', async (_name, bytes, code) => {
    expect(await speakRaw(room.port, [bytes])).toBe(code);
  });

  it('is closed when it asks for the whole topic again and again', async () => {
    const client = await openWireClient({ url: room.url, token: CONSOLE });
    await client.until('welcome');
    for (let n = 0; n < 60; n += 1) client.send({ kind: 'resync', topic: INCIDENTS });
    expect(await client.closed).toMatchObject({ code: 4002 });
  });

  it('may not give orders in the name of another device', async () => {
    const client = await openWireClient({ url: room.url, token: CONSOLE, device: 'desk-1' });
    await client.until('welcome');
    const body = { type: 'incidents.acknowledge', incidentId: 'inc-1', by: 'Ai đó', at: NOON } as const;
    client.send({ kind: 'order', device: 'desk-2', number: 1, body });
    expect(await client.closed).toMatchObject({ code: 4003 });
  });

  it('cannot stop a hundred others from coming back at once, each whole', async () => {
    room.store.append(
      Array.from({ length: 300 }, (_, n) => ({
        topic: INCIDENTS,
        asOf: NOON,
        body: raised({ id: `inc-${n}` }),
      })),
    );
    note(1, 2_000);
    const clients = await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        openWireClient({ url: room.url, token: CONSOLE, device: `d-${n}` }),
      ),
    );
    const snapshots = await Promise.all(
      clients.map((client) => client.until('snapshot', ({ topic }) => topic === INCIDENTS)),
    );
    expect(new Set(snapshots.map(({ facts }) => facts.length))).toEqual(new Set([300]));
    await Promise.all(clients.map((client) => client.drop()));
  });
});
