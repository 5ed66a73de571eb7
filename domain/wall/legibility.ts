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

/** Height of capitals as a part of the font size, from each font's OS/2 table. */
export const capHeight = { text: 0.74, numbers: 0.7 } as const;

/** Every line of text is this much of its font size, so that ế, ộ and Ử are never clipped. */
export const LINE_HEIGHT = 1.35;

/** Font size (mm) of the text face whose capitals subtend `minutes` of arc at `distanceMm`. */
export function floorMm(distanceMm: number, minutes: number): number {
  return heightForArcMm(minutes, distanceMm) / capHeight.text;
}

/** Height (mm) of one line of the smallest type that the farthest seat reads. */
export function readableLineMm(seatDistanceMm: number): number {
  return LINE_HEIGHT * floorMm(seatDistanceMm, FLOOR_ARC_MINUTES);
}

/** The search for smaller type ends here, minutes of arc. */
const LEAST_SOUGHT = 4;
const SOUGHT_STEP = 0.5;

/** The largest type in which something fits, minutes of arc: the floor, or how far under it. */
export function fittingArc(fits: (minutes: number) => boolean): number {
  for (let minutes = FLOOR_ARC_MINUTES; minutes > LEAST_SOUGHT; minutes -= SOUGHT_STEP) {
    if (fits(minutes)) return minutes;
  }
  return LEAST_SOUGHT;
}

/** Millimetres of one pixel of a display, across. */
export function pitchMm(display: Pick<Display, 'area' | 'widthPx'>): number {
  return display.area.widthMm / display.widthPx;
}
