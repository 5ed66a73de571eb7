/** In the first minute a camera is asked again at least this often, so that a short outage ends quickly, ms. */
const QUICK_MS = 800;
const QUICK_FOR_MS = 60_000;
const FIRST_MS = 400;
const SLOWEST_MS = 10_000;
/** A camera that refused the password is asked seldom: cameras lock out who asks often, ms. */
const REFUSED_FIRST_MS = 60_000;
const REFUSED_SLOWEST_MS = 600_000;

const doubled = (first: number, times: number, most: number): number =>
  Math.min(most, first * 2 ** Math.min(times, 20));

/**
 * How long to wait before the next attempt, ms. `attempts` counts failures since the last picture, `lostForMs` is the
 * time since then, `chance` in 0…1 spreads many cameras so that they do not return as a storm.
 */
export function retryDelayMs(failure: {
  readonly attempts: number;
  readonly lostForMs: number;
  readonly refused: boolean;
  readonly chance: number;
}): number {
  const { attempts, lostForMs, refused, chance } = failure;
  const plain = refused
    ? doubled(REFUSED_FIRST_MS, attempts - 1, REFUSED_SLOWEST_MS)
    : doubled(FIRST_MS, attempts - 1, lostForMs < QUICK_FOR_MS ? QUICK_MS : SLOWEST_MS);
  return Math.round(plain * (0.8 + 0.4 * chance));
}
