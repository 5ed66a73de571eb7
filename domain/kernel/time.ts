/** Viet Nam keeps one time zone without daylight saving: ICT, UTC+7. */
export const ICT_OFFSET_MS = 7 * 3_600_000;

const DAY_MS = 86_400_000;

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

/** True when both instants (epoch ms) fall on one day in Viet Nam. */
export function sameVietnamDay(a: number, b: number): boolean {
  return Math.floor((a + ICT_OFFSET_MS) / DAY_MS) === Math.floor((b + ICT_OFFSET_MS) / DAY_MS);
}

/** Day of the week in Viet Nam, 0 is Sunday. */
export function vietnamWeekday(at: number): number {
  return new Date(at + ICT_OFFSET_MS).getUTCDay();
}
