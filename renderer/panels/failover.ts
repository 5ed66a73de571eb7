/** A source that is gone for less than this is not missed, ms. */
export const GONE_FOR_MS = 5_000;
/** A source that came back must stay this long before its own picture is shown again, ms. */
export const BACK_FOR_MS = 3_000;

/**
 * Decides when a tile shows its substitute: when its source has been gone for a while, and at once where it was never
 * there; the tile's own picture returns when the source has lived for a while. `turn` is told of each turn.
 */
export function createFailover(turn: (substituted: boolean) => void) {
  let wasAlive = false;
  let told: boolean | undefined;
  let substituted = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function waitFor(next: boolean, ms: number): void {
    clearTimeout(timer);
    if (next === substituted) return;
    timer = setTimeout(() => {
      substituted = next;
      turn(next);
    }, ms);
  }

  return {
    /** What the tile's own panel says of its source. */
    source(alive: boolean): void {
      if (alive === told) return;
      told = alive;
      if (alive) waitFor(false, BACK_FOR_MS);
      else waitFor(true, wasAlive ? GONE_FOR_MS : 0);
      wasAlive ||= alive;
    },
    stop: (): void => clearTimeout(timer),
  };
}
