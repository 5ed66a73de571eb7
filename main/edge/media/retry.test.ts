import { describe, expect, it } from 'vitest';
import { refusedDelayMs, retryDelayMs } from './retry.ts';

const lost = { attempts: 1, onWall: true, chance: 0.5 };
const times = [1, 2, 3, 10, 1_000];

describe('the wait before a camera is asked again', () => {
  it('is a minute at once after a refused password, also on a wall, and grows', () => {
    expect(refusedDelayMs(1, 0)).toBe(60_000);
    expect(refusedDelayMs(20, 0)).toBe(600_000);
  });

  it('stays between half a second and a second on a wall, however long the camera is away', () => {
    const waits = times.flatMap((attempts) =>
      [0, 0.5, 1].map((chance) => retryDelayMs({ ...lost, attempts, chance })),
    );

    expect(Math.min(...waits)).toBe(500);
    expect(Math.max(...waits)).toBe(1_000);
  });

  it('grows to a minute where no wall shows the camera', () => {
    const waits = times.map((attempts) => retryDelayMs({ ...lost, onWall: false, attempts, chance: 1 }));

    expect(waits).toEqual([1_000, 2_000, 4_000, 60_000, 60_000]);
  });

  it('differs from camera to camera, so that they do not return as a storm', () => {
    const kinds = [
      (chance: number) => retryDelayMs({ ...lost, chance }),
      (chance: number) => retryDelayMs({ ...lost, onWall: false, chance }),
      (chance: number) => refusedDelayMs(1, chance),
    ];
    for (const wait of kinds) expect(new Set([0, 0.5, 1].map(wait)).size).toBe(3);
  });
});
