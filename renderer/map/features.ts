import type { Geometry } from 'geojson';
import type { MapFeature } from './engine.ts';

/** The engine's feature without the engine. */
export function featureOf(feature: {
  readonly geometry: Geometry;
  readonly properties: Readonly<Record<string, unknown>> | null;
}): MapFeature {
  const { geometry, properties } = feature;
  const [longitude, latitude] = geometry.type === 'Point' ? geometry.coordinates : [];
  const point = longitude === undefined || latitude === undefined ? null : ([longitude, latitude] as const);
  return { point, fields: properties ?? {} };
}
