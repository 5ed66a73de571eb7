import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backoffMs, FIRST_MS, LONGEST_MS } from './backoff.ts';

describe('the wait before the next attempt', () => {
  it('doubles from a quarter of a second to ten seconds', () => {
    const waits = [0, 1, 2, 3, 4, 5, 6, 99].map((attempt) => backoffMs(attempt, () => 1));
    expect(waits).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000]);
  });

  it('is never shorter than half of that, and never longer', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
        (attempt, chance) => {
          const wait = backoffMs(attempt, () => chance);
          expect(wait).toBeGreaterThanOrEqual(FIRST_MS / 2);
          expect(wait).toBeLessThanOrEqual(LONGEST_MS);
        },
      ),
      { seed: 10 },
    );
  });
});
