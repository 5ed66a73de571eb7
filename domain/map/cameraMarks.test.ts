import { describe, expect, it } from 'vitest';
import { cameraLook, cameraSpots, countByLook, isTroubled, type CameraMark } from './cameraMarks.ts';
import { placeOnEarth } from './mercator.ts';

const camera = { centre: [105.84, 21.6] as const, zoom: 12 };
const tile = { widthPx: 1_000, heightPx: 500 };

function at(id: string, xPx: number, yPx: number, look: CameraMark['look'] = 'live'): CameraMark {
  return { id, point: placeOnEarth({ xPx, yPx }, camera, tile), look, sample: false };
}
const spotsOf = (marks: readonly CameraMark[]) =>
  cameraSpots(marks, { camera, tile, apartPx: 40 }).map(({ marks: each }) => each.map(({ id }) => id));

describe('cameras on a map', () => {
  it('that stand too close are one spot, over the edges of the search grid too', () => {
    expect(spotsOf([at('a', 79, 79), at('b', 81, 81), at('c', 200, 80)])).toEqual([['a', 'b'], ['c']]);
  });

  it('are each told apart where there is room', () => {
    expect(spotsOf([at('a', 100, 100), at('b', 141, 100)])).toEqual([['a'], ['b']]);
  });

  it('outside of the tile are left out', () => {
    expect(spotsOf([at('a', -5, 100), at('b', 100, 501)])).toEqual([]);
  });

  it('never hide one in trouble among many that work', () => {
    const marks = [at('a', 100, 100), at('b', 101, 100), at('c', 102, 100, 'lost')];
    const [spot] = cameraSpots(marks, { camera, tile, apartPx: 40 });

    expect(spot && isTroubled(spot)).toBe(true);
  });

  it('are all there, 2,000 of them, each in one spot, and no two spots touch', () => {
    const marks = Array.from({ length: 2_000 }, (_, n) => at(`c${n}`, (n * 7) % 1_000, (n * 13) % 500));
    const spots = cameraSpots(marks, { camera, tile, apartPx: 40 });
    const near = spots.filter((spot, nth) =>
      spots.slice(nth + 1).some(({ xPx, yPx }) => Math.hypot(xPx - spot.xPx, yPx - spot.yPx) < 40),
    );

    expect(new Set(spots.flatMap((spot) => spot.marks.map(({ id }) => id))).size).toBe(2_000);
    expect(near).toEqual([]);
  });
});

describe('the looks of cameras', () => {
  it('never tell a camera that nobody looks at as one that works', () => {
    expect(cameraLook('idle')).toBe('unknown');
    expect(cameraLook('unauthorised')).toBe('lost');
    expect(cameraLook('no-source')).toBe('none');
  });

  it('are counted in the order of a legend, without those that no camera has', () => {
    const marks = [at('a', 1, 1, 'none'), at('b', 2, 2), at('c', 3, 3)];

    expect(countByLook(marks)).toEqual([
      { look: 'live', count: 2 },
      { look: 'none', count: 1 },
    ]);
  });
});
