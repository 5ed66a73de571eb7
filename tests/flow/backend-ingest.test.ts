import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  CONSOLE,
  FEEDER,
  INCIDENTS,
  INDICATORS,
  NOON,
  openBackendRoom,
  post,
  raised,
  raisedItem,
  readingItem,
  type BackendRoom,
} from '../support/backendRoom.ts';
import { openWireClient } from '../support/wireClient.ts';

let room: BackendRoom;
beforeEach(async () => void (room = await openBackendRoom()));
afterEach(() => room.stop());

const items = (...list: readonly unknown[]): string => JSON.stringify({ items: list });

describe('a system of the province that brings data', () => {
  it('sees its facts and readings arrive at a console', async () => {
    const client = await openWireClient({ url: room.url, token: CONSOLE });
    await client.until('snapshot', ({ topic }) => topic === INCIDENTS);
    const answer = await post(room.port, items(raisedItem('inc-1'), readingItem('tt.level', 21.4)));
    expect(answer).toEqual({ status: 200, body: { facts: 1, unchanged: 0, readings: 1, refused: 0 } });
    expect((await client.until('fact')).body).toEqual(raised({ id: 'inc-1' }));
    expect((await client.until('reading')).body).toMatchObject({ key: 'tt.level', value: 21.4 });
    await client.drop();
  });

  it('may send the same again after a lost answer: nothing doubles', async () => {
    await post(room.port, items(raisedItem('inc-1')));
    expect(await post(room.port, items(raisedItem('inc-1')))).toMatchObject({
      body: { facts: 0, unchanged: 1 },
    });
    expect(room.store.head(INCIDENTS).head).toBe(1);
  });

  it('does not wipe out an acknowledgement that it never heard of', async () => {
    const acknowledgement = { by: 'Trực ban', at: NOON, device: 'desk', number: 1 };
    await post(room.port, items(raisedItem('inc-1')));
    room.store.append([
      {
        topic: INCIDENTS,
        asOf: NOON,
        body: { type: 'incidents.acknowledged', incidentId: 'inc-1', acknowledgement },
      },
    ]);
    await post(room.port, items(raisedItem('inc-1', { state: 'in_progress' })));
    expect(room.store.standing(INCIDENTS, 'inc-1')).toMatchObject({
      incident: { state: 'in_progress', acknowledgement },
    });
  });

  it.each([
    ['graver', { severity: 'emergency' }],
    ['opened again', { state: 'reopened' }],
  ] as const)(
    'tells of an incident that is %s: what was acknowledged before is not that, until somebody does so anew',
    async (_how, change) => {
      const acknowledge = (number: number) =>
        room.store.append([
          {
            topic: INCIDENTS,
            asOf: NOON,
            body: {
              type: 'incidents.acknowledged',
              incidentId: 'inc-1',
              acknowledgement: { by: 'Trực ban', at: NOON, device: 'desk', number },
            },
          },
        ]);
      const stands = () => room.store.standing(INCIDENTS, 'inc-1');
      const worse = items(raisedItem('inc-1', change));
      await post(room.port, items(raisedItem('inc-1')));
      acknowledge(1);

      await post(room.port, worse);
      expect(stands()).toEqual(raised({ id: 'inc-1', ...change }));

      acknowledge(2);
      expect(await post(room.port, worse)).toMatchObject({ body: { facts: 0, unchanged: 1 } });
      expect(stands()).toMatchObject({ incident: { ...change, acknowledgement: { number: 2 } } });
    },
  );

  it.each([
    ['a wrong type', { ...readingItem('k', 1), kind: 'guess' }, 'items[1].kind', 'fact | reading'],
    [
      'a wrong value',
      {
        ...readingItem('k', 1),
        body: { type: 'indicators.reading', key: 'k', value: 'NaN', provenance: 'live' },
      },
      'items[1].body.value',
      'số / number',
    ],
    [
      'a time before 2000',
      { ...readingItem('k', 1), asOf: 5 },
      'items[1].asOf',
      'ít nhất 946684800000 / at least 946684800000',
    ],
    [
      'a title of 201 characters',
      { ...raisedItem('i'), body: raised({ title: 'ộ'.repeat(201) }) },
      'items[1].body.incident.title',
      'nhiều nhất 200 ký tự / at most 200 characters',
    ],
  ])(
    'hears the path of the first wrong field for %s, and none of it is taken',
    async (_name, wrong, path, expected) => {
      const answer = await post(room.port, items(raisedItem('inc-1'), wrong));
      expect(answer).toEqual({ status: 400, body: { error: 'schema', path, expected } });
      expect(room.store.head(INCIDENTS).head).toBe(0);
    },
  );

  it('may not write into the topics of another unit, or of another room', async () => {
    const foreign = await post(
      room.port,
      items(readingItem('k', 1), { ...raisedItem('inc-1'), topic: 'incidents/01' }),
    );
    expect(foreign).toEqual({
      status: 403,
      body: { error: 'foreign-topic', path: 'items[1].topic', expected: INCIDENTS },
    });
    const mixed = await post(room.port, items({ ...raisedItem('inc-1'), topic: INDICATORS }));
    expect(mixed.status).toBe(403);
    expect(room.store.head(INDICATORS).head).toBe(0);
  });

  it.each([
    ['no token', { authorization: '' }, 401],
    ['a token that only listens', { authorization: `Bearer ${CONSOLE}` }, 403],
    ['another type of content', { 'content-type': 'text/plain' }, 415],
  ])('is turned away with %s', async (_name, headers, status) => {
    expect((await post(room.port, items(raisedItem('inc-1')), headers)).status).toBe(status);
  });

  it.each([
    ['no JSON', '{"items":[', 'not-json'],
    ['bytes that are not UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), 'not-utf-8'],
    ['nothing', '', 'not-json'],
    ['an empty list', '{"items":[]}', 'schema'],
  ])('hears what is wrong with %s', async (_name, body, error) => {
    expect(await post(room.port, body)).toMatchObject({ status: 400, body: { error } });
  });

  it('is stopped at four megabytes, announced or not', async () => {
    const large = 'x'.repeat(4 * 1024 * 1024 + 1);
    expect((await post(room.port, large).catch(() => ({ status: 413 }))).status).toBe(413);
    const chunked = await new Promise<string>((resolve, reject) => {
      const socket = connect(room.port, '127.0.0.1');
      let heard = '';
      socket.on('data', (chunk) => (heard += chunk.toString()));
      socket.on('close', () => resolve(heard));
      socket.on('error', (error) => (heard === '' ? reject(error) : resolve(heard)));
      const head = [
        'POST /ingest HTTP/1.1',
        'Host: x',
        `Authorization: Bearer ${FEEDER}`,
        'Content-Type: application/json',
      ];
      socket.write([...head, 'Transfer-Encoding: chunked', '', ''].join('\r\n'));
      for (let n = 0; n < 5; n += 1) socket.write(`100000\r\n${'x'.repeat(1_048_576)}\r\n`);
    });
    expect(chunked).toContain('413');
  });

  it('may use POST alone', async () => {
    expect((await fetch(`http://127.0.0.1:${room.port}/ingest`)).status).toBe(405);
  });

  it('is told when a topic is full, and nothing of the request is taken', async () => {
    const detail = 'ộ'.repeat(2_000);
    const batch = (from: number) =>
      items(
        ...Array.from({ length: 300 }, (_, n) => ({
          ...raisedItem('x'),
          body: raised({ id: `inc-${from + n}`, detail }),
        })),
      );
    expect((await post(room.port, batch(0))).status).toBe(200);
    const before = room.store.head(INCIDENTS).head;
    expect(await post(room.port, batch(300))).toMatchObject({ status: 507, body: { error: 'topic-full' } });
    expect(room.store.head(INCIDENTS).head).toBe(before);

    // What is over makes room for what is not.
    const over = Array.from({ length: 300 }, (_, n) => ({
      ...raisedItem('x'),
      body: raised({ id: `inc-${n}`, detail, state: 'resolved' }),
    }));
    await post(room.port, items(...over));
    expect((await post(room.port, batch(300))).status).toBe(200);
  });
});
