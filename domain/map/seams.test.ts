import { describe, expect, it } from 'vitest';
import type { Canvas, Display } from '../wall/model.ts';
import type { IncidentMarker } from './markers.ts';
import { placeOnEarth, pointOnTile, type MapCamera } from './mercator.ts';
import { displayedParts, inSight, markersInSight, partsIn } from './seams.ts';

function display(order: number, xMm: number, yMm: number): Display {
  const area = { xMm, yMm, widthMm: 1000, heightMm: 500 };
  return { id: `d${order}`, order, area, widthPx: 2000, heightPx: 1000, rotation: 0, bezelMm: 10 };
}

const canvas: Canvas = {
  area: { xMm: 0, yMm: 0, widthMm: 2020, heightMm: 500 },
  displays: [display(1, 0, 0), display(2, 1020, 0)],
  seatDistanceMm: 5000,
};
const tile = { widthPx: 4040, heightPx: 1000 };
const parts = displayedParts(canvas.area, tile, canvas);

describe('a tile over two displays', () => {
  it('knows what each shows; the bezels lie between', () => {
    expect(parts).toEqual([
      { xPx: 0, yPx: 0, widthPx: 2000, heightPx: 1000 },
      { xPx: 2040, yPx: 0, widthPx: 2000, heightPx: 1000 },
    ]);
  });

  it('is one part where only one display shows it, or no wall is known', () => {
    const area = { xMm: 1100, yMm: 100, widthMm: 500, heightMm: 250 };

    expect(displayedParts(area, { widthPx: 1000, heightPx: 500 }, canvas)).toHaveLength(1);
    expect(displayedParts(area, { widthPx: 1000, heightPx: 500 }, undefined)).toEqual([]);
  });
});

describe('an incident behind a bezel', () => {
  it('moves to the nearest display, whole', () => {
    expect(inSight({ xPx: 2012, yPx: 500 }, parts, 40)).toEqual({ xPx: 1960, yPx: 500 });
    expect(inSight({ xPx: 2030, yPx: 500 }, parts, 40)).toEqual({ xPx: 2080, yPx: 500 });
  });

  it('moves too when a bezel would only cut it', () => {
    expect(inSight({ xPx: 1990, yPx: 500 }, parts, 40)).toEqual({ xPx: 1960, yPx: 500 });
  });

  it('stays where a display shows it whole', () => {
    const point = { xPx: 1500, yPx: 500 };

    expect(inSight(point, parts, 40)).toBe(point);
  });
});

describe('the markers of a map over two displays', () => {
  const camera: MapCamera = { centre: [105.84, 21.98], zoom: 9 };
  const marker = (id: string, xPx: number, yPx = 500): IncidentMarker => ({
    id,
    point: placeOnEarth({ xPx, yPx }, camera, tile),
    severity: 'emergency',
    title: 'Lũ',
    place: 'Cầu Gia Bảy',
    known: false,
    pulsing: true,
    sample: false,
  });

  it('leave the bezels, and nothing else moves', () => {
    const seen = marker('seen', 1000);
    const far = marker('far', 9000);

    const [hidden, ...others] = markersInSight(
      [marker('hidden', 2012), seen, far],
      { camera, tile, parts },
      40,
    );

    expect(hidden && pointOnTile(hidden.point, camera, tile).xPx).toBeCloseTo(1960, 6);
    expect(others).toEqual([seen, far]);
  });

  it('come out from under the head and the foot of the tile', () => {
    const clear = { xPx: 0, yPx: 90, widthPx: 4040, heightPx: 820 };
    const placed = markersInSight(
      [marker('head', 1000, 20), marker('foot', 3000, 980)],
      { camera, tile, parts: partsIn(clear, parts) },
      40,
    ).map(({ point }) => pointOnTile(point, camera, tile));

    expect(placed[0]?.yPx).toBeCloseTo(130, 6);
    expect(placed[1]?.yPx).toBeCloseTo(870, 6);
  });

  it('stay where they are on a tile of no known wall', () => {
    const markers = [marker('a', 2012)];

    expect(markersInSight(markers, { camera, tile, parts: [] }, 40)).toEqual(markers);
  });
});
