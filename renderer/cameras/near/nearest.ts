import { maySeeCamera } from '../../../domain/access/rights.ts';
import type { Person } from '../../../domain/access/model.ts';
import { nearestTo, type LngLat, type NearCamera } from '../../../domain/cameras/near.ts';
import type { CamerasState, KnownCamera } from '../../../domain/cameras/state.ts';

/** So many cameras stand beside an incident. */
export const NEAR_COUNT = 4;
/** Farther than this no camera shows anything of it, m. */
export const NEAR_WITHIN_M = 5_000;

/** The cameras nearest to a place that this person may see, best first. */
export function nearestCameras(
  byId: CamerasState['byId'],
  person: Person | null,
  point: LngLat,
): readonly NearCamera<KnownCamera>[] {
  const seen = Object.values(byId).filter((camera) => maySeeCamera(person, camera));
  return nearestTo(point, seen, { limit: NEAR_COUNT, withinM: NEAR_WITHIN_M });
}
