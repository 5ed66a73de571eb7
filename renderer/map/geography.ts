import type { FeatureCollection, Point, Polygon } from 'geojson';
import type { LngLat, MapBounds } from '../../domain/map/model.ts';
import archipelagosFile from '../../resources/map/archipelagos.json';
import outlineFile from '../../resources/map/outline.json';
import provincesFile from '../../resources/map/provinces.json';

/** All of Viet Nam, mainland and both archipelagos. */
export const COUNTRY: MapBounds = [101.6, 6.2, 118.4, 23.8];

function pointOf(coordinates: readonly number[]): LngLat {
  const [longitude = 0, latitude = 0] = coordinates;
  return [longitude, latitude];
}

type Area = { readonly kind: string; readonly name: string; readonly code?: string };

/** The product's own simplified outline: the country, its larger islands and the demonstration province. */
export const outline: FeatureCollection<Polygon, Area> = {
  type: 'FeatureCollection',
  features: outlineFile.features.map(({ properties, geometry }) => ({
    type: 'Feature',
    properties,
    geometry: { type: 'Polygon', coordinates: geometry.coordinates },
  })),
};

/** Islands of Hoàng Sa and Trường Sa, drawn over any pack. */
export const archipelagoIslands: FeatureCollection<Point> = {
  type: 'FeatureCollection',
  features: archipelagosFile.features.map(({ properties, geometry }) => ({
    type: 'Feature',
    properties,
    geometry: { type: 'Point', coordinates: geometry.coordinates },
  })),
};

function islandsOf(group: string): readonly LngLat[] {
  return archipelagosFile.features
    .filter(({ properties }) => properties.group === group)
    .map(({ geometry }) => pointOf(geometry.coordinates));
}

export type Archipelago = {
  readonly id: 'hoangSa' | 'truongSa';
  readonly islands: readonly LngLat[];
  readonly middle: LngLat;
};

function archipelago(id: Archipelago['id'], group: string): Archipelago {
  const islands = islandsOf(group);
  const middleOf = (values: readonly number[]): number => (Math.min(...values) + Math.max(...values)) / 2;
  const middle = [middleOf(islands.map(([x]) => x)), middleOf(islands.map(([, y]) => y))] as const;
  return { id, islands, middle };
}

/** Both archipelagos, north first. */
export const archipelagos: readonly Archipelago[] = [
  archipelago('hoangSa', 'hoang-sa'),
  archipelago('truongSa', 'truong-sa'),
];

/** Where the name of each of the 34 provinces stands. */
export const provinceNames: readonly {
  readonly code: string;
  readonly name: string;
  readonly point: LngLat;
}[] = provincesFile.features.map(({ properties, geometry }) => ({
  code: properties.code,
  name: properties.name,
  point: pointOf(geometry.coordinates),
}));
