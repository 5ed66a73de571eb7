import type { Clock } from './ports.ts';

/**
 * Tells how far the clock was set since it was asked last, ms; 0 when by less than `leastMs`. `runsMs`: how long this
 * machine runs, its sleep counted, ms: who slept finds the clock where it belongs.
 */
export function watchClock(clock: Pick<Clock, 'now'>, runsMs: () => number, leastMs: number): () => number {
  let beganAt = clock.now() - runsMs();
  return () => {
    const before = beganAt;
    beganAt = clock.now() - runsMs();
    const setMs = beganAt - before;
    return Math.abs(setMs) < leastMs ? 0 : setMs;
  };
}
