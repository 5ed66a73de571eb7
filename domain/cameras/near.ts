import type { Camera } from './model.ts';

export type LngLat = readonly [longitude: number, latitude: number];

/** `sees`: the point lies in its view. `can-turn`: in its reach, and it can be turned. `unknown`: nobody said where it looks. */
export type Sight = 'sees' | 'can-turn' | 'unknown' | 'away';

/** A camera seen from a point; distance in metres. */
export type NearCamera<Each> = { readonly camera: Each; readonly distanceM: number; readonly sight: Sight };

type Placed = Pick<Camera, 'point' | 'view' | 'ptz'>;

const EARTH_M = 6_371_000;
const RADIANS = Math.PI / 180;

/** How far a camera that can be turned is of use when nobody said how far it sees, m. */
const USUAL_REACH_M = 300;

/** Metres between two places; exact enough within a province. */
export function distanceM([aLng, aLat]: LngLat, [bLng, bLat]: LngLat): number {
  const x = (bLng - aLng) * RADIANS * Math.cos(((aLat + bLat) / 2) * RADIANS);
  return Math.hypot(x, (bLat - aLat) * RADIANS) * EARTH_M;
}

/** The way from one place to another: degrees from north, clockwise, 0 … 360. */
export function bearingTo([aLng, aLat]: LngLat, [bLng, bLat]: LngLat): number {
  const x = (bLng - aLng) * Math.cos(((aLat + bLat) / 2) * RADIANS);
  return (Math.atan2(x, bLat - aLat) / RADIANS + 360) % 360;
}

/** Whether a camera has this point in its view; the edge of the view belongs to it. */
export function sightOf({ point, view, ptz }: Placed, target: LngLat): Sight {
  const away = distanceM(point, target);
  if (view !== undefined && away <= view.rangeM) {
    const off = Math.abs(bearingTo(point, target) - view.bearingDeg) % 360;
    // Who stands under the camera is in its view, whichever way it looks.
    if (Math.min(off, 360 - off) <= view.fieldDeg / 2 || away < 1) return 'sees';
  }
  if (ptz && away <= (view?.rangeM ?? USUAL_REACH_M)) return 'can-turn';
  return view === undefined ? 'unknown' : 'away';
}

/** What a camera that sees the point less well counts as farther, times. */
const farther: Readonly<Record<Sight, number>> = { sees: 1, 'can-turn': 1, unknown: 1, away: 2 };
const rank: Readonly<Record<Sight, number>> = { sees: 0, 'can-turn': 1, unknown: 2, away: 2 };

/**
 * The cameras nearest to a point, best first: those that see it, then those that can be turned to it, then the others,
 * where one that looks elsewhere counts as twice as far. None beyond `withinM`.
 */
export function nearestTo<Each extends Placed>(
  target: LngLat,
  cameras: readonly Each[],
  { limit, withinM }: { readonly limit: number; readonly withinM: number },
): readonly NearCamera<Each>[] {
  const near = cameras.flatMap((camera) => {
    const away = distanceM(camera.point, target);
    return away > withinM ? [] : [{ camera, distanceM: away, sight: sightOf(camera, target) }];
  });
  near.sort(
    (a, b) =>
      rank[a.sight] - rank[b.sight] || a.distanceM * farther[a.sight] - b.distanceM * farther[b.sight],
  );
  return near.slice(0, limit);
}
