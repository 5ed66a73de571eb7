/** Viet Nam keeps one time zone without daylight saving: ICT, UTC+7. */
export const ICT_OFFSET_MS = 7 * 3_600_000;

export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** The calendar parts of an instant (epoch ms) in Viet Nam. */
export function vietnamParts(at: number): {
  readonly day: number;
  readonly month: number;
  readonly year: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
} {
  const date = new Date(at + ICT_OFFSET_MS);
  return {
    day: date.getUTCDate(),
    month: date.getUTCMonth() + 1,
    year: date.getUTCFullYear(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
}

/** `dd/MM/yyyy` in Viet Nam time. */
export function vietnamDate(at: number): string {
  const { day, month, year } = vietnamParts(at);
  return `${two(day)}/${two(month)}/${year}`;
}

/** `HH:mm` in Viet Nam time. */
export function vietnamClock(at: number): string {
  const { hour, minute } = vietnamParts(at);
  return `${two(hour)}:${two(minute)}`;
}

/** `HH:mm:ss` in Viet Nam time. */
export function vietnamClockSeconds(at: number): string {
  return `${vietnamClock(at)}:${two(vietnamParts(at).second)}`;
}

/** `dd/MM/yyyy HH:mm:ss` in Viet Nam time. */
export function vietnamStamp(at: number): string {
  return `${vietnamDate(at)} ${vietnamClockSeconds(at)}`;
}

/** True when both instants (epoch ms) fall on one day in Viet Nam. */
export function sameVietnamDay(a: number, b: number): boolean {
  return vietnamDay(a) === vietnamDay(b);
}

/** Number of the day in Viet Nam, counted from 01/01/1970. */
export function vietnamDay(at: number): number {
  return Math.floor((at + ICT_OFFSET_MS) / DAY_MS);
}

/** The instant (epoch ms) at which a day of this number begins in Viet Nam. */
export function startOfVietnamDay(day: number): number {
  return day * DAY_MS - ICT_OFFSET_MS;
}

/** Day of the week of a day's number, 0 is Sunday. */
export function weekdayOfDay(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** The number of the day that `yyyy-MM-dd` names; undefined where the calendar has no such day. */
export function dayOfIso(text: string): number | undefined {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)?.slice(1).map(Number);
  if (parts === undefined) return undefined;
  const [year = 0, month = 0, date = 0] = parts;
  const at = Date.UTC(year, month - 1, date);
  return isoOfDay(at / DAY_MS) === text ? at / DAY_MS : undefined;
}

/** `yyyy-MM-dd` of a day's number. */
export function isoOfDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** `24/11/2026` of the day that `2026-11-24` names. */
export function dateOfIso(iso: string): string {
  return iso.split('-').reverse().join('/');
}

/** The instant (epoch ms) of `yyyy-MM-ddTHH:mm` in Viet Nam; undefined where calendar or clock have no such moment. */
export function instantOf(local: string): number | undefined {
  const parts = /^(.{10})T([01]\d|2[0-3]):([0-5]\d)$/.exec(local);
  const day = dayOfIso(parts?.[1] ?? '');
  if (day === undefined) return undefined;
  return startOfVietnamDay(day) + (Number(parts?.[2]) * 60 + Number(parts?.[3])) * MINUTE_MS;
}

/** Day of the week in Viet Nam, 0 is Sunday. */
export function vietnamWeekday(at: number): number {
  return new Date(at + ICT_OFFSET_MS).getUTCDay();
}
