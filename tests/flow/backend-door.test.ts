import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROTOCOL } from '../../domain/contract/wire.ts';
import {
  CONSOLE,
  FEEDER,
  INCIDENTS,
  INDICATORS,
  openBackendRoom,
  OTHER_UNIT,
  type BackendRoom,
} from '../support/backendRoom.ts';
import { openWireClient, Refused } from '../support/wireClient.ts';

let room: BackendRoom;
/** One that soon loses patience, for those who deserve it: others it might cut off on a busy machine. */
let impatient: BackendRoom;
beforeAll(async () => {
  room = await openBackendRoom({ maxClients: 6, heartbeatMs: 1_000 });
  impatient = await openBackendRoom({ headersWithinMs: 400, helloWithinMs: 300, heartbeatMs: 200 });
});
afterAll(() => Promise.all([room.stop(), impatient.stop()]));

async function refusal(attempt: Promise<unknown>): Promise<number> {
  const failure: unknown = await attempt.then(
    () => new Error('it was let in'),
    (error: unknown) => error,
  );
  if (failure instanceof Refused) return failure.status;
  throw failure;
}

function rawLines(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect(port, '127.0.0.1', () => socket.write(text));
    let heard = '';
    socket.on('data', (chunk) => (heard += chunk.toString()));
    socket.on('close', () => resolve(heard));
    socket.on('error', reject);
  });
}

describe('the door of the backend', () => {
  it('stays shut for a wrong token, and tells the log without the token', async () => {
    expect(await refusal(openWireClient({ url: room.url, token: 'x'.repeat(24) }))).toBe(401);
    await expect.poll(() => room.lines.some((line) => line.includes('access.refused'))).toBe(true);
    expect(room.lines.join()).not.toContain('xxxxxxxx');
  });

  it('takes the token from the header alone, never from the address', async () => {
    const url = `${room.url}?token=${CONSOLE}`;
    expect(await refusal(openWireClient({ url, token: 'x'.repeat(24) }))).toBe(404);
  });

  it('stays shut for a browser, whatever its token', async () => {
    const options = { headers: { origin: 'https://example.vn' } };
    expect(await refusal(openWireClient({ url: room.url, token: CONSOLE, options }))).toBe(403);
  });

  it('stays shut for a token that may only bring data', async () => {
    expect(await refusal(openWireClient({ url: room.url, token: FEEDER }))).toBe(403);
  });

  it('says what the token is worth, and only its own topics', async () => {
    const province = await openWireClient({ url: room.url, token: CONSOLE });
    const ward = await openWireClient({ url: room.url, token: OTHER_UNIT });
    expect(await province.until('welcome')).toMatchObject({
      grant: { unit: '19' },
      topics: [INDICATORS, INCIDENTS],
    });
    expect(await ward.until('welcome')).toMatchObject({
      grant: { unit: '05443', wallIds: ['ward'] },
      topics: ['indicators/05443', 'incidents/05443'],
    });
    await Promise.all([province.drop(), ward.drop()]);
  });

  it('shuts out whoever asks for a topic of somebody else', async () => {
    const ward = await openWireClient({ url: room.url, token: OTHER_UNIT });
    await ward.until('welcome');
    ward.send({ kind: 'resync', topic: INCIDENTS });
    expect(await ward.closed).toMatchObject({ code: 4003 });
  });

  it('closes on a client that does not say hello in time', async () => {
    const client = await openWireClient({ url: impatient.url, token: CONSOLE, silent: true });
    expect(await client.closed).toEqual({ code: 4001, reason: 'hello-missing' });
  });

  it('closes on a first word that is not hello', async () => {
    const client = await openWireClient({ url: room.url, token: CONSOLE, silent: true });
    client.send({ kind: 'resync', topic: INCIDENTS });
    expect(await client.closed).toMatchObject({ code: 4001 });
  });

  it('names its own version to a client of another', async () => {
    const client = await openWireClient({ url: room.url, token: CONSOLE, silent: true });
    client.send({ kind: 'hello', protocol: PROTOCOL + 1, device: 'newer', cursors: [] });
    expect(await client.closed).toEqual({ code: 4010, reason: 'other-protocol: this backend speaks 1' });
  });

  it.each([
    ['text that is not JSON', '{"kind":'],
    ['a wrong hello', '{"kind":"hello","protocol":1,"device":"","cursors":[]}'],
    ['a deep nest', '['.repeat(50_000)],
    ['a prototype for a kind', '{"__proto__":{"kind":"hello"},"kind":{}}'],
  ])('closes on %s, and logs its type, not its content', async (_name, text) => {
    const client = await openWireClient({ url: room.url, token: CONSOLE, silent: true });
    client.socket.send(text);
    expect(await client.closed).toMatchObject({ code: 4002 });
    expect(room.lines.at(-2)).toContain('wire.rejected');
  });

  it('counts and skips a kind that only a newer client knows', async () => {
    const client = await openWireClient({ url: room.url, token: CONSOLE });
    await client.until('welcome');
    client.socket.send('{"kind":"wave","hand":"left"}');
    client.send({ kind: 'resync', topic: INCIDENTS });
    await expect.poll(() => client.frames.filter((frame) => frame.kind === 'snapshot').length).toBe(3);
    expect(room.lines.some((line) => line.includes('"kind":"wave"'))).toBe(true);
    await client.drop();
  });

  it('closes on binary frames', async () => {
    const client = await openWireClient({ url: room.url, token: CONSOLE, silent: true });
    client.socket.send(Buffer.from([1, 2, 3]));
    expect(await client.closed).toMatchObject({ code: 4002 });
  });

  it('ends a client that no longer answers pings', async () => {
    const client = await openWireClient({
      url: impatient.url,
      token: CONSOLE,
      options: { autoPong: false },
    });
    await client.until('welcome');
    expect(await client.closed).toMatchObject({ code: 1006 });
  });

  it('takes no more clients than it is set for', async () => {
    const clients = await Promise.all(
      Array.from({ length: 6 }, (_, n) => openWireClient({ url: room.url, token: CONSOLE, device: `d${n}` })),
    );
    expect(await refusal(openWireClient({ url: room.url, token: CONSOLE }))).toBe(503);
    await Promise.all(clients.map((client) => client.drop()));
    await expect.poll(room.clients).toBe(0);
  });

  it('does not wait for somebody who spells out his request letter by letter', async () => {
    const socket = connect(impatient.port, '127.0.0.1');
    const ended = new Promise<void>((resolve) => socket.on('close', () => resolve()));
    socket.on('error', () => undefined);
    socket.resume().write('GET / HTTP/1.1\r\nX: ');
    const spelling = setInterval(() => socket.write('y'), 50);
    await ended;
    clearInterval(spelling);
  });

  it('answers requests that are no requests with 400 and goes on', async () => {
    expect(await rawLines(room.port, 'hello\r\n\r\n')).toContain('400');
    expect(await rawLines(room.port, `GET / HTTP/1.1\r\nX: ${'y'.repeat(20_000)}\r\n\r\n`)).toContain(
      'HTTP/1.1 4',
    );
    const health = await fetch(`http://127.0.0.1:${room.port}/healthz`);
    expect(await health.json()).toMatchObject({ ok: true, topics: { [INCIDENTS]: { head: 0 } } });
    expect((await fetch(`http://127.0.0.1:${room.port}/etc/passwd`)).status).toBe(404);
  });
});
