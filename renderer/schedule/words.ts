import { dateOfIso, MINUTE_MS } from '../../domain/kernel/time.ts';
import type { Days, EntryHours } from '../../domain/schedule/model.ts';
import type { Dictionary } from '../text/vi.ts';
import { clockOf } from '../text/written.ts';

type Words = Dictionary['schedule'];

const HOUR_MINUTES = 60;

/** How long until something happens, ms: seconds in the last minute, rounded up so that it never says too little. */
export function leftWords(ms: number, { left }: Words): string {
  if (ms <= MINUTE_MS) return left.seconds(Math.max(0, Math.ceil(ms / 1_000)));
  const minutes = Math.ceil(ms / MINUTE_MS);
  if (minutes < HOUR_MINUTES) return left.minutes(minutes);
  return left.hours(Math.floor(minutes / HOUR_MINUTES), minutes % HOUR_MINUTES);
}

/** Monday first, as a week is written here. */
export const weekOrder = [1, 2, 3, 4, 5, 6, 0] as const;

/** `T2–T6`, `T2, T4, CN`, a day, a range of days. */
export function daysWords(days: Days, { calendar }: Words): string {
  if (days.kind === 'dates') {
    return days.first === days.last
      ? dateOfIso(days.first)
      : `${dateOfIso(days.first)}–${dateOfIso(days.last)}`;
  }
  const places = weekOrder.flatMap((weekday, place) => (days.weekdays.includes(weekday) ? [place] : []));
  const first = places[0] ?? 0;
  const last = places.at(-1) ?? 0;
  const name = (place: number): string => calendar.weekdays[weekOrder[place] ?? 0] ?? '';
  if (places.length === weekOrder.length) return calendar.everyDay;
  const oneRun = last - first === places.length - 1 && places.length > 2;
  return oneRun ? `${name(first)}–${name(last)}` : places.map(name).join(', ');
}

/** `T2–T6 07:30–11:30`. */
export function hoursWords(hours: EntryHours, words: Words): string {
  return `${daysWords(hours.days, words)} ${clockOf(hours.fromMinute)}–${clockOf(hours.untilMinute)}`;
}
