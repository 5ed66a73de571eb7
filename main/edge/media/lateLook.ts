import type { Clock } from '../../kernel/ports.ts';

/** A look that comes so much later than its turn: this process stood still, or the machine's clock was set, ms. */
const LATE_MS = 500;

/**
 * For who looks every so often at how long others said nothing. Null at a look in its turn. At a look that comes late
 * nothing can be told: what they said meanwhile is not read yet. Then it is what moves the moment since when something
 * is waited for (epoch ms), so that the time in which nobody listened does not count.
 */
export function createLateLook(
  clock: Pick<Clock, 'now'>,
  everyMs: number,
): () => ((since: number) => number) | null {
  let lookedAt = clock.now();
  return () => {
    const now = clock.now();
    const lateMs = now - lookedAt - everyMs;
    lookedAt = now;
    if (Math.abs(lateMs) <= LATE_MS) return null;
    return (since) => (since === Infinity ? since : Math.min(now, since + Math.max(0, lateMs)));
  };
}
