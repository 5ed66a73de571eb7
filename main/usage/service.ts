import type { Commit } from '../../domain/contract/world.ts';
import { accept } from '../../domain/kernel/outcome.ts';
import { own } from '../../domain/kernel/own.ts';
import { startOfVietnamDay, vietnamDay } from '../../domain/kernel/time.ts';
import type { UsageCalls } from '../../domain/usage/calls.ts';
import { ReadInput } from '../../domain/usage/inputs.ts';
import { UNUSED_DAYS, USE_DAYS, type Seen, type Use } from '../../domain/usage/model.ts';
import { keyOf, seenOn, sharesOf, summed } from '../../domain/usage/rules.ts';
import type { Handlers } from '../kernel/handlers.ts';
import type { Hub } from '../kernel/hub.ts';
import type { Clock, Log } from '../kernel/ports.ts';

/** What was seen is counted this often, ms; a longer pause was a sleep. */
const COUNT_MS = 10_000;
/** And written this often, ms: a kill loses no more than that. */
const WRITE_MS = 60_000;

/**
 * What is seen again this soon did not come on anew, ms: every command asks all displays for new receipts. Shorter than the
 * shortest stop of a tour.
 */
const GONE_MS = 2_500;

/** Where uses are kept by day of Viet Nam. Every method throws when the disk refuses. */
export type UsageBook = {
  /** Adds to what was kept for these days. */
  add(uses: readonly (Use & { readonly day: number })[]): void;
  /** First and last day, both counted. */
  read(firstDay: number, lastDay: number): readonly Use[];
  firstDay(): number | null;
  drop(beforeDay: number): void;
};

type Needs = {
  readonly hub: Pick<Hub, 'world'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly book: UsageBook;
  readonly wallId: string;
};

type DayUse = Use & { readonly day: number };

function isOfWall({ change }: Commit): boolean {
  return change.type.startsWith('wall.');
}

/** Counts how long scenes and tiles are seen, and tells it. */
export function createUsageService({ hub, clock, log, book, wallId }: Needs) {
  const unwritten = new Map<string, DayUse>();
  /** What was seen a moment ago, and until when. */
  const seenUntil = new Map<string, number>();
  let seen: readonly Seen[] = look();
  let lookedAt = clock.now();
  let writtenAt = clock.now();
  let callOff = clock.after(COUNT_MS, count);

  function look(): readonly Seen[] {
    const wall = own(hub.world().walls, wallId);
    return wall === undefined ? [] : seenOn(wall);
  }

  function put(day: number, what: Seen, more: Pick<Use, 'shownMs' | 'times'>): void {
    const key = `${day} ${keyOf(what)}`;
    const before = unwritten.get(key);
    unwritten.set(key, {
      ...what,
      day,
      shownMs: more.shownMs + (before?.shownMs ?? 0),
      times: more.times + (before?.times ?? 0),
      lastAt: clock.now(),
    });
  }

  /** What was seen until now gets its time; what comes on now gets its turn. */
  function settle(): void {
    const now = clock.now();
    for (const { day, ms } of sharesOf(lookedAt, now, 2 * COUNT_MS))
      for (const what of seen) put(day, what, { shownMs: ms, times: 0 });
    lookedAt = now;
    for (const what of seen) seenUntil.set(keyOf(what), now);
    for (const [key, at] of seenUntil) if (Math.abs(now - at) > GONE_MS) seenUntil.delete(key);
    seen = look();
    for (const what of seen)
      if (!seenUntil.has(keyOf(what))) put(vietnamDay(now), what, { shownMs: 0, times: 1 });
  }

  function write(): void {
    writtenAt = clock.now();
    if (unwritten.size === 0) return;
    try {
      book.add([...unwritten.values()]);
      book.drop(vietnamDay(clock.now()) - USE_DAYS);
      unwritten.clear();
    } catch (error) {
      log.warn('usage.unkept', { reason: String(error) });
    }
  }

  function count(): void {
    settle();
    if (Math.abs(clock.now() - writtenAt) >= WRITE_MS) write();
    callOff = clock.after(COUNT_MS, count);
  }

  const calls: Handlers<keyof UsageCalls> = {
    'usage.read': {
      allowed: ['console'],
      quiet: true,
      parse: (raw) => ReadInput.parse(raw),
      run({ days }) {
        settle();
        write();
        const today = vietnamDay(clock.now());
        const first = book.firstDay();
        return accept({
          uses: summed(book.read(today - days + 1, today)),
          lately: summed(book.read(today - UNUSED_DAYS + 1, today)),
          countedSince: first === null ? null : startOfVietnamDay(first),
        });
      },
    },
  };

  return {
    calls,
    /** Told of every commit: what the wall shows may have changed. */
    saw(commits: readonly Commit[]): void {
      if (commits.some(isOfWall)) settle();
    },
    stop(): void {
      callOff();
      settle();
      write();
    },
  };
}
