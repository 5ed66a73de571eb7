import type { Indicator, Limit, Reading } from './model.ts';

/** A window's clock may lag behind the core's by a tick or two, ms; more than that, and somebody set the clock back. */
const CLOCK_LAG_MS = 5_000;

/**
 * Age of a reading at `now` (this machine's clock, ms): time since arrival plus the age it arrived with. Never negative;
 * null when it arrived in the future: the clock was set back, and nobody knows.
 */
export function readingAgeMs(reading: Reading, now: number): number | null {
  if (reading.arrivedAt > now + CLOCK_LAG_MS) return null;
  return Math.max(0, now - reading.arrivedAt) + Math.max(0, reading.ageOnArrivalMs);
}

/**
 * Whether a reading takes the place of the one that stands. One of an earlier time does not: a gateway that sends its
 * backlog turns no figure back. `now`: of the clock that received both, by which neither is later than it came; what stands
 * in its future came before that clock was set back, and holds no place. Invented and measured values do not compare.
 */
export function supersedes(
  reading: Pick<Reading, 'asOf' | 'provenance'>,
  standing: Pick<Reading, 'asOf' | 'provenance'> | undefined,
  now: number,
): boolean {
  if (standing === undefined || standing.provenance !== reading.provenance) return true;
  return reading.asOf >= standing.asOf || standing.asOf > now;
}

export type Freshness = 'fresh' | 'ageing' | 'stale' | 'missing';

/**
 * Fresh until the next value is due, ageing until `freshForMs`, then stale; no value at all is a named gap. A reading of
 * unknown age is stale, never good.
 */
export function freshness(indicator: Indicator, reading: Reading | undefined, now: number): Freshness {
  if (reading === undefined || reading.value === null) return 'missing';
  const age = readingAgeMs(reading, now);
  if (age === null || age > indicator.freshForMs) return 'stale';
  return age > indicator.cadenceMs * 2 ? 'ageing' : 'fresh';
}

const rank = { attention: 1, serious: 2, emergency: 3 } as const;

/** The gravest limit that the value has reached, or none. */
export function limitReached(indicator: Indicator, value: number): Limit | undefined {
  return indicator.limits
    .filter((limit) => (limit.when === 'above' ? value >= limit.value : value <= limit.value))
    .sort(
      (a, b) =>
        rank[b.severity] - rank[a.severity] || (a.when === 'above' ? b.value - a.value : a.value - b.value),
    )[0];
}

/** Whether a difference is for the better, by the indicator's own direction. */
export function verdict(indicator: Indicator, difference: number): 'better' | 'worse' | 'even' {
  if (difference === 0 || indicator.direction === 'neutral') return 'even';
  return difference > 0 === (indicator.direction === 'higher-better') ? 'better' : 'worse';
}
