import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PortReading } from '../../../domain/contract/port.ts';
import {
  applyChange,
  emptyWorld,
  WORLD_VERSION,
  type Change,
  type Commit,
  type World,
} from '../../../domain/contract/world.ts';
import { noControl } from '../../../domain/wall/control.ts';
import { emptyRoom } from '../../../domain/wall/emptyRoom.ts';
import { emptyHold } from '../../../domain/wall/holding.ts';
import type { Scene } from '../../../domain/wall/model.ts';
import { checksum } from './checksum.ts';
import { openCache, type OpenedCache } from './cacheTable.ts';
import { driverName, openDriver, type DriverName } from './driver.ts';

const NOON = Date.UTC(2026, 10, 22, 5);
const DAY_MS = 86_400_000;
const cursor = { topic: 'incidents/19', epoch: 'e1', seq: 1 };
const order = {
  number: 1,
  body: { type: 'incidents.acknowledge', incidentId: 'inc-1', by: 'Nguyễn Thị Hạnh', at: NOON },
} as const;
const person = {
  id: 'p1',
  name: 'Hạnh',
  role: 'operator',
  pinHash: 'scrypt$1$a$b',
  failures: 2,
  lockedUntil: 5,
} as const;

function raised(id: string): Change {
  return {
    type: 'incidents.raised',
    incident: {
      id,
      unit: '19',
      type: 'flood',
      title: 'Lũ trên sông Cầu',
      detail: '',
      severity: 'warning',
      state: 'new',
      place: { name: 'Gia Bảy', point: [105.84, 21.6] },
      lead: 'Ban chỉ huy',
      raisedAt: NOON,
      provenance: 'sample',
    },
  };
}

const scene = (id: string, origin: 'province' | 'room' = 'room'): Scene => ({
  id,
  name: { vi: `Cảnh ${id}`, en: id },
  tiles: {},
  origin,
  tags: [],
  locked: false,
});
const document = {
  id: 'a'.repeat(64),
  name: 'Báo cáo.pdf',
  mime: 'application/pdf',
  sizeBytes: 9,
  by: 'Hạnh',
  at: NOON,
} as const;
/** What a room made that no province can send again. */
const ofTheRoom: readonly Change[] = [
  {
    type: 'wall.relaid',
    wallId: 'main',
    canvas: { area: { xMm: 0, yMm: 0, widthMm: 9, heightMm: 9 }, displays: [], seatDistanceMm: 5_000 },
    scenes: [scene('p1', 'province'), scene('r1')],
    program: null,
    previous: null,
    command: null,
    receipts: [],
    room: emptyRoom,
    heads: [],
  },
  {
    type: 'wall.draftOpened',
    wallId: 'main',
    draft: { id: 'd1', scene: scene('r1'), programRevision: 0, by: 'Hạnh', done: [], undone: [] },
  },
  {
    type: 'schedule.tourKept',
    wallId: 'main',
    by: 'Hạnh',
    tour: {
      id: 'tour',
      name: { vi: 'Vòng', en: 'Round' },
      stops: [{ sceneId: 'r1', dwellMs: 60_000 }],
      origin: 'room',
      planner: { name: 'Hạnh', role: 'operator' },
    },
  },
  { type: 'documents.kept', document },
];

const commit = (seq: number, change = raised(`inc-${seq}`), at = NOON + seq): Commit => ({ seq, at, change });

function worldAfter(count: number, from = emptyWorld) {
  return Array.from({ length: count }, (_, index) => raised(`inc-${index + 1}`)).reduce(applyChange, from);
}

/** The same numbers every time (mulberry32), 0 ≤ n < 1. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

let folder: string;
let opened: OpenedCache[];
let setAside: string[];
let haltedPlans: readonly string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cache-'));
  opened = [];
  setAside = [];
  haltedPlans = [];
});

afterEach(() => {
  for (const { cache } of opened) cache.close();
  rmSync(folder, { recursive: true, force: true });
});

// Where the machine's Node cannot load better-sqlite3, the other driver is tested alone, as the product runs it.
const drivers: readonly DriverName[] = driverName() === 'libsql' ? ['libsql'] : ['better-sqlite3', 'libsql'];

describe.each(drivers)('the cache on %s', (driver) => {
  const retention = { journalDays: 30, historyDays: 30 };

  function open() {
    const cache = openCache({
      profileDir: folder,
      retention,
      now: NOON,
      driver,
      onSetAside: (file) => setAside.push(file),
      onHalted: (names) => (haltedPlans = names),
    });
    opened.push(cache);
    return cache;
  }

  /** What a core finds that starts after this one was killed: nothing is closed. */
  const afterKill = () => open().cache.load();

  it('begins empty, with a lasting name for this machine', () => {
    const first = open().cache.load();

    expect(first).toMatchObject({
      world: emptyWorld,
      seq: 0,
      cursors: [],
      orders: [],
      nextOrder: 1,
      readings: [],
    });
    expect(afterKill().device).toBe(first.device);
  });

  it('gives back commits, the place in the stream and the order that were written together', () => {
    open().cache.append([commit(1), commit(2)], { cursor, order });

    expect(afterKill()).toMatchObject({
      world: worldAfter(2),
      seq: 2,
      cursors: [cursor],
      orders: [order],
      nextOrder: 2,
    });
  });

  it('writes all of it or nothing', () => {
    const { cache } = open();
    cache.append([commit(1)], {});

    expect(() => cache.append([commit(2), commit(1)], { cursor, order })).toThrow();

    expect(afterKill()).toMatchObject({ seq: 1, cursors: [], orders: [] });
  });

  it('forgets an answered order, never its number', () => {
    const { cache } = open();
    cache.append([commit(1)], { order });
    cache.append([commit(2)], { answered: 1 });

    expect(afterKill()).toMatchObject({ orders: [], nextOrder: 2 });
  });

  it('starts from the last picture of the World and the commits after it', () => {
    const { cache } = open();
    cache.append([commit(1), commit(2)], {});
    cache.saveWorld({ world: worldAfter(2), seq: 2, at: NOON, cursors: [cursor], orders: [order] });
    cache.append([commit(3)], {});

    expect(afterKill()).toMatchObject({ world: worldAfter(3), seq: 3, cursors: [cursor], orders: [order] });
  });

  it('tells how far the last picture goes, so that a core that dies often takes one all the same', () => {
    const { cache } = open();
    cache.append([commit(1), commit(2)], {});
    cache.saveWorld({ world: worldAfter(2), seq: 2, at: NOON, cursors: [], orders: [] });
    cache.append([commit(3)], {});

    expect(afterKill()).toMatchObject({ seq: 3, pictured: 2 });
  });

  it('keeps a picture of every hour of the last day and of every day before: a start looks through them all', () => {
    const { cache } = open();
    const HOUR_MS = 3_600_000;
    const hours = [0, 6, 12, 18, 24, 30, 36, 42, ...Array.from({ length: 49 }, (_, half) => 48 + half / 2)];
    for (const [index, hour] of hours.entries()) {
      const seq = index + 1;
      const at = NOON + hour * HOUR_MS;
      cache.append([{ ...commit(seq), at }], {});
      cache.saveWorld({ world: worldAfter(seq), seq, at, cursors: [], orders: [] });
    }
    cache.close();

    const db = openDriver(join(folder, 'wall.db'));
    const kept = db.prepare('SELECT at FROM worlds ORDER BY at').all() as { at: number }[];
    db.close();
    const recent = kept.filter(({ at }) => at > NOON + 48 * HOUR_MS);
    expect(recent).toHaveLength(24);
    expect(kept.length - recent.length).toBe(3);
  });

  it('keeps the latest of each key, Vietnamese text and gaps included', () => {
    const gap: PortReading = ['power.load', null, NOON, NOON, 0, 'sample'];
    const water: PortReading = ['water.gia-bay', 29.13, NOON, NOON + 5, 900, 'live'];
    const { cache } = open();

    cache.saveReadings({
      latest: [['water.gia-bay', 1, NOON, NOON, 0, 'live'], gap],
      history: [],
      cursors: [],
      lastHeardAt: null,
    });
    cache.saveReadings({ latest: [water], history: [], cursors: [cursor], lastHeardAt: NOON });

    expect(afterKill()).toMatchObject({ cursors: [cursor], lastHeardAt: NOON });
    expect(new Set(afterKill().readings)).toEqual(new Set([gap, water]));
  });

  it('loses no point of the past to a disk that takes it later: the stream is not said to have come so far', () => {
    const { cache } = open();
    const point: PortReading = ['k', 1, NOON, NOON, 0, 'live'];
    const readings = { latest: [point], history: [point], cursors: [cursor], lastHeardAt: NOON };
    cache.history('k', 0, 1);
    const other = openDriver(join(folder, 'history.db'), driver);
    other.exec('BEGIN IMMEDIATE');

    expect(() => cache.saveReadings(readings)).toThrow();
    expect(afterKill().cursors).toEqual([]);

    other.exec('ROLLBACK');
    other.close();
    cache.saveReadings(readings);
    expect([cache.history('k', 0, 9), afterKill().cursors]).toEqual([[[NOON, 1, 'live']], [cursor]]);
  });

  it('keeps the past of a key, oldest first, at most so many of the newest', () => {
    const { cache } = open();
    const points = Array.from({ length: 10 }, (_, index): PortReading => [
      'k',
      index === 4 ? null : index,
      NOON + index,
      NOON,
      0,
      'live',
    ]);
    cache.saveReadings({ latest: [], history: points, cursors: [], lastHeardAt: null });

    expect(cache.history('k', NOON, 3)).toEqual([7, 8, 9].map((value) => [NOON + value, value, 'live']));
    expect(cache.history('k', NOON + 4, 100)[0]).toEqual([NOON + 4, null, 'live']);
    expect(cache.history('other', 0, 100)).toEqual([]);
  });

  it('knows of each point whether it was measured or invented; of those from before it does not', () => {
    const first = readFileSync(new URL('./migrations/0001-history.sql', import.meta.url), 'utf8');
    const before = openDriver(join(folder, 'history.db'), driver);
    before.exec(first);
    before
      .prepare('INSERT INTO points (key, as_of, value, arrived_at, sum) VALUES (?, ?, ?, ?, ?)')
      .run('k', NOON, 1, NOON, checksum(JSON.stringify(['k', NOON, 1])));
    before.exec('PRAGMA user_version = 1');
    before.close();
    const { cache } = open();
    const history: readonly PortReading[] = [
      ['k', 2, NOON + 1, NOON, 0, 'sample'],
      ['k', 3, NOON + 2, NOON, 0, 'live'],
    ];

    cache.saveReadings({ latest: [], history, cursors: [], lastHeardAt: null });

    expect(cache.history('k', 0, 9)).toEqual([
      [NOON, 1],
      [NOON + 1, 2, 'sample'],
      [NOON + 2, 3, 'live'],
    ]);
    expect(setAside).toEqual([]);
  });

  it('can tell the World of any past second', () => {
    const { cache } = open();
    cache.append([commit(1, raised('inc-1'), NOON + 1_000), commit(2, raised('inc-2'), NOON + 2_000)], {});
    cache.saveWorld({ world: worldAfter(2), seq: 2, at: NOON + 2_500, cursors: [], orders: [] });
    cache.append([commit(3, raised('inc-3'), NOON + 3_000)], {});

    const known = [0, 1_500, 2_700, 9_000].map(
      (ms) => Object.keys(cache.worldAt(NOON + ms).incidents.byId).length,
    );

    expect(known).toEqual([0, 1, 2, 3]);
  });

  it('drops what is older than the site keeps, and nothing that a start needs', () => {
    const { cache } = open();
    const old: PortReading = ['k', 1, NOON - 31 * DAY_MS, NOON, 0, 'live'];
    const young: PortReading = ['k', 2, NOON, NOON, 0, 'live'];
    cache.saveReadings({ latest: [young], history: [old, young], cursors: [], lastHeardAt: null });
    cache.append([commit(1, raised('inc-1'), NOON - 40 * DAY_MS)], {});
    cache.saveWorld({ world: worldAfter(1), seq: 1, at: NOON - 35 * DAY_MS, cursors: [], orders: [] });
    cache.append([commit(2)], {});

    for (let slice = 0; slice < 360; slice += 1) cache.prune(NOON);

    expect(cache.history('k', 0, 10)).toEqual([[NOON, 2, 'live']]);
    expect(afterKill().world).toEqual(worldAfter(2));
  });

  it('lets go of somebody for good', () => {
    open().people.put(person);
    open().people.remove(person.id);

    expect(open().people.all()).toEqual([]);
  });

  it('keeps people over a restart, their wrong tries included', () => {
    open().people.put(person);

    expect(open().people.all()).toEqual([person]);
  });

  it('keeps the language of its console, which is Vietnamese until somebody chose', () => {
    expect(open().language.read()).toBe('vi');
    open().language.keep('en');

    expect(open().language.read()).toBe('en');
  });

  describe('that is damaged', () => {
    /** Writes over the file as a failing disk does. */
    function damage(change: (file: Buffer) => void): void {
      for (const { cache } of opened.splice(0)) cache.close();
      const file = join(folder, 'wall.db');
      const bytes = readFileSync(file);
      change(bytes);
      writeFileSync(file, bytes);
    }

    /** Writes the picture of the World anew, as another version of the product would have. */
    function rewrite(change: (world: World) => unknown, version: number): void {
      const db = openDriver(join(folder, 'wall.db'), driver);
      const row = db.prepare('SELECT world FROM worlds').get() as { readonly world: string };
      const text = JSON.stringify(change(JSON.parse(row.world) as World));
      db.prepare('UPDATE worlds SET world = ?, sum = ?, version = ?').run(text, checksum(text), version);
      db.close();
    }

    function fill(): void {
      const { cache, people, language } = open();
      cache.load();
      cache.append([commit(1), commit(2)], { cursor, order });
      people.put(person);
      language.keep('en');
    }

    it('is set aside with all that belongs to it, and a new one is made', () => {
      fill();
      damage((bytes) => bytes.fill(0xff, 0, 4_096));

      expect(afterKill()).toMatchObject({ world: emptyWorld, cursors: [] });

      expect(setAside).toHaveLength(1);
      expect(readdirSync(folder).some((name) => name.startsWith('wall.db.damaged-2026-11-22'))).toBe(true);
    });

    it('is noticed when one bit inside a value is wrong, which SQLite does not see', () => {
      fill();
      damage((bytes) => bytes.write('X', bytes.lastIndexOf('sông Cầu')));

      expect(afterKill()).toMatchObject({ world: emptyWorld, cursors: [] });

      expect(setAside).toHaveLength(1);
    });

    it('gives up what only this machine knows: its name, its orders, its people, its language', () => {
      fill();
      const { device } = open().cache.load();
      damage((bytes) => bytes.write('X', bytes.lastIndexOf('sông Cầu')));

      expect(afterKill()).toMatchObject({ device, orders: [order], nextOrder: 2 });
      expect(open().people.all()).toEqual([person]);
      expect(open().language.read()).toBe('en');
    });

    it('set aside keeps the scenes, drafts, plans and documents of the room', () => {
      const { cache } = open();
      const made = ofTheRoom.reduce(applyChange, emptyWorld);
      cache.saveWorld({ world: made, seq: 1, at: NOON, cursors: [], orders: [] });
      cache.append(
        [commit(2, { type: 'wall.sceneKept', wallId: 'main', scene: scene('r2'), by: 'Hạnh' })],
        {},
      );
      cache.append([commit(3)], {});
      damage((bytes) => bytes.write('X', bytes.lastIndexOf('sông Cầu')));

      const { world } = afterKill();

      expect(setAside).toHaveLength(1);
      expect(Object.keys(world.walls['main']?.scenes ?? {})).toEqual(['r1', 'r2']);
      expect(world.walls['main']?.drafts).toEqual(made.walls['main']?.drafts);
      expect(Object.keys(world.schedules['main']?.tours ?? {})).toEqual(['tour']);
      expect(Object.keys(world.documents.byId)).toEqual([document.id]);
      expect(world.incidents).toEqual(emptyWorld.incidents);
    });

    it('halts what was under way, says what, and keeps what waits for the hour', () => {
      const { cache } = open();
      const planner = { name: 'Hạnh', role: 'operator' } as const;
      const started = { index: 0, stage: 'on', since: NOON, paused: null, leftMs: 60_000 } as const;
      const run = { id: 'run', tourId: 'tour', ...started, starter: planner, entryId: null } as const;
      const idle = { on: true, afterMs: 600_000, sceneId: 'r1', planner, since: NOON };
      const name = { vi: 'Bản đồ', en: 'Map' };
      const armed = { armedAt: NOON, fireAt: NOON + 9, kind: 'clock', programRevision: 1, planner } as const;
      const arm = { id: 'a', name, ...armed, ifMoved: 'ask', asking: false } as const;
      const underWay: readonly Change[] = [
        { type: 'schedule.idleSet', wallId: 'main', idle },
        { type: 'schedule.calendarHeld', wallId: 'main', held: { by: 'Hạnh', at: NOON } },
        { type: 'schedule.tourRun', wallId: 'main', run, by: 'Hạnh' },
        {
          type: 'schedule.armed',
          wallId: 'main',
          arm: { ...arm, source: { from: 'scene', sceneId: 'r1' } },
        },
      ];
      const world = [...ofTheRoom, ...underWay].reduce(applyChange, emptyWorld);
      cache.saveWorld({ world, seq: 1, at: NOON, cursors: [], orders: [] });
      cache.append([commit(2)], {});
      damage((bytes) => bytes.write('X', bytes.lastIndexOf('sông Cầu')));

      const schedule = afterKill().world.schedules['main'];

      expect(schedule).toMatchObject({ idle, held: { by: 'Hạnh' }, arm: null });
      expect(schedule?.run).toMatchObject({ ...run, paused: { why: 'damage' } });
      expect(haltedPlans).toEqual(['Vòng', 'Bản đồ']);
    });

    it('and of another version gives up what the room made, with a value for what came later', () => {
      const { cache } = open();
      cache.saveWorld({
        world: ofTheRoom.reduce(applyChange, emptyWorld),
        seq: 1,
        at: NOON,
        cursors: [],
        orders: [],
      });
      for (const each of opened.splice(0)) each.cache.close();
      rewrite((world) => {
        const { hold: _hold, control: _control, ...wall } = world.walls['main'] ?? {};
        return { ...world, version: 1, walls: { main: wall } };
      }, 1);

      const wall = afterKill().world.walls['main'];

      expect(Object.keys(wall?.scenes ?? {})).toEqual(['r1']);
      expect(wall?.hold).toEqual(emptyHold);
      expect(wall?.control).toEqual(noControl);
    });

    it('is not one that lacks what came later in the same version', () => {
      const { cache } = open();
      cache.saveWorld({
        world: ofTheRoom.reduce(applyChange, emptyWorld),
        seq: 1,
        at: NOON,
        cursors: [],
        orders: [],
      });
      for (const each of opened.splice(0)) each.cache.close();
      rewrite((world) => {
        const { theme: _theme, ...hold } = emptyHold;
        const { documents: _documents, ...rest } = world;
        return { ...rest, walls: { main: { ...world.walls['main'], hold } } };
      }, WORLD_VERSION);

      const { world } = afterKill();

      expect(setAside).toEqual([]);
      expect(world.walls['main']?.hold).toEqual(emptyHold);
      expect(world.documents).toEqual(emptyWorld.documents);
    });

    it('is never shown as good, whichever byte is wrong', () => {
      fill();
      for (const { cache } of opened.splice(0)) cache.close();
      const whole = readFileSync(join(folder, 'wall.db'));
      const sound = JSON.stringify([worldAfter(2), [cursor], [person]]);
      const anew = JSON.stringify([emptyWorld, []]);
      const random = randomFrom(20_261_122);

      for (let run = 0; run < 150; run += 1) {
        for (const name of readdirSync(folder)) rmSync(join(folder, name));
        const flipped = Buffer.from(whole);
        const at = Math.floor(random() * flipped.length);
        flipped[at] = (flipped[at] ?? 0) ^ (1 << Math.floor(random() * 8));
        writeFileSync(join(folder, 'wall.db'), flipped);

        const { cache, people } = open();
        const { world, cursors } = cache.load();

        const found = [JSON.stringify([world, cursors, people.all()]), JSON.stringify([world, cursors])];
        expect(found[0] === sound || found[1] === anew, `byte ${at}`).toBe(true);
        for (const each of opened.splice(0)) each.cache.close();
      }
    });

    it('is set aside when a newer product wrote it', () => {
      fill();
      for (const { cache } of opened.splice(0)) cache.close();
      const db = openDriver(join(folder, 'wall.db'), driver);
      db.exec('PRAGMA user_version = 9999');
      db.close();

      expect(afterKill().world).toEqual(emptyWorld);
      expect(setAside).toHaveLength(1);
    });

    it('in its past of readings does not stop the wall, and begins a new past', () => {
      const point: PortReading = ['k', 1, NOON, NOON, 0, 'live'];
      open().cache.saveReadings({ latest: [], history: [point], cursors: [], lastHeardAt: null });
      for (const { cache } of opened.splice(0)) cache.close();
      writeFileSync(join(folder, 'history.db'), 'this is no database at all');

      const { cache } = open();
      cache.saveReadings({ latest: [], history: [point], cursors: [], lastHeardAt: null });

      expect(cache.history('k', 0, 10)).toEqual([[NOON, 1, 'live']]);
      expect(setAside).toHaveLength(1);
    });
  });
});
