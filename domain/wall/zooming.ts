import { MOST_ZOOM } from '../cameras/rules.ts';
import type { Zoom } from './looking.ts';

type Point = { readonly x: number; readonly y: number };
const whole: Zoom = { x: 0.5, y: 0.5, scale: 1 };

function inside(middle: number, scale: number): number {
  const half = 0.5 / scale;
  return Math.min(1 - half, Math.max(half, middle));
}

function bounded(x: number, y: number, scale: number): Zoom {
  return { x: inside(x, scale), y: inside(y, scale), scale };
}

/** Nearer or farther by a factor; the point under the hand (parts of what is seen) stays where it is. `null`: the whole picture. */
export function zoomedAt(before: Zoom | null, at: Point, factor: number): Zoom | null {
  const { x, y, scale } = before ?? whole;
  const next = Math.min(MOST_ZOOM, Math.max(1, scale * factor));
  if (next <= 1.01) return null;
  const shift = 1 / scale - 1 / next;
  return bounded(x + (at.x - 0.5) * shift, y + (at.y - 0.5) * shift, next);
}

/** Moves what is seen by parts of its own width and height; it never leaves the picture. */
export function panned(zoom: Zoom, by: Point): Zoom {
  return bounded(zoom.x + by.x / zoom.scale, zoom.y + by.y / zoom.scale, zoom.scale);
}

/** Moves what is seen until this point of the picture is its middle, as far as the picture goes. */
export function centredAt({ scale }: Zoom, at: Point): Zoom {
  return bounded(at.x, at.y, scale);
}

/** Where a point of the picture lies in what is seen, in parts of that; beside it, at the nearest edge. */
export function seenAt(zoom: Zoom | null, at: Point): Point {
  const { x, y, scale } = zoom ?? whole;
  const part = (point: number, middle: number): number =>
    Math.min(1, Math.max(0, (point - middle) * scale + 0.5));
  return { x: part(at.x, x), y: part(at.y, y) };
}
