import { sameVietnamDay, vietnamClock, vietnamClockSeconds, vietnamDate } from '../../domain/kernel/time.ts';
import type { Language } from '../../domain/kernel/text.ts';

const locale = { vi: 'vi-VN', en: 'en-GB' } as const;

/** One formatter per language and number of places: making one costs more than using it a hundred times. */
const formatters = new Map<string, Intl.NumberFormat>();

function formatter(decimals: number, language: Language): Intl.NumberFormat {
  const name = `${language}${decimals}`;
  const known = formatters.get(name);
  if (known) return known;
  const made = new Intl.NumberFormat(locale[language], {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  formatters.set(name, made);
  return made;
}

/** A figure with `decimals` places: `1.234,5` in Vietnamese, `1,234.5` in English; real minus sign, never minus zero. */
export function formatNumber(value: number, decimals: number, language: Language): string {
  const shown = formatter(decimals, language).format(Math.abs(value));
  return value < 0 && /[1-9]/.test(shown) ? `−${shown}` : shown;
}

/** A difference with its sign in front, real minus sign. */
export function formatDifference(value: number, decimals: number, language: Language): string {
  const shown = formatNumber(value, decimals, language);
  return value > 0 && /[1-9]/.test(shown) ? `+${shown}` : shown;
}

/** A moment as a person in Viet Nam writes it: the clock today, date and clock on other days. */
export function formatMoment(at: number, now: number): string {
  return sameVietnamDay(at, now) ? vietnamClock(at) : `${vietnamClock(at)} ${vietnamDate(at)}`;
}

/** The same to the second. */
export function formatSecond(at: number, now: number): string {
  const clock = vietnamClockSeconds(at);
  return sameVietnamDay(at, now) ? clock : `${clock} ${vietnamDate(at)}`;
}

/** The same in fewer and fewer signs: on other days the day stays longest. */
export function shorterMoments(at: number, now: number): readonly string[] {
  const clock = vietnamClock(at);
  const day = vietnamDate(at).slice(0, 5);
  return sameVietnamDay(at, now) ? [clock] : [`${clock} ${day}`, day];
}

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

type SpanWords = Readonly<Record<'seconds' | 'minutes' | 'hours' | 'days', (count: string) => string>>;

/** A length of time (ms) in one unit, rounded down: `40 giây`, `12 phút`. Seconds go by tens, so that a wall stays calm. */
export function spanWords(spanMs: number, words: SpanWords, language: Language): string {
  const count = (unitMs: number) => formatNumber(Math.floor(spanMs / unitMs), 0, language);
  if (spanMs < 10_000) return words.seconds(count(1_000));
  if (spanMs < MINUTE_MS) return words.seconds(formatNumber(Math.floor(spanMs / 10_000) * 10, 0, language));
  if (spanMs < HOUR_MS) return words.minutes(count(MINUTE_MS));
  return spanMs < DAY_MS ? words.hours(count(HOUR_MS)) : words.days(count(DAY_MS));
}
