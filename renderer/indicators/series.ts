import type { HistoryPoint } from '../../domain/indicators/calls.ts';
import type { Reading } from '../../domain/indicators/model.ts';
import { onTick } from '../replica/clock.ts';
import { latestReading } from '../replica/store.ts';

export type Series = {
  readonly points: () => readonly HistoryPoint[];
  readonly close: () => void;
};

type Keep = { readonly stepMs: number; readonly spanMs: number };

/** A series that covers little of its span yet has shorter steps, so that a young one has a shape as well. */
function stepOf(from: number, to: number, keep: Keep): number {
  return keep.stepMs * Math.min(1, (to - from) / keep.spanMs);
}

/** A series that grew old holds points of its youth: thinned when it has this many times as many as it should. */
const DENSE = 3;

/** Adds a point at the end: one per step, newer ones of the same step replace it; older than `spanMs` falls off. */
export function appended(
  points: readonly HistoryPoint[],
  point: HistoryPoint,
  keep: Keep,
): readonly HistoryPoint[] {
  const last = points.at(-1);
  if (last !== undefined && point[0] < last[0]) return points;
  const from = Math.max(points[0]?.[0] ?? point[0], point[0] - keep.spanMs);
  const stepMs = stepOf(from, point[0], keep);
  const before = points.at(-2);
  const replaces = last !== undefined && (last[0] === point[0] || (before && point[0] - before[0] < stepMs));
  const kept = replaces ? points.slice(0, -1) : points;
  const first = kept.findIndex(([at]) => at >= from);
  const all = [...(first > 0 ? kept.slice(first) : kept), point];
  return all.length * keep.stepMs > DENSE * keep.spanMs ? thinned(all, stepMs) : all;
}

/** One point per `stepMs`: the newest of each step. Gaps stay. */
export function thinned(points: readonly HistoryPoint[], stepMs: number): readonly HistoryPoint[] {
  if (stepMs <= 0) return points;
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

type Kind = Reading['provenance'];

/** What of a past belongs to one line: measured or invented values, and those of which nobody knows which they are. */
function ofKind(points: readonly HistoryPoint[], kind: Kind): readonly HistoryPoint[] {
  return points.filter(([, , provenance]) => provenance === undefined || provenance === kind);
}

/** The past of one key, that of measured and that of invented values apart: they are never one line. */
export function createPast(keep: Keep) {
  const lines: Record<Kind, readonly HistoryPoint[]> = { live: [], sample: [] };
  let kind: Kind | undefined;

  function load(kept: readonly HistoryPoint[], of: Kind): void {
    const past = ofKind(kept, of);
    const stepMs = stepOf(past[0]?.[0] ?? 0, past.at(-1)?.[0] ?? 0, keep);
    lines[of] = lines[of].reduce((before, point) => appended(before, point, keep), thinned(past, stepMs));
  }

  return {
    /** What arrived; its kind is drawn from now on. */
    take({ asOf, value, provenance }: Pick<Reading, 'asOf' | 'value' | 'provenance'>): void {
      kind = provenance;
      lines[provenance] = appended(lines[provenance], [asOf, value, provenance], keep);
    },
    /** What was kept from before, oldest first. */
    load(kept: readonly HistoryPoint[]): void {
      kind ??= kept.at(-1)?.[2];
      load(kept, 'live');
      load(kept, 'sample');
    },
    /** The line of the latest value's kind. */
    points: (): readonly HistoryPoint[] => lines[kind ?? 'live'],
  };
}

/** As many readings of one key are asked for at once, to be thinned here. */
const HISTORY_LIMIT = 5_000;

/** The kept readings of one key and, looked at once a second, what arrives; about `count` points over `spanMs`. */
export function openSeries(
  key: string,
  room: { readonly spanMs: number; readonly count: number },
  onChange: () => void,
): Series {
  const past = createPast({ stepMs: room.spanMs / room.count, spanMs: room.spanMs });
  let taken: Reading | undefined;
  let closed = false;

  function take(): void {
    const reading = latestReading(key);
    if (reading === undefined || reading === taken) return;
    taken = reading;
    past.take(reading);
    onChange();
  }

  async function load(): Promise<void> {
    const asked = { key, sinceMs: room.spanMs, limit: HISTORY_LIMIT };
    const answer = await window.ioc.call('indicators.history', asked);
    if (closed || !answer.ok) return;
    past.load(answer.value);
    onChange();
  }

  take();
  void load();
  const stop = onTick(take);
  return {
    points: past.points,
    close() {
      closed = true;
      stop();
    },
  };
}
