import type { Feature, FeatureCollection, Point, Polygon } from 'geojson';
import { isTroubled, type CameraMark, type CameraSpot } from '../../domain/map/cameraMarks.ts';
import { viewWedge } from '../../domain/map/viewWedge.ts';
import { cameraImage, groupImage } from './cameraSigns.ts';

function spotFeature(
  { point: [longitude, latitude], marks }: CameraSpot,
  wedgeFromM: number,
): Feature<Point>[] {
  const [mark] = marks;
  if (mark === undefined) return [];
  const single = marks.length === 1;
  const troubled = isTroubled({ marks });
  const directed =
    single && mark.view !== undefined && mark.view.fieldDeg < 360 && mark.view.rangeM < wedgeFromM;
  return [
    {
      type: 'Feature',
      properties: {
        id: mark.id,
        image: single ? cameraImage(mark.look) : groupImage(marks.length, troubled),
        order: troubled ? 1 : 0,
        ...(directed && { bearing: mark.view.bearingDeg }),
      },
      geometry: { type: 'Point', coordinates: [longitude, latitude] },
    },
  ];
}

/**
 * The spots as points: one mark each, several cameras as their number. A camera whose view reaches less than `wedgeFromM`
 * shows where it looks by a tip.
 */
export function cameraSource(spots: readonly CameraSpot[], wedgeFromM: number): FeatureCollection<Point> {
  return { type: 'FeatureCollection', features: spots.flatMap((spot) => spotFeature(spot, wedgeFromM)) };
}

function wedge({ id, point, view }: CameraMark): Feature<Polygon>[] {
  if (view === undefined) return [];
  const ring = viewWedge(point, view).map(([longitude, latitude]) => [longitude, latitude]);
  return [{ type: 'Feature', properties: { id }, geometry: { type: 'Polygon', coordinates: [ring] } }];
}

/** What the cameras that stand alone see, in its true reach, where that is long enough to be seen. */
export function viewSource(spots: readonly CameraSpot[], wedgeFromM: number): FeatureCollection<Polygon> {
  const alone = spots.flatMap(({ marks }) => (marks.length === 1 ? marks : []));
  return {
    type: 'FeatureCollection',
    features: alone.filter(({ view }) => (view?.rangeM ?? 0) >= wedgeFromM).flatMap(wedge),
  };
}
