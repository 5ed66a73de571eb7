import { dayOfIso, MINUTE_MS, startOfVietnamDay, vietnamDay, weekdayOfDay } from '../kernel/time.ts';
import { same } from '../kernel/same.ts';
import { CLOCK_BACK_MS } from './limits.ts';
import type { Days, Entry, EntryHours, Occurrence, Schedule } from './model.ts';

const DAY_MINUTES = 1_440;

/** How long an entry holds each time, ms; it may cross midnight, and from 00:00 until 00:00 is a whole day. */
export function lengthMs({ fromMinute, untilMinute }: EntryHours): number {
  const minutes = untilMinute - fromMinute;
  return (minutes > 0 ? minutes : minutes + DAY_MINUTES) * MINUTE_MS;
}

function holdsOn(days: Days, day: number): boolean {
  if (days.kind === 'weekly') return days.weekdays.includes(weekdayOfDay(day));
  return day >= (dayOfIso(days.first) ?? Infinity) && day <= (dayOfIso(days.last) ?? -Infinity);
}

function occurrenceOn(entry: Entry, day: number): Occurrence | undefined {
  if (!entry.on || !holdsOn(entry.days, day)) return undefined;
  const startsAt = startOfVietnamDay(day) + entry.fromMinute * MINUTE_MS;
  return { entryId: entry.id, startsAt, endsAt: startsAt + lengthMs(entry), showing: entry.showing };
}

/** The occurrence of one entry that holds at an instant: it began that day or, over midnight, the day before. */
export function occurrenceOf(entry: Entry, at: number): Occurrence | undefined {
  const today = vietnamDay(at);
  return [today, today - 1]
    .flatMap((day) => occurrenceOn(entry, day) ?? [])
    .find(({ startsAt, endsAt }) => startsAt <= at && at < endsAt);
}

/** A single day goes before a range, a range before every week. */
function rank({ days }: Entry): number {
  if (days.kind === 'weekly') return 0;
  return days.first === days.last ? 2 : 1;
}

type Held = { readonly entry: Entry; readonly occurrence: Occurrence };

/**
 * Which of two entries that hold at once has the wall: the more particular days; then the one that began later; then the
 * one that ends sooner; then the one whose id comes first, so that the answer is always the same.
 */
function firstOf(a: Held, b: Held): number {
  return (
    rank(b.entry) - rank(a.entry) ||
    b.occurrence.startsAt - a.occurrence.startsAt ||
    a.occurrence.endsAt - b.occurrence.endsAt ||
    (a.entry.id < b.entry.id ? -1 : 1)
  );
}

/** What the calendar wants on the wall at an instant, or undefined. */
export function occurrenceAt(entries: readonly Entry[], at: number): Occurrence | undefined {
  const held = entries.flatMap((entry): readonly Held[] => {
    const occurrence = occurrenceOf(entry, at);
    return occurrence ? [{ entry, occurrence }] : [];
  });
  return held.sort(firstOf)[0]?.occurrence;
}

export type CalendarChange = { readonly at: number; readonly occurrence: Occurrence | undefined };

/** How far ahead the calendar looks, days: a week and a day, so that every weekly entry is seen. */
const AHEAD_DAYS = 8;

function edgesAfter(entries: readonly Entry[], now: number): readonly number[] {
  const days = Array.from({ length: AHEAD_DAYS + 2 }, (_, step) => vietnamDay(now) - 1 + step);
  const edges = entries.flatMap((entry) =>
    days.flatMap((day) => {
      const occurrence = occurrenceOn(entry, day);
      return occurrence ? [occurrence.startsAt, occurrence.endsAt] : [];
    }),
  );
  return [...new Set(edges)].filter((edge) => edge > now).sort((a, b) => a - b);
}

/** When the calendar next wants something else than now, within eight days: what, or nothing any more. */
export function nextChange(entries: readonly Entry[], now: number): CalendarChange | undefined {
  const standing = occurrenceAt(entries, now);
  for (const at of edgesAfter(entries, now)) {
    const occurrence = occurrenceAt(entries, at);
    if (!isSame(occurrence, standing)) return { at, occurrence };
  }
  return undefined;
}

/** The same stretch of time of the same entry, showing the same. */
export function isSame(a: Occurrence | undefined, b: Occurrence | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.entryId === b.entryId && a.startsAt === b.startsAt && same(a.showing, b.showing);
}

export type CalendarDue =
  | { readonly due: 'nothing' }
  | { readonly due: 'begin'; readonly occurrence: Occurrence }
  | { readonly due: 'end' };

const nothing: CalendarDue = { due: 'nothing' };

/**
 * What the calendar does now. It looks at what should stand now, never at what was missed: after a night asleep it begins
 * one entry, not all of them. It never does again what it has done: a clock that is set back before its last act leaves the
 * wall alone until that time is reached again, unless it is set back so far that it must have been wrong.
 */
export function dueAt(now: number, entries: readonly Entry[], last: Schedule['last']): CalendarDue {
  if (last !== null && now < last.actedAt && last.actedAt - now <= CLOCK_BACK_MS) return nothing;
  const wanted = occurrenceAt(entries, now);
  if (wanted !== undefined)
    return last !== null && isSame(wanted, last) ? nothing : { due: 'begin', occurrence: wanted };
  return last === null || last.over ? nothing : { due: 'end' };
}
