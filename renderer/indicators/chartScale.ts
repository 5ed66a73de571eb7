import { ICT_OFFSET_MS, vietnamClock, vietnamDate } from '../../domain/kernel/time.ts';
import type { Limit } from '../../domain/indicators/model.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const timeSteps = [
  MINUTE_MS,
  2 * MINUTE_MS,
  5 * MINUTE_MS,
  10 * MINUTE_MS,
  30 * MINUTE_MS,
  HOUR_MS,
  2 * HOUR_MS,
  3 * HOUR_MS,
  6 * HOUR_MS,
  12 * HOUR_MS,
  DAY_MS,
  2 * DAY_MS,
  7 * DAY_MS,
  14 * DAY_MS,
  30 * DAY_MS,
  90 * DAY_MS,
  365 * DAY_MS,
];

/** Round moments in Viet Nam time between two instants, at most `most` of them. */
export function timeSplits(from: number, to: number, most: number): readonly number[] {
  const stepMs = timeSteps.find((step) => (to - from) / step <= most) ?? (to - from) / most;
  const first = Math.ceil((from + ICT_OFFSET_MS) / stepMs) * stepMs - ICT_OFFSET_MS;
  const count = Math.max(0, Math.floor((to - first) / stepMs) + 1);
  return Array.from({ length: Math.min(count, most) }, (_one, index) => first + index * stepMs);
}

/** The round moments whose labels stand whole under an axis: none hangs over its right end. */
export function labelledTimes(
  [from, to]: readonly [number, number],
  axis: { readonly widthPx: number; readonly labelPx: number },
): readonly number[] {
  const most = Math.max(2, Math.floor(axis.widthPx / (axis.labelPx * 1.5)));
  const half = ((to - from) * axis.labelPx) / 2 / Math.max(1, axis.widthPx);
  return timeSplits(from, to, most).filter((at) => at <= to - half);
}

/** A moment under an axis: the clock within two days, the date beyond, the year beyond two years. */
export function timeLabel(at: number, spanMs: number): string {
  if (spanMs <= 2 * DAY_MS) return vietnamClock(at);
  return spanMs <= 730 * DAY_MS ? vietnamDate(at).slice(0, 5) : vietnamDate(at).slice(3);
}

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < 1e-6;
}

/** Round values that cover a range, at most `most` of them; each a multiple of the least step of what is measured. */
export function valueSplits(
  [low, high]: readonly [low: number, high: number],
  most: number,
  leastStep: number,
): readonly number[] {
  const raw = Math.max(leastStep, (high - low) / Math.max(1, most));
  const magnitude = 10 ** Math.floor(Math.log10(raw) + 1e-9);
  const nice = [1, 2, 2.5, 5, 10].map((times) => times * magnitude);
  const step = nice.find((one) => one >= raw - 1e-9 && isWhole(one / leastStep)) ?? 10 * magnitude;
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_one, index) => (first + index) * step);
}

/** Decimal places that tell the splits apart. */
export function splitDecimals(splits: readonly number[]): number {
  const step = Math.abs((splits[1] ?? 1) - (splits[0] ?? 0));
  if (step === 0) return 0;
  const places = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  return Math.abs(step * 10 ** places - Math.round(step * 10 ** places)) > 1e-6 ? places + 1 : places;
}

/** An axis spans at least so many of the least steps: smaller movements would fill it and look great. */
const FEWEST_STEPS = 10;

/**
 * The values an axis spans: all points with some air, and every limit that leaves the points a third of the height.
 * `leastStep`: the least difference that the values can show.
 */
export function valueRange(
  values: readonly number[],
  limits: readonly Limit[],
  leastStep: number,
): readonly [low: number, high: number] {
  if (values.length === 0) return [0, 1];
  const lowest = Math.min(...values);
  const highest = Math.max(...values);
  const size = Math.max(highest - lowest, FEWEST_STEPS * leastStep);
  const spare = (size - (highest - lowest)) / 2;
  const low = lowest >= 0 ? Math.max(0, lowest - spare) : lowest - spare;
  const high = low + size;
  const near = limits
    .map(({ value }) => value)
    .filter((value) => high - value <= size * 3 && value - low <= size * 1.5);
  const bottom = Math.min(low, ...near);
  const top = Math.max(high, ...near);
  const air = (top - bottom) * 0.08;
  return [low >= 0 ? Math.max(0, bottom - air) : bottom - air, top + air];
}

/** The time an axis spans: as much of `spanMs` as there is history for, a sixth of it at least. */
export function timeRange(
  [firstAt, lastAt]: readonly [number | undefined, number | undefined],
  now: number,
  spanMs: number,
): readonly [from: number, to: number] {
  const to = Math.max(now, lastAt ?? now);
  return [Math.min(Math.max(to - spanMs, firstAt ?? to - spanMs), to - spanMs / 6), to];
}
