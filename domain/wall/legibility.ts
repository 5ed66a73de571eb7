import type { Display } from './model.ts';

/** NUREG-0700: characters subtend no less than 16 minutes of arc at the maximum viewing distance. */
export const FLOOR_ARC_MINUTES = 16;

/** Height (mm) of what subtends `arcMinutes` at `distanceMm`. */
export function heightForArcMm(arcMinutes: number, distanceMm: number): number {
  return 2 * distanceMm * Math.tan((arcMinutes / 60 / 2) * (Math.PI / 180));
}

/** Minutes of arc that a height (mm) subtends at `distanceMm`. */
export function arcMinutes(heightMm: number, distanceMm: number): number {
  return 2 * Math.atan(heightMm / (2 * distanceMm)) * (180 / Math.PI) * 60;
}

/** A line of type is so many times as high as its capitals: room for ế, ộ, Ử. */
const LINE_OF_CAPITALS = 1.8;

/** Height (mm) of one line of the smallest type that the farthest seat reads. */
export function readableLineMm(seatDistanceMm: number): number {
  return LINE_OF_CAPITALS * heightForArcMm(FLOOR_ARC_MINUTES, seatDistanceMm);
}

/** Millimetres of one pixel of a display, across. */
export function pitchMm(display: Pick<Display, 'area' | 'widthPx'>): number {
  return display.area.widthMm / display.widthPx;
}
