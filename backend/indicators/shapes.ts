import { z } from 'zod';
import { ICT_OFFSET_MS, vietnamParts } from '../../domain/kernel/time.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Offices report in the morning: a day's or a month's figure is true as of this hour. */
const REPORT_HOUR = 7;

const between = { base: z.number(), low: z.number(), high: z.number() };
const day = z.string().default('flat');

/** How an invented figure behaves; every value of it is labelled as sample data. */
export const ShapeSchema = z.discriminatedUnion('shape', [
  /** Wanders around its base, which follows the hour of the day. */
  z.object({ shape: z.literal('walk'), ...between, step: z.number().positive(), day }),
  /** Counts up from midnight to its total. */
  z.object({ shape: z.literal('today'), total: z.number().positive(), day }),
  /** A share, in percent, of another figure. */
  z.object({ shape: z.literal('share'), of: z.string(), total: z.number().positive() }),
  /** One value per hour, day or month; it stands until the next is due. */
  z.object({
    shape: z.literal('period'),
    every: z.enum(['hour', 'day', 'month']),
    ...between,
    spread: z.number(),
    day,
  }),
  /** What the office reports for each month of the year. */
  z.object({ shape: z.literal('months'), values: z.array(z.number()).length(12) }),
]);
export type Shape = z.infer<typeof ShapeSchema>;

export const SampleReadingsSchema = z.object({
  profiles: z.record(z.string(), z.array(z.number().min(0)).length(24)),
  readings: z.record(z.string(), ShapeSchema),
});
export type SampleReadings = z.infer<typeof SampleReadingsSchema>;

type Profile = readonly number[];

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/** The profile's factor at an instant, between its hours. */
export function factorAt(profile: Profile, at: number): number {
  const hours = ((at + ICT_OFFSET_MS) % DAY_MS) / HOUR_MS;
  const hour = Math.floor(hours);
  const from = profile[hour] ?? 1;
  return from + (hours - hour) * ((profile[(hour + 1) % 24] ?? 1) - from);
}

/** Which part of a day's total has come by an instant: 0 at midnight, 1 at the next. */
export function partOfDay(profile: Profile, at: number): number {
  const hours = ((at + ICT_OFFSET_MS) % DAY_MS) / HOUR_MS;
  const hour = Math.floor(hours);
  const sum = (to: number) => profile.slice(0, to).reduce((total, value) => total + value, 0);
  return (sum(hour) + (hours - hour) * (profile[hour] ?? 0)) / sum(24);
}

/** The next step of a walk: a third of the way is pulled back to the base, the rest is chance. */
export function walkOn(
  shape: Extract<Shape, { shape: 'walk' }>,
  before: number | undefined,
  { profile, at, random }: { readonly profile: Profile; readonly at: number; readonly random: () => number },
): number {
  const base = clamp(shape.base * factorAt(profile, at), shape.low, shape.high);
  if (before === undefined) return clamp(base + (random() - 0.5) * 6 * shape.step, shape.low, shape.high);
  const pull = clamp((base - before) * 0.02, -shape.step, shape.step);
  return clamp(before + pull + (random() - 0.5) * 2 * shape.step, shape.low, shape.high);
}

/** When the period began whose value is the latest reported one (epoch ms). */
export function periodStart(every: 'hour' | 'day' | 'month', at: number): number {
  if (every === 'hour') return Math.floor(at / HOUR_MS) * HOUR_MS;
  const reported = at - REPORT_HOUR * HOUR_MS;
  if (every === 'day') {
    const midnight = Math.floor((reported + ICT_OFFSET_MS) / DAY_MS) * DAY_MS - ICT_OFFSET_MS;
    return midnight + REPORT_HOUR * HOUR_MS;
  }
  const { year, month } = vietnamParts(reported);
  return Date.UTC(year, month - 1, 1) - ICT_OFFSET_MS + REPORT_HOUR * HOUR_MS;
}

/** The same number between 0 and 1 for the same key and instant: a period's value survives a restart. */
function settledChance(key: string, at: number): number {
  let hash = 2_166_136_261 ^ (at / HOUR_MS);
  for (let index = 0; index < key.length; index += 1)
    hash = Math.imul(hash ^ key.charCodeAt(index), 16_777_619);
  hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_507);
  return ((hash ^ (hash >>> 13)) >>> 0) / 4_294_967_296;
}

/** The value of a period. */
export function periodValue(
  key: string,
  shape: Extract<Shape, { shape: 'period' }>,
  { profile, start }: { readonly profile: Profile; readonly start: number },
): number {
  const base = shape.every === 'hour' ? shape.base * factorAt(profile, start) : shape.base;
  return clamp(base + (settledChance(key, start) - 0.5) * 2 * shape.spread, shape.low, shape.high);
}

/** What the office reported last: the figure of the month that ended. */
export function monthValue(shape: Extract<Shape, { shape: 'months' }>, start: number): number {
  const { month } = vietnamParts(start);
  return shape.values[(month + 10) % 12] ?? 0;
}
