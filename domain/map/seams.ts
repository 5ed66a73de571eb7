import type { Area, Canvas } from '../wall/model.ts';
import type { IncidentMarker } from './markers.ts';
import {
  isOn,
  placeOnEarth,
  pointOnTile,
  type MapCamera,
  type PxPoint,
  type PxRect,
  type PxSize,
} from './mercator.ts';

/** The parts of a tile that the wall's displays show, in the tile's px; what lies between them is behind bezels. */
export function displayedParts(area: Area, tile: PxSize, canvas: Canvas | undefined): readonly PxRect[] {
  const across = tile.widthPx / area.widthMm;
  const down = tile.heightPx / area.heightMm;
  return (canvas?.displays ?? []).flatMap((display) => {
    const left = Math.max(0, (display.area.xMm - area.xMm) * across);
    const top = Math.max(0, (display.area.yMm - area.yMm) * down);
    const right = Math.min(tile.widthPx, (display.area.xMm + display.area.widthMm - area.xMm) * across);
    const bottom = Math.min(tile.heightPx, (display.area.yMm + display.area.heightMm - area.yMm) * down);
    return right > left && bottom > top
      ? [{ xPx: left, yPx: top, widthPx: right - left, heightPx: bottom - top }]
      : [];
  });
}

function inset({ xPx, yPx, widthPx, heightPx }: PxRect, byPx: number): PxRect {
  return { xPx: xPx + byPx, yPx: yPx + byPx, widthPx: widthPx - 2 * byPx, heightPx: heightPx - 2 * byPx };
}

function nearestOn(rect: PxRect, { xPx, yPx }: PxPoint): PxPoint {
  return {
    xPx: Math.min(Math.max(xPx, rect.xPx), rect.xPx + rect.widthPx),
    yPx: Math.min(Math.max(yPx, rect.yPx), rect.yPx + rect.heightPx),
  };
}

function distance(a: PxPoint, b: PxPoint): number {
  return Math.hypot(a.xPx - b.xPx, a.yPx - b.yPx);
}

/** What of these parts `clear` leaves: marks under a tile's head or foot are as good as behind a bezel. */
export function partsIn(clear: PxRect, parts: readonly PxRect[]): readonly PxRect[] {
  return parts.flatMap((part) => {
    const xPx = Math.max(part.xPx, clear.xPx);
    const yPx = Math.max(part.yPx, clear.yPx);
    const widthPx = Math.min(part.xPx + part.widthPx, clear.xPx + clear.widthPx) - xPx;
    const heightPx = Math.min(part.yPx + part.heightPx, clear.yPx + clear.heightPx) - yPx;
    return widthPx > 0 && heightPx > 0 ? [{ xPx, yPx, widthPx, heightPx }] : [];
  });
}

/** A point that something would hide or cut moves to the nearest part that is seen, `clearPx` from its edge. */
export function inSight(point: PxPoint, parts: readonly PxRect[], clearPx: number): PxPoint {
  const rooms = parts.map((part) => inset(part, clearPx));
  const [first, ...others] = rooms.map((room) => nearestOn(room, point));
  if (first === undefined || rooms.some((room) => isOn(room, point))) return point;
  return others.reduce((best, next) => (distance(next, point) < distance(best, point) ? next : best), first);
}

/** The markers of one map, none of those on its tile hidden or cut. Every display of the tile comes to the same answer. */
export function markersInSight(
  markers: readonly IncidentMarker[],
  view: { readonly camera: MapCamera; readonly tile: PxSize; readonly parts: readonly PxRect[] },
  clearPx: number,
): readonly IncidentMarker[] {
  const { camera, tile, parts } = view;
  const whole = { xPx: 0, yPx: 0, ...tile };
  return markers.map((marker) => {
    const point = pointOnTile(marker.point, camera, tile);
    const moved = isOn(whole, point) ? inSight(point, parts, clearPx) : point;
    return moved === point ? marker : { ...marker, point: placeOnEarth(moved, camera, tile) };
  });
}
