import type { CameraView } from '../cameras/model.ts';
import type { MapCamera } from './mercator.ts';
import type { LngLat } from './model.ts';

const EARTH_M = 6_371_000;
const RADIANS = Math.PI / 180;
/** A corner of the arc at least every so many degrees. */
const STEP_DEG = 10;
const WORLD_PX = 512;

/** Metres on the ground under one CSS px in the middle of the map. */
export function metresPerPx({ centre: [, latitude], zoom }: MapCamera): number {
  return (2 * Math.PI * EARTH_M * Math.cos(latitude * RADIANS)) / (WORLD_PX * 2 ** zoom);
}

/** The place so many metres away in this direction, degrees from north, clockwise. */
function placeFrom([longitude, latitude]: LngLat, bearingDeg: number, metres: number): LngLat {
  const bearing = bearingDeg * RADIANS;
  const north = (metres * Math.cos(bearing)) / EARTH_M / RADIANS;
  const east = (metres * Math.sin(bearing)) / (EARTH_M * Math.cos(latitude * RADIANS)) / RADIANS;
  return [longitude + east, latitude + north];
}

/** What a camera sees, as a closed ring on the ground: a sector, or the whole circle where it sees all around. */
export function viewWedge(point: LngLat, { bearingDeg, fieldDeg, rangeM }: CameraView): readonly LngLat[] {
  const steps = Math.max(1, Math.ceil(fieldDeg / STEP_DEG));
  const arc = Array.from({ length: steps + 1 }, (_, step) =>
    placeFrom(point, bearingDeg - fieldDeg / 2 + (fieldDeg * step) / steps, rangeM),
  );
  if (fieldDeg >= 360) return [...arc.slice(0, -1), ...arc.slice(0, 1)];
  return [point, ...arc, point];
}
