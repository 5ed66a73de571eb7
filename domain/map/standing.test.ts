import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CameraSpot } from './cameraMarks.ts';
import type { IncidentMarker } from './markers.ts';
import { placeOnEarth, pointOnTile, type PxPoint } from './mercator.ts';
import { markersApart, spotsBeside, type Ground } from './standing.ts';

const camera = { centre: [105.84, 21.6] as const, zoom: 12 };
const tile = { widthPx: 1_000, heightPx: 500 };
const whole = { xPx: 0, yPx: 0, ...tile };
const ground: Ground = { camera, tile, parts: [whole], mostPx: 100 };
const RADIUS = 20;

function marker(id: string, at: PxPoint): IncidentMarker {
  return {
    id,
    point: placeOnEarth(at, camera, tile),
    severity: 'warning',
    title: 'Ùn tắc',
    place: '',
    known: false,
    pulsing: false,
    sample: false,
  };
}
function spot(at: PxPoint): CameraSpot {
  const point = placeOnEarth(at, camera, tile);
  return { ...at, point, marks: [{ id: `${at.xPx}`, point, look: 'live', sample: false }] };
}
const gap = (a: PxPoint, b: PxPoint): number => Math.hypot(a.xPx - b.xPx, a.yPx - b.yPx);
function apart(markers: readonly IncidentMarker[], change: Partial<Ground> = {}): readonly PxPoint[] {
  return markersApart(markers, { ...ground, ...change }, () => RADIUS).map(({ point }) =>
    pointOnTile(point, camera, tile),
  );
}

describe('incidents at one place', () => {
  it('stand side by side, the gravest where it is', () => {
    const at = { xPx: 500, yPx: 250 };
    const places = apart([marker('a', at), marker('b', at), marker('c', at)]);

    expect(gap(places[0] ?? whole, at)).toBeCloseTo(0, 6);
    expect(places.every((one, nth) => places.slice(0, nth).every((other) => gap(one, other) > 39.9))).toBe(
      true,
    );
  });

  it('are left alone where none hides another, and beyond the tile', () => {
    const markers = [
      marker('a', { xPx: 500, yPx: 250 }),
      marker('b', { xPx: 545, yPx: 250 }),
      marker('c', { xPx: 2_000, yPx: 250 }),
      marker('d', { xPx: 2_000, yPx: 250 }),
    ];

    expect(markersApart(markers, ground, () => RADIUS)).toEqual(markers);
  });

  it('are never torn far from their place: one too many stays beneath', () => {
    const at = { xPx: 500, yPx: 250 };
    const many = Array.from({ length: 60 }, (_, nth) => marker(`${nth}`, at));

    expect(Math.max(...apart(many).map((one) => gap(one, at)))).toBeLessThanOrEqual(100.001);
  });

  it('never go where a bezel cuts them', () => {
    const parts = [
      { xPx: 0, yPx: 0, widthPx: 495, heightPx: 500 },
      { xPx: 505, yPx: 0, widthPx: 495, heightPx: 500 },
    ];
    const point = fc.record({
      xPx: fc.integer({ min: 400, max: 474 }),
      yPx: fc.integer({ min: 100, max: 400 }),
    });
    fc.assert(
      fc.property(fc.array(point, { maxLength: 12 }), (points) => {
        const places = apart(
          points.map((at, nth) => marker(`${nth}`, at)),
          { parts },
        );
        expect(places.every(({ xPx }) => xPx <= 475.001 || xPx >= 524.999)).toBe(true);
      }),
      { seed: 7, numRuns: 100 },
    );
  });
});

describe('a camera where an incident stands', () => {
  const incident = { xPx: 500, yPx: 250, radiusPx: 30 };
  const beside = (spots: readonly CameraSpot[]) =>
    spotsBeside(spots, [incident], { ...ground, radiusPx: () => RADIUS });

  it('stands beside it, and on no other camera', () => {
    const other = spot({ xPx: 555, yPx: 250 });
    const [left, moved] = beside([spot({ xPx: 510, yPx: 250 }), other]);

    expect(left).toBe(other);
    expect(moved && gap(moved, incident)).toBeGreaterThan(49.9);
    expect(moved && gap(moved, other)).toBeGreaterThan(39.9);
    expect(moved && gap(pointOnTile(moved.point, camera, tile), moved)).toBeLessThan(0.001);
  });

  it('is drawn where it is when there is no room for any: none vanishes', () => {
    const hidden = spot({ xPx: 510, yPx: 250 });
    const nowhere = { ...ground, parts: [{ xPx: 0, yPx: 0, widthPx: 1, heightPx: 1 }] };
    expect(spotsBeside([hidden], [incident], { ...nowhere, radiusPx: () => RADIUS })).toEqual([hidden]);
  });

  it('is counted with the nearest where there is no room near by', () => {
    const ring = Array.from({ length: 60 }, (_, nth) =>
      spot({
        xPx: 500 + 55 * Math.cos(nth / 3) * (1 + nth / 30),
        yPx: 250 + 55 * Math.sin(nth / 3) * (1 + nth / 30),
      }),
    );

    const [nearest, ...others] = beside([spot({ xPx: 500, yPx: 250 }), ...ring]);

    expect(nearest?.marks).toHaveLength(2);
    expect(others).toEqual(ring.slice(1));
  });
});
