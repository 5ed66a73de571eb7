import { describe, expect, it } from 'vitest';
import { createStandstill, printOf } from './standing.ts';

const AFTER_MS = 30_000;

/** A still scene of 200 points, `noise` of one of them changed. */
const scene = (noise: number): Uint32Array =>
  Uint32Array.from({ length: 200 }, (_, at) => 0xff808080 + (at === 120 ? noise : 0));

/** Looks once a second; what is suspected at the end. */
function suspected(seconds: number, sceneAt: (second: number) => Uint32Array): number | null {
  const judge = createStandstill(AFTER_MS);
  let since: number | null = null;
  for (let second = 0; second <= seconds; second += 1)
    since = judge(printOf(sceneAt(second)), second * 1_000);
  return since;
}

describe('a painted picture', () => {
  it('is not suspected while one point of a still scene has noise', () => {
    expect(suspected(300, (second) => scene(second % 2))).toBeNull();
  });

  it('is suspected once it has been the same to the last bit for 30 s, since it began to be', () => {
    const stuckAt10 = (second: number) => scene(Math.min(second, 10));

    expect(suspected(39, stuckAt10)).toBeNull();
    expect(suspected(40, stuckAt10)).toBe(10_000);
  });

  it('is trusted again with the first that differs', () => {
    expect(suspected(61, (second) => scene(second < 61 ? 0 : 1))).toBeNull();
  });

  it('is not suspected because none came for a while', () => {
    const judge = createStandstill(AFTER_MS);
    judge(1, 0);

    expect(judge(2, 60_000)).toBeNull();
  });

  it('is never suspected where that is switched off', () => {
    const judge = createStandstill(0);
    judge(1, 0);

    expect(judge(1, 90_000)).toBeNull();
  });
});
