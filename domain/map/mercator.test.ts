import { describe, expect, it } from 'vitest';
import {
  cameraForBounds,
  cameraForPart,
  cameraForTile,
  placeOnEarth,
  pointOnTile,
  wholePx,
  type MapCamera,
  type PxRect,
} from './mercator.ts';
import type { LngLat } from './model.ts';

const province: MapCamera = { centre: [105.84, 21.98], zoom: 8.8 };
const places: readonly LngLat[] = [
  [105.84, 21.98],
  [104.1, 22.8],
  [107.6, 21.1],
  [112.3, 16.8],
];

describe('a map over four displays', () => {
  const tile = { widthPx: 3884, heightPx: 2184 };
  const camera = cameraForTile(province, tile);
  const parts: readonly PxRect[] = [
    { xPx: 0, yPx: 0, widthPx: 1920, heightPx: 1080 },
    { xPx: 1964, yPx: 0, widthPx: 1920, heightPx: 1080 },
    { xPx: 0, yPx: 1104, widthPx: 1920, heightPx: 1080 },
    { xPx: 1964.4, yPx: 1103.6, widthPx: 1919.6, heightPx: 1080.4 },
  ];

  it.each(parts)('shows every place where the whole map has it, part at $xPx, $yPx', (part) => {
    const canvas = wholePx(part);
    const own = cameraForPart(camera, tile, canvas);

    for (const place of places) {
      const whole = pointOnTile(place, camera, tile);
      const here = pointOnTile(place, own, canvas);
      expect(Math.abs(here.xPx + canvas.xPx - whole.xPx)).toBeLessThan(0.01);
      expect(Math.abs(here.yPx + canvas.yPx - whole.yPx)).toBeLessThan(0.01);
    }
  });

  it('lets the part keep whole pixels around what the display shows', () => {
    expect(wholePx({ xPx: 1964.4, yPx: 1103.6, widthPx: 1919.6, heightPx: 1080.4 })).toEqual({
      xPx: 1964,
      yPx: 1103,
      widthPx: 1920,
      heightPx: 1081,
    });
  });
});

describe('a scene seen on tiles of other sizes', () => {
  it('is drawn twice as large on twice the tile', () => {
    expect(cameraForTile(province, { widthPx: 3840, heightPx: 2160 }).zoom).toBeCloseTo(9.8, 10);
  });

  it('loses nothing at the sides of a narrow tile', () => {
    const narrow = { widthPx: 960, heightPx: 1080 };

    const camera = cameraForTile(province, narrow);

    const westEdge = placeOnEarth({ xPx: 0, yPx: 540 }, province, { widthPx: 1920, heightPx: 1080 });
    expect(pointOnTile(westEdge, camera, narrow).xPx).toBeCloseTo(0, 6);
  });
});

describe('the camera for bounds', () => {
  it('shows both archipelagos and the mainland', () => {
    const tile = { widthPx: 500, heightPx: 540 };

    const camera = cameraForBounds([101.6, 6.2, 118.4, 23.8], tile);

    for (const place of [
      [102.14, 22.4],
      [104.72, 8.56],
      [111.2, 15.78],
      [115.82, 7.9],
    ] as const) {
      const { xPx, yPx } = pointOnTile(place, camera, tile);
      expect(xPx > 0 && xPx < 500 && yPx > 0 && yPx < 540).toBe(true);
    }
  });
});

describe('a point of the tile', () => {
  it('comes back to the same place on earth', () => {
    const tile = { widthPx: 1904, heightPx: 1064 };
    for (const place of places) {
      const [longitude, latitude] = placeOnEarth(pointOnTile(place, province, tile), province, tile);
      expect(longitude).toBeCloseTo(place[0], 9);
      expect(latitude).toBeCloseTo(place[1], 9);
    }
  });
});
