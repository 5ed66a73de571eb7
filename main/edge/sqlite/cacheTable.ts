import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { KeptLanguage, People } from '../../access/ports.ts';
import type { Cache, Saved } from '../../kernel/ports.ts';
import { isDamage, openDatabase, openQuick, setFileAside, type Opened } from './database.ts';
import { closeWhole, transaction, type Database, type DriverName } from './driver.ts';
import { cursorWriter, metaWriter, openLanguage, readCursors, readLanguage, readMeta } from './metaTable.ts';
import { outboxWriter, readOrders } from './outboxTable.ts';
import { openPeople, readPeople } from './peopleTable.ts';
import { openHistory, readingsWriter, readReadings } from './readingsTable.ts';
import { salvage } from './salvage.ts';
import { lastWorld, pruneJournal, worldAt, worldWriter } from './worldTables.ts';

/** Of the keys' histories, so many slices are pruned one after the other: none blocks for long. */
const PRUNE_SLICES = 360;
const DAY_MS = 86_400_000;

export type CacheConfig = {
  readonly profileDir: string;
  readonly retention: { readonly journalDays: number; readonly historyDays: number };
  readonly now: number;
  readonly driver?: DriverName;
  /** A damaged file got this name; told at the start and, for the past of readings, in use. */
  readonly onSetAside: (file: string) => void;
  /** These plans were under way, and are not any more. */
  readonly onHalted?: (names: readonly string[]) => void;
};

export type OpenedCache = {
  readonly cache: Cache & { worldAt(at: number): Saved['world'] };
  readonly people: People;
  readonly language: KeptLanguage;
  /** True when the profile cannot be written: what is kept now is gone with the next start. */
  readonly elsewhere: boolean;
};

type Content = Omit<Saved, 'device' | 'nextOrder'> & {
  readonly device: string | undefined;
  readonly nextOrder: number;
};

function readAll(db: Database): Content {
  readPeople(db);
  readLanguage(db);
  const { world, seq, pictured } = lastWorld(db);
  const heard = readMeta(db, 'last_heard_at');
  return {
    world,
    seq,
    pictured,
    cursors: readCursors(db),
    orders: readOrders(db),
    nextOrder: Number(readMeta(db, 'next_order') ?? 1),
    readings: readReadings(db),
    device: readMeta(db, 'device'),
    lastHeardAt: heard === undefined ? null : Number(heard),
  };
}

/**
 * Orders of a copy that is gone with the next start are numbered far above those of the file, each copy from its own moment
 * on (epoch ms): the file will go on from where it was, and no number may name two orders.
 */
function numberElsewhere(next: number, now: number): number {
  return Math.max(next, now);
}

/** Opens everything that outlives the core: `wall.db` with the World and orders, `history.db` with the past of readings. */
export function openCache(config: CacheConfig): OpenedCache {
  const { profileDir, retention, now, driver } = config;
  const opening = { kind: 'world', now, ...(driver && { driver }), read: readAll } as const;
  const opened = openDatabase({ ...opening, file: join(profileDir, 'wall.db') });
  if (opened.setAside !== undefined) {
    const plans = salvage(opened.setAside, opened.db, now, driver);
    config.onSetAside(opened.setAside);
    if (plans.length > 0) config.onHalted?.(plans);
  }
  const read = opened.setAside === undefined ? opened.content : readAll(opened.db);
  const content = opened.elsewhere ? { ...read, nextOrder: numberElsewhere(read.nextOrder, now) } : read;
  const history = lazyHistory(config);
  const db = opened.db;
  const quick = openQuick(opened.file, driver);

  return {
    cache: { ...buildCache({ db, quick, history, content, retention }), worldAt: (at) => worldAt(db, at) },
    people: openPeople(db),
    language: openLanguage(db),
    elsewhere: opened.elsewhere,
  };
}

/** The past is opened when it is first needed, so that a start does not wait for it; a damaged one is set aside in use. */
function lazyHistory({ profileDir, now, driver, onSetAside }: CacheConfig) {
  const file = join(profileDir, 'history.db');
  let opened: Opened<ReturnType<typeof openHistory>> | undefined;

  function open() {
    if (opened) return opened;
    opened = openDatabase({ file, kind: 'history', now, ...(driver && { driver }), read: openHistory });
    if (opened.setAside !== undefined) onSetAside(opened.setAside);
    return opened;
  }

  return {
    use<Value>(work: (db: Database, past: ReturnType<typeof openHistory>) => Value): Value {
      try {
        return work(open().db, open().content);
      } catch (error) {
        if (!isDamage(error)) throw error;
        const damaged = opened;
        opened = undefined;
        damaged?.db.close();
        if (damaged) onSetAside(setFileAside(damaged.file, now));
        return work(open().db, open().content);
      }
    },
    close: () => opened && closeWhole(opened.db),
  };
}

type Parts = {
  readonly db: Database;
  readonly quick: Database;
  readonly history: ReturnType<typeof lazyHistory>;
  readonly content: Content;
  readonly retention: CacheConfig['retention'];
};

function buildCache({ db, quick, history, content, retention }: Parts): Cache {
  const world = worldWriter(db);
  const outbox = outboxWriter(db);
  const cursor = cursorWriter(db);
  const meta = metaWriter(db);
  const quickCursor = cursorWriter(quick);
  const quickMeta = metaWriter(quick);
  const reading = readingsWriter(quick);
  let slice = 0;

  return {
    load() {
      const device = content.device ?? randomUUID();
      if (content.device === undefined) meta('device', device);
      return { ...content, device };
    },
    append(commits, tied) {
      transaction(db, () => {
        commits.forEach(world.append);
        if (tied.cursor) cursor(tied.cursor);
        if (tied.answered !== undefined) outbox.answered(tied.answered);
        if (!tied.order) return;
        outbox.put(tied.order);
        meta('next_order', tied.order.number + 1);
      });
    },
    saveWorld(state) {
      transaction(db, () => {
        world.picture(state);
        state.cursors.forEach(cursor);
        outbox.replace(state.orders);
      });
    },
    saveReadings({ latest, history: points, cursors, lastHeardAt }) {
      // The past goes first: a cursor that is written covers its points, too, and what is written twice is one point.
      if (points.length > 0) history.use((past, { put }) => transaction(past, () => points.forEach(put)));
      transaction(quick, () => {
        latest.forEach(reading);
        cursors.forEach(quickCursor);
        if (lastHeardAt !== null) quickMeta('last_heard_at', lastHeardAt);
      });
    },
    history: (key, since, limit) => history.use((_db, past) => past.since(key, since, limit)),
    prune(now) {
      transaction(quick, () => pruneJournal(quick, now - retention.journalDays * DAY_MS));
      slice = (slice + 1) % PRUNE_SLICES;
      const keys = keysOfSlice(quick, slice);
      const before = now - retention.historyDays * DAY_MS;
      history.use((past, { drop }) => transaction(past, () => keys.forEach((key) => drop(key, before))));
    },
    close() {
      history.close();
      quick.close();
      closeWhole(db);
    },
  };
}

function keysOfSlice(db: Database, slice: number): readonly string[] {
  const rows = db.prepare('SELECT key FROM readings ORDER BY key').all() as readonly {
    readonly key: string;
  }[];
  return rows.flatMap(({ key }, index) => (index % PRUNE_SLICES === slice ? [key] : []));
}
