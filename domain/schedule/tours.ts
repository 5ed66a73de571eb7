import type { Run, Stop, Tour } from './model.ts';

export type StopFound = {
  readonly index: number;
  /** Scenes on the way that cannot be shown. */
  readonly skipped: readonly string[];
};

/**
 * The next stop from `from` in the direction of `step`, round the end; scenes that cannot be shown are skipped. `from`
 * itself comes last; undefined when no stop can be shown.
 */
export function stopFrom(
  stops: readonly Stop[],
  from: number,
  step: 1 | -1,
  mayShow: (sceneId: string) => boolean,
): StopFound | undefined {
  const skipped: string[] = [];
  for (let n = 1; n <= stops.length; n += 1) {
    const index = (((from + n * step) % stops.length) + stops.length) % stops.length;
    const stop = stops[index];
    if (stop === undefined) return undefined;
    if (mayShow(stop.sceneId)) return { index, skipped };
    skipped.push(stop.sceneId);
  }
  return undefined;
}

/** How long the stop of a run stays on, ms; a tour that was cut shorter meanwhile goes on at once. */
export function dwellOf(tour: Tour, { index }: Pick<Run, 'index'>): number {
  return tour.stops[index]?.dwellMs ?? 0;
}

/** When a run leaves its stop (epoch ms), paused or not. */
export function leavesAt(tour: Tour, run: Run, now: number): number {
  return run.paused ? now + run.leftMs : run.since + dwellOf(tour, run);
}

/**
 * What a tour that is on does now. A clock set back before its stop began counts the stop anew: it never stands longer
 * than twice its time. A clock set forward, or a night asleep, makes one step, not many.
 */
export function tourDue(tour: Tour, run: Run, now: number): 'wait' | 'step' | 'count-anew' {
  if (now < run.since) return 'count-anew';
  return now >= leavesAt(tour, run, now) ? 'step' : 'wait';
}

/** What is left of the stop's time, ms: between nothing and the whole of it. */
export function leftOf(tour: Tour, run: Run, now: number): number {
  const dwell = dwellOf(tour, run);
  return Math.min(dwell, Math.max(0, run.since + dwell - now));
}
