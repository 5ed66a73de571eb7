import type { FeatureCollection, Point } from 'geojson';
import type { IncidentMarker } from '../../domain/map/markers.ts';
import { markImage } from './marks.ts';

/** The markers as a small source of their own, never clustered; the gravest is drawn last, on top. */
export function incidentSource(markers: readonly IncidentMarker[]): FeatureCollection<Point> {
  return {
    type: 'FeatureCollection',
    features: markers.map(({ id, severity, known, point: [longitude, latitude] }, index) => ({
      type: 'Feature',
      properties: { id, image: markImage(severity, known), order: markers.length - index },
      geometry: { type: 'Point', coordinates: [longitude, latitude] },
    })),
  };
}
