import { capHeight } from '../../domain/wall/legibility.ts';

const RATIO = 1.25;

/** Font size (whole CSS px) of the text face whose capitals are at least `capPx` high. */
export function floorFontPx(capPx: number): number {
  return Math.ceil(capPx / capHeight.text);
}

/** Font size `step` steps above the floor; ×1.25 each, whole px. */
export function stepPx(floorPx: number, step: number): number {
  return Math.round(floorPx * RATIO ** step);
}

/** The number face has lower capitals: its floor is a little larger. */
export function numberFloorPx(floorPx: number): number {
  return Math.ceil((floorPx * capHeight.text) / capHeight.numbers);
}

/** The largest size on the scale, number face, that is at most `limitPx`; never under its floor. */
export function largestNumberPx(floorPx: number, limitPx: number): number {
  const smallest = numberFloorPx(floorPx);
  if (limitPx <= smallest) return smallest;
  const step = Math.floor(Math.log(limitPx / smallest) / Math.log(RATIO) + 1e-9);
  return stepPx(smallest, step);
}
