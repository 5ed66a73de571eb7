import { describe, expect, it } from 'vitest';
import type { Camera } from './model.ts';
import { bearingTo, distanceM, nearestTo, sightOf } from './near.ts';

const bridge: [number, number] = [105.84, 21.6];

/** A camera so many metres east and north of the bridge. */
function at(id: string, eastM: number, northM: number, more: Partial<Camera> = {}) {
  const point: [number, number] = [bridge[0] + eastM / 103_400, bridge[1] + northM / 111_195];
  return { id, point, ptz: false, ...more };
}

const looking = (bearingDeg: number, fieldDeg = 60, rangeM = 200) => ({
  view: { bearingDeg, fieldDeg, rangeM },
});

const ids = (cameras: readonly ReturnType<typeof at>[]) =>
  nearestTo(bridge, cameras, { limit: 10, withinM: 2_000 }).map(({ camera }) => camera.id);

describe('distance and bearing', () => {
  it('are right within a province', () => {
    const east = at('east', 1_000, 0);

    expect(distanceM(bridge, east.point)).toBeCloseTo(1_000, -1);
    expect(bearingTo(bridge, east.point)).toBeCloseTo(90, 0);
    expect(bearingTo(east.point, bridge)).toBeCloseTo(270, 0);
  });
});

describe('a camera’s sight of a point', () => {
  it('crosses north without losing the point', () => {
    const south = at('south', 0, -100, looking(350));

    expect(sightOf(south, bridge)).toBe('sees');
    expect(sightOf({ ...south, ...looking(10) }, bridge)).toBe('sees');
    expect(sightOf({ ...south, ...looking(40) }, bridge)).toBe('away');
  });

  it('ends where its range ends', () => {
    expect(sightOf(at('far', 0, -300, looking(0)), bridge)).toBe('away');
  });

  it('is unknown where nobody said where it looks', () => {
    expect(sightOf(at('east', 50, 0), bridge)).toBe('unknown');
  });

  it('can be turned there when the point is in reach', () => {
    expect(sightOf(at('dome', 0, -100, { ...looking(180), ptz: true }), bridge)).toBe('can-turn');
    expect(sightOf(at('dome', 0, -400, { ptz: true }), bridge)).toBe('unknown');
  });

  it('always covers whoever stands under it', () => {
    expect(sightOf(at('here', 0, 0, looking(90, 10)), bridge)).toBe('sees');
  });
});

describe('the nearest cameras', () => {
  it('begin with the one that looks at the point, though another stands nearer', () => {
    const nearer = at('nearer', 20, 0, looking(90));
    const sees = at('sees', 0, -150, looking(0));

    expect(ids([nearer, sees])).toEqual(['sees', 'nearer']);
  });

  it('put a camera that can be turned before one of which nothing is known', () => {
    expect(ids([at('unknown', 30, 0), at('dome', 0, -200, { ptz: true })])).toEqual(['dome', 'unknown']);
  });

  it('count one that looks elsewhere as twice as far', () => {
    const away = at('away', 60, 0, looking(90));

    expect(ids([away, at('unknown', 100, 0)])).toEqual(['unknown', 'away']);
    expect(ids([away, at('unknown', 130, 0)])).toEqual(['away', 'unknown']);
  });

  it('leave out what is too far, and more than are asked for', () => {
    const all = [at('a', 100, 0), at('b', 200, 0), at('c', 3_000, 0)];

    expect(ids(all)).toEqual(['a', 'b']);
    expect(nearestTo(bridge, all, { limit: 1, withinM: 9_999 })).toHaveLength(1);
  });
});
