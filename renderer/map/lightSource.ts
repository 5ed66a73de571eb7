import type { FeatureCollection, Point } from 'geojson';
import type { LngLat } from '../../domain/map/model.ts';
import { lightImage, type LightLook } from './lightSigns.ts';

/** A set of traffic lights on the map. */
export type LightMark = {
  readonly id: string;
  readonly name: string;
  readonly point: LngLat;
  readonly look: LightLook;
  readonly sample: boolean;
};

/** The lights as a small source of their own, never clustered. */
export function lightSource(lights: readonly LightMark[]): FeatureCollection<Point> {
  return {
    type: 'FeatureCollection',
    features: lights.map(({ id, look, point: [longitude, latitude] }) => ({
      type: 'Feature',
      properties: { id, image: lightImage(look) },
      geometry: { type: 'Point', coordinates: [longitude, latitude] },
    })),
  };
}
