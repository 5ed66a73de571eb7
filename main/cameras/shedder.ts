import type { CameraBudget, WindowReport } from '../../domain/cameras/calls.ts';
import { lookedAt, newBudget, type TileTally } from '../../domain/cameras/budget.ts';
import { costOf, type Importance, type ShedLevel } from '../../domain/cameras/shedding.ts';
import type { Clock, Log } from '../kernel/ports.ts';

const LOOK_EVERY_MS = 1_000;
/** A tile that was opened or changed is not judged yet: it catches up with what came before, ms. */
const SETTLES_MS = 3_000;
/** A window that says nothing for so long is not there to be judged, ms. */
const SILENT_MS = 3_000;
/** Lost pictures are counted over this many reports: in one a picture on the way weighs too much. */
const REPORTS = 3;
const USUAL_RATE = 25;
const USUAL_PIXELS = 640 * 360;
const MOST_RATE = 60;

type Tile = {
  readonly ticket: string;
  readonly cameraId: string;
  readonly windowId: string;
  readonly onLevel: (level: ShedLevel) => void;
  readonly hasSub: boolean;
  importance: Importance;
  /** Sent on since the last report. */
  sent: number;
  rate: number;
  pixels: number;
  seen: boolean;
  level: ShedLevel;
  judgedFrom: number;
  reportedAt: number;
  counts: readonly { readonly due: number; readonly shown: number }[];
};

type Heard = { readonly at: number; readonly late: number };

/** Watches what becomes of all tiles' pictures and says which of them must give up something. */
export function createShedder(needs: {
  readonly clock: Clock;
  readonly log: Log;
  /** Share of this machine's processors in use since the last question, 0…1. */
  readonly busy: () => number;
  /** Cameras with something going on now: a tile that is not looked at has an alarm then. */
  readonly active: (now: number) => readonly string[];
}) {
  const { clock, log, busy, active } = needs;
  const tiles = new Map<string, Tile>();
  const windows = new Map<string, Heard>();
  let budget = newBudget(clock.now());
  let lastBusy = 0;
  let alarmed: ReadonlySet<string> = new Set();
  let callOff: (() => void) | null = null;

  const importanceOf = ({ importance, cameraId }: Tile): Importance =>
    importance === 'normal' && alarmed.has(cameraId) ? 'alarm' : importance;

  function tally(tile: Tile): TileTally {
    const { ticket, rate, pixels, hasSub, counts, judgedFrom } = tile;
    const importance = importanceOf(tile);
    const isJudged = clock.now() >= judgedFrom && counts.length === REPORTS;
    const sum = (field: 'due' | 'shown'): number =>
      isJudged ? counts.reduce((total, one) => total + one[field], 0) : 0;
    return { ticket, importance, rate, pixels, hasSub, due: sum('due'), shown: sum('shown') };
  }

  function obey(): void {
    for (const tile of tiles.values()) {
      const level = budget.levels.get(tile.ticket) ?? 'full';
      if (level === tile.level) continue;
      tile.level = level;
      tile.counts = [];
      tile.judgedFrom = clock.now() + SETTLES_MS;
      tile.onLevel(level);
    }
  }

  function look(): void {
    callOff = tiles.size > 0 ? clock.after(LOOK_EVERY_MS, look) : null;
    const now = clock.now();
    lastBusy = busy();
    const heard = [...windows.values()].filter(({ at }) => now - at < SILENT_MS);
    const before = budget;
    alarmed = new Set(active(now));
    const tallies = [...tiles.values()].map(tally);
    const late = Math.max(0, ...heard.map((window) => window.late));
    budget = lookedAt(budget, { now, tiles: tallies, busy: lastBusy, late });
    if (before.capacity !== budget.capacity)
      log.info('cameras.budgetChanged', { capacity: budget.capacity ?? -1, busy: lastBusy, late });
    obey();
  }

  function take(tile: Tile, said: WindowReport['tiles'][number]): void {
    tile.importance = said.importance;
    tile.seen = said.unseen === undefined;
    if (said.pixels > 0) tile.pixels = said.pixels;
    const due = Math.max(0, (said.due ?? tile.sent) - said.spared);
    const now = clock.now();
    const rate = Math.round((due * 1_000) / Math.max(1, now - tile.reportedAt));
    const isWhole = tile.level === 'full' || tile.level === 'sub';
    if (isWhole && now >= tile.judgedFrom) tile.rate = Math.min(MOST_RATE, Math.max(tile.rate, rate));
    tile.reportedAt = now;
    tile.sent = 0;
    tile.counts = [...tile.counts, { due, shown: said.shown }].slice(-REPORTS);
  }

  return {
    open(tile: Pick<Tile, 'ticket' | 'cameraId' | 'windowId' | 'importance' | 'hasSub' | 'onLevel'>): void {
      const reportedAt = clock.now();
      const judgedFrom = reportedAt + SETTLES_MS;
      const level: ShedLevel = 'full';
      alarmed = new Set(active(reportedAt));
      const usual = { sent: 0, rate: USUAL_RATE, pixels: USUAL_PIXELS, seen: false, counts: [] };
      tiles.set(tile.ticket, { ...tile, ...usual, level, judgedFrom, reportedAt });
      callOff ??= clock.after(LOOK_EVERY_MS, look);
    },
    /** It is looked at most, or has an alarm: by the last look. */
    comesFirst(ticket: string): boolean {
      const tile = tiles.get(ticket);
      return tile !== undefined && importanceOf(tile) !== 'normal';
    },
    sent(ticket: string): void {
      const tile = tiles.get(ticket);
      if (tile !== undefined) tile.sent += 1;
    },
    close: (ticket: string): void => void tiles.delete(ticket),
    dismiss: (windowId: string): void => void windows.delete(windowId),
    /** What a window has shown since its last word; answers what each of its tiles is to give up. */
    report(windowId: string, report: WindowReport): Readonly<Record<string, ShedLevel>> {
      windows.set(windowId, { at: clock.now(), late: report.late });
      const own = report.tiles.flatMap((said) => {
        const tile = tiles.get(said.ticket);
        return tile?.windowId === windowId ? [{ said, tile }] : [];
      });
      for (const { said, tile } of own) take(tile, said);
      return Object.fromEntries(own.map(({ tile }) => [tile.ticket, tile.level]));
    },
    budget(): CameraBudget {
      const seen = [...tiles.values()].filter((tile) => tile.seen);
      const levels = { full: 0, sub: 0, fewer: 0, keys: 0, still: 0 };
      for (const { level } of seen) levels[level] += 1;
      const used = seen.reduce((sum, tile) => sum + costOf(tile, tile.level), 0);
      return { capacity: budget.capacity, used, busy: lastBusy, tiles: seen.length, levels };
    },
    stop: (): void => callOff?.(),
  };
}
