import type { Limit } from '../../domain/indicators/model.ts';
import type { Source } from './figure.ts';
import { timeRange, valueRange } from './chartScale.ts';
import { gapMs, withGaps } from './series.ts';
import type { Trend } from './trend.ts';

/** As many points a line has at most. */
export const CHART_POINTS = 600;

export type ChartData = {
  readonly lines: readonly Trend[];
  readonly time: readonly [from: number, to: number];
  readonly value: readonly [low: number, high: number];
  /** The least difference that the values of any line show. */
  readonly leastStep: number;
  /** Limits of the first line that lie within the range. */
  readonly limits: readonly Limit[];
};

/** Points of all lines with the axes they need. A printed series keeps its own time: it does not creep away. */
export function chartData(
  lines: readonly Source[],
  trends: readonly Trend[],
  { now, spanMs }: { readonly now: number; readonly spanMs: number },
): ChartData {
  const drawn = lines.map(({ indicator }, index): Trend => {
    const { points, printed } = trends[index] ?? { points: [], printed: false };
    return { printed, points: printed ? points : withGaps(points, gapMs(indicator, spanMs / CHART_POINTS)) };
  });
  const all = drawn.flatMap(({ points }) => points);
  const times = all.map(([at]) => at);
  const first = times.length > 0 ? Math.min(...times) : undefined;
  const last = times.length > 0 ? Math.max(...times) : undefined;
  const onlyPrinted = drawn.every(({ printed }) => printed);
  const time =
    onlyPrinted && first !== undefined && last !== undefined
      ? ([first, last] as const)
      : timeRange([first, last], now, spanMs);
  const values = all.flatMap(([, value]) => (value === null ? [] : [value]));
  const limits = lines.length === 1 ? (lines[0]?.indicator.limits ?? []) : [];
  const leastStep = 10 ** -Math.max(0, ...lines.map(({ indicator }) => indicator.decimals));
  const value = valueRange(values, limits, leastStep);
  const within = limits.filter((limit) => limit.value >= value[0] && limit.value <= value[1]);
  return { lines: drawn, time, value, leastStep, limits: within };
}
