import { describe, expect, it } from 'vitest';
import type { BaseMap } from './baseMap.ts';
import type { MapColours } from './colours.ts';
import { mapStyle } from './style.ts';

// The other engine's own validator; its package declares no types for it.
const validator = 'mapbox-gl/dist/style-spec/index.es.js';

const colours: MapColours = {
  beyond: '#0d1219',
  land: '#19222d',
  own: '#222e3c',
  communeBorder: '#2f3b49',
  border: '#3b4857',
  ownBorder: '#8595a6',
  island: '#aab6c3',
  cameras: { mark: '#9fc6ea', trouble: '#f2b705', text: '#f2f5f8' },
  lamps: { red: '#f0595e', yellow: '#f2b705', green: '#3fb68b' },
  marks: {
    info: { shape: '#aab6c3', sign: '#0b0f14' },
    warning: { shape: '#f2b705', sign: '#0b0f14' },
    critical: { shape: '#f0803c', sign: '#0b0f14' },
    emergency: { shape: '#f0595e', sign: '#0b0f14' },
  },
};

const bases: Readonly<Record<string, BaseMap>> = {
  pack: {
    kind: 'pack',
    pack: {
      name: 'vn',
      attribution: '',
      bounds: [101, 6, 119, 24],
      minZoom: 0,
      maxZoom: 11,
      layers: ['prov', 'prov_pt', 'ward', 'ward_pt'],
    },
  },
  outline: { kind: 'outline', why: 'none' },
};

function styleOver(base: BaseMap) {
  return mapStyle({ base, ownCode: '19', colours, floorPx: 50, origin: 'ioc://app' });
}

describe.each(Object.entries(bases))('the style over the %s', (_name, base) => {
  const style = styleOver(base);

  it('is understood by the other engine too', async () => {
    const { validate } = await import(validator);

    expect(validate(JSON.parse(JSON.stringify(style)))).toEqual([]);
  });

  it('asks nobody outside the machine', () => {
    expect(JSON.stringify(style)).not.toMatch(/https?:|mapbox:|glyphs|sprite/);
  });

  it('draws the archipelagos over the base map, then cameras and lights, and the incidents over everything', () => {
    expect(style.layers.slice(-7).map(({ id }) => id)).toEqual([
      'archipelago-islands',
      'camera-views',
      'camera-view-edges',
      'camera-tips',
      'camera-marks',
      'light-marks',
      'incident-marks',
    ]);
  });

  it('lets the room’s own province stand out', () => {
    expect(style.layers.map(({ id }) => id)).toEqual(expect.arrayContaining(['own-land', 'own-border']));
  });
});

describe('the style over a pack', () => {
  it('reads tiles through the product’s own scheme, within the zooms that the pack has', () => {
    expect(styleOver(bases.pack ?? { kind: 'outline', why: 'none' }).sources.pack).toMatchObject({
      tiles: ['ioc://app/map/tiles/{z}/{x}/{y}.pbf'],
      minzoom: 0,
      maxzoom: 11,
    });
  });
});
