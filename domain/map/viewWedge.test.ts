import { describe, expect, it } from 'vitest';
import { metresPerPx, viewWedge } from './viewWedge.ts';

const bridge = [105.84, 21.6] as const;
const metres = ([lng = 0, lat = 0]: readonly number[]) => ({
  east: Math.round((lng - bridge[0]) * 103_400),
  north: Math.round((lat - bridge[1]) * 111_195),
});

describe('what a camera sees on the map', () => {
  it('opens to both sides of where it looks, over north too, as far as it shows anything', () => {
    const ring = viewWedge(bridge, { bearingDeg: 350, fieldDeg: 40, rangeM: 200 }).map(metres);

    expect(ring[0]).toEqual({ east: 0, north: 0 });
    expect(ring.at(-1)).toEqual(ring[0]);
    expect(ring[1]).toEqual({ east: -100, north: 173 });
    expect(ring.at(-2)).toEqual({ east: 35, north: 197 });
  });

  it('is a whole circle, without a cut to the middle, where it sees all around', () => {
    const ring = viewWedge(bridge, { bearingDeg: 90, fieldDeg: 360, rangeM: 100 }).map(metres);

    expect(ring.at(-1)).toEqual(ring[0]);
    expect(ring.every(({ east, north }) => Math.abs(Math.hypot(east, north) - 100) < 2)).toBe(true);
  });
});

describe('a pixel of the map', () => {
  it('covers half as much ground one zoom nearer', () => {
    const far = metresPerPx({ centre: bridge, zoom: 10 });

    expect(far).toBeCloseTo(71, 0);
    expect(metresPerPx({ centre: bridge, zoom: 11 })).toBeCloseTo(far / 2, 5);
  });
});
