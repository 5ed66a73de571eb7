import type { HistoryPoint } from '../../domain/indicators/calls.ts';
import { latestReading, onReading } from '../replica/store.ts';

export type Series = {
  readonly points: () => readonly HistoryPoint[];
  readonly close: () => void;
};

type Keep = { readonly stepMs: number; readonly spanMs: number };

/** Adds a point at the end: one per `stepMs`, newer ones of the same step replace it; older than `spanMs` falls off. */
export function appended(
  points: readonly HistoryPoint[],
  point: HistoryPoint,
  keep: Keep,
): readonly HistoryPoint[] {
  const last = points.at(-1);
  if (last !== undefined && point[0] < last[0]) return points;
  const before = points.at(-2);
  const replaces =
    last !== undefined && (last[0] === point[0] || (before && point[0] - before[0] < keep.stepMs));
  const kept = replaces ? points.slice(0, -1) : points;
  const from = point[0] - keep.spanMs;
  const first = kept.findIndex(([at]) => at >= from);
  return [...(first > 0 ? kept.slice(first) : kept), point];
}

/** One point per `stepMs`: the newest of each step. Gaps stay. */
export function thinned(points: readonly HistoryPoint[], stepMs: number): readonly HistoryPoint[] {
  return points.filter((point, index) => {
    const next = points[index + 1];
    return next === undefined || Math.floor(next[0] / stepMs) !== Math.floor(point[0] / stepMs);
  });
}

/** Puts a break between points that lie further apart than `gapMs`, so that no line is drawn over what nobody knows. */
export function withGaps(points: readonly HistoryPoint[], gapMs: number): readonly HistoryPoint[] {
  return points.flatMap((point, index) => {
    const before = points[index - 1];
    if (before === undefined || point[0] - before[0] <= gapMs) return [point];
    const gap: HistoryPoint = [before[0] + 1, null];
    return [gap, point];
  });
}

/** A silence longer than this is a gap: past freshness, and wider than the steps that the points were thinned to. */
export function gapMs(
  indicator: { readonly freshForMs: number; readonly cadenceMs: number },
  stepMs: number,
): number {
  return Math.max(indicator.freshForMs, 3 * indicator.cadenceMs, 2.5 * stepMs);
}

/** As many readings of one key are asked for at once, to be thinned here. */
const HISTORY_LIMIT = 5_000;

/** The kept readings of one key and what arrives from now on, about `count` points over `spanMs`. */
export function openSeries(
  key: string,
  room: { readonly spanMs: number; readonly count: number },
  onChange: () => void,
): Series {
  const keep: Keep = { stepMs: room.spanMs / room.count, spanMs: room.spanMs };
  let points: readonly HistoryPoint[] = [];
  let closed = false;

  function take(): void {
    const reading = latestReading(key);
    if (reading === undefined) return;
    points = appended(points, [reading.asOf, reading.value], keep);
    onChange();
  }

  async function load(): Promise<void> {
    const asked = { key, sinceMs: room.spanMs, limit: HISTORY_LIMIT };
    const answer = await window.ioc.call('indicators.history', asked);
    if (closed || !answer.ok) return;
    points = points.reduce((kept, point) => appended(kept, point, keep), thinned(answer.value, keep.stepMs));
    onChange();
  }

  take();
  void load();
  const stop = onReading(key, take);
  return {
    points: () => points,
    close() {
      closed = true;
      stop();
    },
  };
}
