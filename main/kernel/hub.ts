import { applyChange, type Change, type Commit, type World } from '../../domain/contract/world.ts';
import type { Cursor } from '../../domain/contract/wire.ts';
import type { Cache, Clock, Log, Order, Saved, Tied, Windows } from './ports.ts';

/** After so many commits the whole World is written once, so that a start replays few. */
export const WORLD_EVERY = 500;
/** After the disk refused, it is asked again this often, ms. */
export const RETRY_MS = 5_000;

/** The only writer of the World, of the stream's cursors and of the orders on their way up. */
export type Hub = {
  world(): World;
  seq(): number;
  /** Cache, then memory, then windows. Throws only when an order cannot be kept: then nothing was changed. */
  commit(change: Change | readonly Change[], tied?: Tied): void;
  cursors(): readonly Cursor[];
  cursor(topic: string): Cursor | undefined;
  /** A reading moved the stream on: the cursor is written with the next readings. */
  moveCursor(cursor: Cursor): void;
  /** Cursors that moved so since they were last written with a commit; none while a commit could not be written. */
  movedCursors(): readonly Cursor[];
  orders(): readonly Order[];
  /** The number that the next order will bear. */
  nextOrder(): number;
  /** False while the disk refuses what is committed. */
  kept(): boolean;
  /** Writes the World if it is newer than what was written last. */
  save(): void;
};

type Needs = {
  readonly saved: Saved;
  readonly cache: Cache;
  readonly clock: Clock;
  readonly windows: Windows;
  readonly log: Log;
  /** Writes the readings that a cursor already covers: a cursor on disk never runs ahead of them. False: the disk refused. */
  readonly saveReadings: () => boolean;
  /** Told when the disk begins to refuse, and when it takes again. */
  readonly onKept: (kept: boolean) => void;
};

/** Builds the hub on what the cache gave back. */
export function createHub({ saved, cache, clock, windows, log, saveReadings, onKept }: Needs): Hub {
  let { world, seq, nextOrder } = saved;
  const cursors = new Map(saved.cursors.map((cursor) => [cursor.topic, cursor]));
  const orders = new Map(saved.orders.map((order) => [order.number, order]));
  /** Topics whose cursor moved with readings that may not be on disk yet. */
  const moved = new Set<string>();
  let savedSeq = saved.pictured;
  let kept = true;

  /** Throws when the disk refuses: no cursor may be written then. */
  function catchReadingsUp(): void {
    if (!saveReadings()) throw new Error('the readings could not be kept');
    moved.clear();
  }

  function writeWorld(): void {
    if (moved.size > 0) catchReadingsUp();
    cache.saveWorld({
      world,
      seq,
      at: clock.now(),
      cursors: [...cursors.values()],
      orders: [...orders.values()],
    });
    savedSeq = seq;
  }

  /** What was shown while the disk refused is not in the journal: the whole state goes in once, then appending goes on. */
  function retry(): void {
    try {
      writeWorld();
      kept = true;
      onKept(true);
    } catch {
      clock.after(RETRY_MS, retry);
    }
  }

  function refused(error: unknown): void {
    kept = false;
    log.error('cache.refused', { reason: String(error) });
    onKept(false);
    clock.after(RETRY_MS, retry);
  }

  /** A fact of the province is shown even if the disk refuses it: it comes again. An order must be kept, or it is none. */
  function keep(commits: readonly Commit[], tied: Tied): void {
    if (kept) {
      try {
        if (tied.cursor && moved.has(tied.cursor.topic)) catchReadingsUp();
        return cache.append(commits, tied);
      } catch (error) {
        refused(error);
      }
    }
    if (tied.order) throw new Error('the order could not be kept');
  }

  function remember(tied: Tied): void {
    if (tied.cursor) cursors.set(tied.cursor.topic, tied.cursor);
    if (tied.answered !== undefined) orders.delete(tied.answered);
    if (!tied.order) return;
    orders.set(tied.order.number, tied.order);
    nextOrder = tied.order.number + 1;
  }

  function save(): void {
    if (!kept || savedSeq === seq) return;
    try {
      writeWorld();
    } catch (error) {
      refused(error);
    }
  }

  return {
    world: () => world,
    seq: () => seq,
    commit(change, tied = {}) {
      const at = clock.now();
      const changes = isList(change) ? change : [change];
      const commits = changes.map((item, index) => ({ seq: seq + 1 + index, at, change: item }));
      keep(commits, tied);
      world = changes.reduce(applyChange, world);
      seq += commits.length;
      remember(tied);
      if (commits.length > 0) windows.publish(commits);
      if (seq - savedSeq >= WORLD_EVERY) save();
    },
    cursors: () => [...cursors.values()],
    cursor: (topic) => cursors.get(topic),
    moveCursor(cursor) {
      cursors.set(cursor.topic, cursor);
      moved.add(cursor.topic);
    },
    movedCursors: () => (kept ? [...moved].flatMap((topic) => cursors.get(topic) ?? []) : []),
    orders: () => [...orders.values()].sort((a, b) => a.number - b.number),
    nextOrder: () => nextOrder,
    kept: () => kept,
    save,
  };
}

function isList(change: Change | readonly Change[]): change is readonly Change[] {
  return Array.isArray(change);
}
