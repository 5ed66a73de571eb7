/** A camera on a wall is asked again within a second, for as long as it is away, ms. */
const WALL_MS = 500;
/** One that no wall shows is asked ever more seldom, ms. */
const FIRST_MS = 1_000;
const SLOWEST_MS = 60_000;
/** A camera that refused the password is asked seldom: cameras lock out who asks often, ms. */
const REFUSED_FIRST_MS = 60_000;
const REFUSED_SLOWEST_MS = 600_000;

const doubled = (first: number, times: number, most: number): number =>
  Math.min(most, first * 2 ** Math.min(times, 20));

/**
 * How long to wait before the next attempt, ms. `attempts` counts failures since the last picture, `chance` in 0…1
 * spreads many cameras so that they do not return as a storm.
 */
export function retryDelayMs(failure: {
  readonly attempts: number;
  readonly onWall: boolean;
  readonly chance: number;
}): number {
  const { attempts, onWall, chance } = failure;
  if (onWall) return Math.round(WALL_MS * (1 + chance));
  return Math.round(doubled(FIRST_MS, attempts - 1, SLOWEST_MS) * (0.8 + 0.2 * chance));
}

/** The same after a name and password were refused for the `times`th time, wherever the camera is shown. */
export function refusedDelayMs(times: number, chance: number): number {
  return Math.round(doubled(REFUSED_FIRST_MS, times - 1, REFUSED_SLOWEST_MS) * (1 + 0.2 * chance));
}
