import { describe, expect, it } from 'vitest';
import { retryDelayMs } from './retry.ts';

const lost = { attempts: 1, lostForMs: 0, refused: false, chance: 0.5 };

describe('the wait before a camera is asked again', () => {
  it('is at least half a minute after a refused password, and grows', () => {
    expect(retryDelayMs({ ...lost, refused: true, chance: 0 })).toBeGreaterThanOrEqual(30_000);
    expect(retryDelayMs({ ...lost, refused: true, attempts: 20 })).toBe(600_000);
  });

  it('stays under a second in the first minute, so that a short outage ends within 2 s', () => {
    const waits = [1, 2, 3, 10, 40].map((attempts) =>
      retryDelayMs({ ...lost, attempts, lostForMs: 30_000, chance: 1 }),
    );

    expect(Math.max(...waits)).toBeLessThan(1_000);
  });

  it('grows to ten seconds for a camera that stays away', () => {
    expect(retryDelayMs({ ...lost, attempts: 50, lostForMs: 120_000 })).toBe(10_000);
  });

  it('differs from camera to camera, so that they do not return as a storm', () => {
    const waits = [0, 0.5, 1].map((chance) => retryDelayMs({ ...lost, chance }));

    expect(new Set(waits).size).toBe(3);
  });
});
