import { costOf, shedTo, wanted, type Load, type ShedLevel } from './shedding.ts';

/** What became of one tile's pictures since the last look. */
export type TileTally = Load & {
  /** Pictures that should have been seen. */
  readonly due: number;
  readonly shown: number;
};

/** One look at all tiles of this machine; `now` and all times in epoch ms. */
export type Look = {
  readonly now: number;
  readonly tiles: readonly TileTally[];
  /** Share of this machine's processors in use, 0…1. */
  readonly busy: number;
  /** Share of frames that the slowest window painted too late for a picture of 25 a second, 0…1. */
  readonly late: number;
};

/** How much moving picture this machine can show, as it turned out while it ran. */
export type Budget = {
  /** Thousands of pixels per second; null: no limit was met. */
  readonly capacity: number | null;
  readonly levels: ReadonlyMap<string, ShedLevel>;
  /** Looks in a row at which pictures were lost. */
  readonly strained: number;
  /** Nothing was lost since. */
  readonly calmSince: number;
  readonly changedAt: number;
  /** The last change let tiles up again. */
  readonly raised: boolean;
  /** So long it must be calm before tiles go up again, ms. */
  readonly patienceMs: number;
};

/** Of pictures that matter most this part may be lost before other tiles give up theirs. */
const LOST_OF_FIRST = 0.03;
/** Where no tile matters more than another all lose alike; above this, decoding what nobody sees costs more than it gives. */
const LOST_OF_ALL = 0.35;
/** With fewer pictures than this in a look a share says nothing. */
const LEAST_DUE = 10;
/** Lost pictures are this machine's fault only when it is busy or its windows are late; else the camera's or its line's. */
const BUSY = 0.85;
const LATE = 0.2;
/** What was shown under strain was too much already where the first tiles lost pictures, else just what can be done. */
const BACK_OFF_FOR_FIRST = 0.8;
const BACK_OFF = 0.95;
/** A change needs this long to be felt, ms. */
const SETTLE_MS = 3_000;
const STRAINED_LOOKS = 2;
const RAISE = 1.1;
const RAISE_EVERY_MS = 4_000;
const PATIENCE_MS = 8_000;
const MOST_PATIENCE_MS = 120_000;
/** A limit this far above what is asked for is no limit any more. */
const FORGOTTEN_ABOVE = 1.5;

export function newBudget(now: number): Budget {
  return {
    capacity: null,
    levels: new Map(),
    strained: 0,
    calmSince: now,
    changedAt: now,
    raised: false,
    patienceMs: PATIENCE_MS,
  };
}

function lost(tiles: readonly TileTally[]): number {
  const due = tiles.reduce((sum, tile) => sum + tile.due, 0);
  const shown = tiles.reduce((sum, tile) => sum + Math.min(tile.shown, tile.due), 0);
  return due < LEAST_DUE ? 0 : 1 - shown / due;
}

function firstLose({ tiles }: Look): boolean {
  return lost(tiles.filter(({ importance }) => importance !== 'normal')) > LOST_OF_FIRST;
}

/** Whether this machine loses pictures that it should show. */
function isStrained(look: Look): boolean {
  if (look.busy < BUSY && look.late < LATE) return false;
  return firstLose(look) || lost(look.tiles) > LOST_OF_ALL;
}

/** What the tiles cost as they were really shown. */
function used(budget: Budget, tiles: readonly TileTally[]): number {
  return tiles.reduce((sum, tile) => {
    const share = tile.due > 0 ? Math.min(1, tile.shown / tile.due) : 1;
    return sum + share * costOf(tile, budget.levels.get(tile.ticket) ?? 'full');
  }, 0);
}

/** Pictures are lost: what was shown is more than this machine can do. A raise that failed makes the next one wait longer. */
function stepDown(budget: Budget, look: Look): Budget {
  const { now, tiles } = look;
  const shown = used(budget, tiles) * (firstLose(look) ? BACK_OFF_FOR_FIRST : BACK_OFF);
  const capacity = Math.min(budget.capacity ?? Number.POSITIVE_INFINITY, shown);
  const patienceMs = budget.raised
    ? Math.min(MOST_PATIENCE_MS, budget.patienceMs * 2)
    : Math.max(PATIENCE_MS, budget.patienceMs);
  return { ...budget, capacity, patienceMs, strained: 0, changedAt: now, raised: false };
}

/** It has been calm for long enough: a little more is tried. */
function stepUp(budget: Budget, capacity: number, { now, tiles }: Look): Budget {
  const higher = capacity * RAISE;
  const isFree = higher > wanted(tiles) * FORGOTTEN_ABOVE;
  return {
    ...budget,
    capacity: isFree ? null : higher,
    patienceMs: isFree ? PATIENCE_MS : budget.patienceMs,
    changedAt: now,
    raised: true,
  };
}

function turned(budget: Budget, look: Look): Budget {
  const { now } = look;
  const strained = isStrained(look) ? budget.strained + 1 : 0;
  const next = { ...budget, strained, calmSince: strained > 0 ? now : budget.calmSince };
  if (strained >= STRAINED_LOOKS && now - budget.changedAt >= SETTLE_MS) return stepDown(next, look);
  const { capacity } = next;
  if (capacity === null || strained > 0) return next;
  const waitMs = budget.raised ? RAISE_EVERY_MS : 0;
  const isCalm =
    now - next.calmSince >= next.patienceMs && now - next.changedAt >= Math.max(waitMs, SETTLE_MS);
  return isCalm ? stepUp(next, capacity, look) : next;
}

/** The budget after one more look at the tiles: down at once where pictures are lost, up slowly where they are not. */
export function lookedAt(budget: Budget, look: Look): Budget {
  const next = turned(budget, look);
  return { ...next, levels: shedTo(next.capacity ?? Number.POSITIVE_INFINITY, look.tiles) };
}
