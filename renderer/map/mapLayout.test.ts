import { describe, expect, it } from 'vitest';
import type { IncidentMarker } from '../../domain/map/markers.ts';
import { placeOnEarth } from '../../domain/map/mercator.ts';
import { vi } from '../text/vi.ts';
import { mapFrame, mapLayout } from './mapLayout.ts';

const place = { widthPx: 1920, heightPx: 1080, floorPx: 50 };
const frame = mapFrame(place, { centre: [105.84, 21.98], zoom: 8.8 }, { headPx: 90, footPx: 80 });

function marker(id: string, xPx: number, yPx: number): IncidentMarker {
  const point = placeOnEarth({ xPx, yPx }, frame.camera, frame.tile);
  return {
    id,
    point,
    severity: 'critical',
    title: `Sự cố ${id}`,
    place: '',
    known: false,
    pulsing: false,
    sample: false,
  };
}

function layoutOf(markers: readonly IncidentMarker[]) {
  return mapLayout({
    frame,
    floorPx: place.floorPx,
    markers,
    names: [],
    lights: [],
    spots: [],
    legendRows: 5,
    archipelagoLines: vi.map.archipelagos,
    measure: (text) => text.length * 0.56,
  });
}

describe('an incident that the map does not show', () => {
  it('is told whether it lies beyond the edge, under the head or under the legend', () => {
    const legend = { xPx: 100, yPx: 900 };
    const markers = [
      marker('seen', 960, 500),
      marker('beyond', 960, -400),
      marker('head', 960, 40),
      marker('legend', legend.xPx, legend.yPx),
    ];

    expect(layoutOf(markers).outside.map(({ id }) => id)).toEqual(['beyond', 'head', 'legend']);
  });

  it('takes a row of the legend, and none where all are seen', () => {
    const without = layoutOf([marker('seen', 960, 500)]);
    const withOne = layoutOf([marker('seen', 960, 500), marker('beyond', 960, -400)]);

    expect(without.outside).toEqual([]);
    expect(withOne.legend.heightPx - without.legend.heightPx).toBeCloseTo(1.5 * place.floorPx);
  });
});
