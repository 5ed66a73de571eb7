import { dateOfIso, dayOfIso, isoOfDay, vietnamDay } from '../../domain/kernel/time.ts';

const HOUR_MINUTES = 60;
const LAST_MINUTE = 1_439;

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** `07:30` of a minute of the day. */
export function clockOf(minute: number): string {
  return `${two(Math.floor(minute / HOUR_MINUTES))}:${two(minute % HOUR_MINUTES)}`;
}

/** The minute of the day that a person wrote: `7:30`, `07:30`, `7h30`; undefined for anything else. */
export function minuteOf(text: string): number | undefined {
  const parts = /^(\d{1,2})[:hH.](\d{2})$/.exec(text.trim());
  if (parts === null || Number(parts[2]) >= HOUR_MINUTES) return undefined;
  const minute = Number(parts[1]) * HOUR_MINUTES + Number(parts[2]);
  return minute <= LAST_MINUTE ? minute : undefined;
}

/** The day (`yyyy-MM-dd`) that a person wrote as `24/11/2026` or `4/1/2027`; undefined where there is no such day. */
export function isoOf(text: string): string | undefined {
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim());
  if (parts === null) return undefined;
  const iso = `${parts[3]}-${two(Number(parts[2]))}-${two(Number(parts[1]))}`;
  const day = dayOfIso(iso);
  return day === undefined ? undefined : isoOfDay(day);
}

/** `17:00 24/11/2026` of a moment in Viet Nam written `2026-11-24T17:00`; nothing of nothing. */
export function momentOf(local: string): string {
  const [iso = '', clock] = local.split('T');
  return clock === undefined ? '' : `${clock} ${dateOfIso(iso)}`;
}

/**
 * The moment in Viet Nam (`2026-11-24T17:00`) that a person wrote as `17:00 24/11/2026`, as `24/11/2026 17:00` or, on its own
 * day, as `17:00`; undefined where there is no such moment. `now`: epoch ms.
 */
export function localOf(text: string, now: number): string | undefined {
  const [first = '', second = dateOfIso(isoOfDay(vietnamDay(now))), ...rest] = text.trim().split(/\s+/);
  const [clock, day] = minuteOf(first) === undefined ? [second, first] : [first, second];
  const [minute, iso] = [minuteOf(clock), isoOf(day)];
  if (minute === undefined || iso === undefined || rest.length > 0) return undefined;
  return `${iso}T${clockOf(minute)}`;
}
