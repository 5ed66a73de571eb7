import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CameraSighting } from '../../domain/cameras/sightings.ts';
import { activeCameras } from '../../domain/cameras/events.ts';
import { DAY_MS } from '../../domain/kernel/time.ts';
import { openPlates } from '../../main/edge/sqlite/platesTable.ts';
import { aCamera, aProvince, fact, NOON, snapshot, welcome } from '../support/builders.ts';
import { openFakeRoom, type FakeRoom } from '../support/fakeRoom.ts';

const TOPIC = 'cameras/19';
const key = Buffer.alloc(32, 7);
const span = { from: 0, to: NOON * 2 };
let profileDir = '';
let book: ReturnType<typeof openPlates>;

beforeEach(() => {
  profileDir = mkdtempSync(join(tmpdir(), 'toan-canh-plates-'));
  book = openBook(key);
});
afterEach(() => {
  book.close();
  rmSync(profileDir, { recursive: true, force: true });
});

function openBook(sealedWith: Buffer) {
  return openPlates({ profileDir, now: NOON, key: sealedWith, onSetAside: () => undefined });
}

const seenAt = (at: number) =>
  ({ cameraId: 'cam-01', unit: '19', at, confidence: 0.97, provenance: 'live' }) as const;

function aRead(change: Partial<Extract<CameraSighting, { kind: 'plate' }>> = {}): CameraSighting {
  return { ...seenAt(NOON), kind: 'plate', id: 'lpr-1', plate: '20A-123.45', ...change };
}

const seen = (event: CameraSighting) => ({ type: 'cameras.eventSeen' as const, event });

/** A room that follows the topic of cameras from its beginning. */
function aRoom(): FakeRoom {
  const room = openFakeRoom({ plates: book, province: aProvince({ cameras: [aCamera()] }) });
  room.say(welcome([TOPIC]), snapshot({ topic: TOPIC, seq: 0, facts: [], readings: [] }));
  return room;
}

/** Somebody of this role at the console, one plate read. */
async function aDesk(role: 'operator' | 'shift-leader') {
  const room = aRoom();
  room.say(fact(1, seen(aRead()), { topic: TOPIC }));
  const desk = room.window('console');
  await room.signIn(desk, role);
  return { room, desk };
}

describe('a plate that a camera read', () => {
  it('is whole in no window, in no journal and nowhere on the disk', async () => {
    const room = aRoom();
    const wall = room.window('d1');
    room.say(fact(1, seen(aRead()), { topic: TOPIC }));
    await room.clock.advance(100);

    expect(room.app.world().cameraEvents.byId['lpr-1']?.plate).toBe('20A-•••.45');
    expect(JSON.stringify(wall.events)).not.toMatch(/123\.?45/);
    expect(JSON.stringify(room.cache)).not.toMatch(/123\.?45/);
    book.close();
    for (const name of readdirSync(profileDir))
      expect(readFileSync(join(profileDir, name)).toString('latin1')).not.toMatch(/123\.?45/);
    book = openBook(key);
    expect(book.readOf('lpr-1')?.plate).toBe('20A-123.45');
  });

  it('is closed to another machine’s key', () => {
    const room = aRoom();
    room.say(fact(1, seen(aRead()), { topic: TOPIC }));
    book.close();
    book = openBook(Buffer.alloc(32, 8));

    expect(book.readOf('lpr-1')).toBeUndefined();
  });

  it('is shown whole to the shift leader alone, and each look is written down, masked', async () => {
    const { desk } = await aDesk('operator');
    expect(await desk.call('cameras.showPlate', { eventId: 'lpr-1' })).toEqual({
      ok: false,
      reason: 'not-allowed',
    });
    const found = await desk.call('cameras.searchPlates', { text: '20a', ...span });
    expect(found.ok && found.value.map(({ event }) => event.plate)).toEqual(['20A-•••.45']);

    const lead = await aDesk('shift-leader');
    const look = await lead.desk.call('cameras.showPlate', { eventId: 'lpr-1' });

    expect(look).toEqual({ ok: true, value: { plate: '20A-123.45' } });
    const { entries } = lead.room.audit;
    const written = entries.filter(({ action }) => action === 'cameras.showPlate');
    expect(written).toMatchObject([{ by: 'Nguyễn Thị Hạnh', subject: '20A-•••.45', outcome: 'done' }]);
    expect(JSON.stringify(entries)).not.toContain('123.45');
  });

  it('that is looked for brings its camera forward, until it is looked for no longer', async () => {
    const { room, desk } = await aDesk('shift-leader');
    const until = room.clock.now() + 2 * DAY_MS;
    const watch = { plate: '20a 12345', reason: 'Xe bị mất cắp', until };
    expect(await desk.call('cameras.watchPlate', watch)).toEqual({ ok: true, value: null });
    expect(await desk.call('cameras.watchPlate', { ...watch, until: 1 })).toMatchObject({ ok: false });

    room.say(fact(2, seen(aRead({ id: 'lpr-2', at: room.clock.now() })), { topic: TOPIC }));

    const { cameraEvents } = room.app.world();
    expect(cameraEvents.byId['lpr-2']?.watch?.reason).toBe('Xe bị mất cắp');
    expect(activeCameras(cameraEvents, room.clock.now())).toEqual(['cam-01']);
    const list = await desk.call('cameras.watchList', {});
    expect(list).toMatchObject({ ok: true, value: [{ plate: '20A-123.45', by: 'Nguyễn Thị Hạnh' }] });

    room.clock.jump(2 * DAY_MS);
    await room.clock.advance(3_600_000);
    room.say(fact(3, seen(aRead({ id: 'lpr-3', at: room.clock.now() })), { topic: TOPIC }));
    expect(room.app.world().cameraEvents.byId['lpr-3']?.watch).toBeUndefined();
    expect(book.watched()).toEqual([]);
  });

  it('is found in all its reads, page by page', async () => {
    const { room, desk } = await aDesk('shift-leader');
    for (let seq = 2; seq <= 250; seq += 1)
      room.say(fact(seq, seen(aRead({ id: `lpr-${seq}` })), { topic: TOPIC }));

    const pages: number[] = [];
    let before: number | undefined;
    do {
      const page = { plate: '20a 12345', ...span, ...(before !== undefined && { before }) };
      const found = await desk.call('cameras.findPlate', page);
      if (!found.ok) throw new Error(found.reason);
      pages.push(found.value.length);
      before = found.value.at(-1)?.number;
    } while (before !== undefined && pages.length < 9);
    expect(pages).toEqual([100, 100, 50, 0]);
  });

  it('of a camera that is gone is shown to nobody who sees no restricted one', async () => {
    const ofGone = aRead({ id: 'lpr-gone', cameraId: 'cam-gone' });
    const { room, desk } = await aDesk('operator');
    room.say(fact(2, seen(ofGone), { topic: TOPIC }));
    const found = await desk.call('cameras.searchPlates', { text: '', ...span });
    expect(found.ok && found.value.map(({ event }) => event.id)).toEqual(['lpr-1']);

    const lead = await aDesk('shift-leader');
    const shown = await lead.desk.call('cameras.findPlate', { plate: '20A-123.45', ...span });
    expect(shown.ok && shown.value.map(({ event }) => event.id)).toEqual(['lpr-gone', 'lpr-1']);
  });

  it('is forgotten when its time is over, and that it was is written down', async () => {
    const room = aRoom();
    room.say(fact(1, seen(aRead()), { topic: TOPIC }));

    room.clock.jump(30 * DAY_MS);
    await room.clock.advance(3_600_000);

    expect(room.app.world().cameraEvents.byId).toEqual({});
    expect(book.readOf('lpr-1')).toBeUndefined();
    const purges = room.audit.entries.filter(({ action }) => action === 'cameras.purgeEvents');
    expect(purges).toMatchObject([{ by: 'system', after: { plates: 1, events: 1 } }]);
  });

  it.each([
    ['2005', Date.UTC(2005, 0, 1)],
    ['2040', Date.UTC(2040, 0, 1)],
  ])('by a reader whose clock says %s is kept as long as any other', async (_year, at) => {
    const { room, desk } = await aDesk('shift-leader');
    const smoke: CameraSighting = { ...seenAt(at), kind: 'smoke', id: 'smoke-1' };
    room.say(
      fact(2, seen(aRead({ id: 'lpr-2', at })), { topic: TOPIC }),
      fact(3, seen(smoke), { topic: TOPIC }),
    );

    await room.clock.advance(3_600_000);
    const now = room.clock.now();
    const recent = { from: now - 2 * 3_600_000, to: now };
    const found = await desk.call('cameras.searchPlates', { text: '', ...recent });
    expect(found.ok && found.value.map(({ event }) => event.id)).toContain('lpr-2');
    expect(room.app.world().cameraEvents.byId).toHaveProperty('smoke-1');

    room.clock.jump(90 * DAY_MS);
    await room.clock.advance(3_600_000);
    expect(room.app.world().cameraEvents.byId).toEqual({});
    expect(book.readOf('lpr-2')).toBeUndefined();
  });

  it('sent twice is kept once, and a damaged book costs no event', () => {
    const room = aRoom();
    room.say(fact(1, seen(aRead()), { topic: TOPIC }), fact(2, seen(aRead()), { topic: TOPIC }));
    expect(book.search(span, 10)).toHaveLength(1);
    book.close();

    room.say(fact(3, seen(aRead({ id: 'lpr-9' })), { topic: TOPIC }));

    expect(room.app.world().cameraEvents.byId).toHaveProperty('lpr-9');
    book = openBook(key);
  });
});
