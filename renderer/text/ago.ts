import type { Language } from '../../domain/kernel/text.ts';
import { formatNumber } from './format.ts';
import type { Dictionary } from './vi.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** An age (ms) in words, rounded down: `12 giây trước`, `3 phút trước`. Under a second it is `vừa xong`. */
export function agoWords(ageMs: number, words: Dictionary['ago'], language: Language): string {
  const count = (unitMs: number) => formatNumber(Math.floor(ageMs / unitMs), 0, language);
  if (ageMs < 1_000) return words.now;
  if (ageMs < MINUTE_MS) return words.seconds(count(1_000));
  if (ageMs < HOUR_MS) return words.minutes(count(MINUTE_MS));
  return ageMs < DAY_MS ? words.hours(count(HOUR_MS)) : words.days(count(DAY_MS));
}

/** A short age (ms) with tenths while they matter: `0,8 giây trước`. */
export function agoTenths(ageMs: number, words: Dictionary['ago'], language: Language): string {
  if (ageMs >= 9_950) return agoWords(ageMs, words, language);
  return words.seconds(formatNumber(ageMs / 1_000, 1, language));
}
