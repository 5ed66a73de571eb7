import { MOST_POINTS, type Line } from '../../../domain/wall/ink.ts';
import type { Area } from '../../../domain/wall/model.ts';
import type { BoardPlace } from '../boardLayout.ts';

type Point = { readonly xMm: number; readonly yMm: number };

/** The place whose picture lies under a point of the board, CSS px. */
export function placeAt(places: readonly BoardPlace[], xPx: number, yPx: number): BoardPlace | undefined {
  return places.find(
    (place) =>
      xPx >= place.leftPx &&
      xPx <= place.leftPx + place.widthPx &&
      yPx >= place.topPx &&
      yPx <= place.topPx + place.heightPx,
  );
}

const clamp = (value: number, from: number, size: number): number =>
  Math.round(Math.min(from + size, Math.max(from, value)) * 10) / 10;

/** A point of the board in mm on the wall's canvas, as seen from the display that the line was begun on. */
export function onCanvas(place: BoardPlace, canvas: Area, xPx: number, yPx: number): Point {
  const { area } = place.display;
  const mmPerPx = area.widthMm / place.widthPx;
  return {
    xMm: clamp(area.xMm + (xPx - place.leftPx) * mmPerPx, canvas.xMm, canvas.widthMm),
    yMm: clamp(area.yMm + (yPx - place.topPx) * mmPerPx, canvas.yMm, canvas.heightMm),
  };
}

type Begun = Omit<Line, 'points'>;

/**
 * A line under the pen: its points in mm, the newest of which have not been sent yet. A point closer to the last than
 * `stepMm` says nothing new. `full`: the line must end and another go on from its last point.
 */
export function beginLine(begun: Begun, stepMm: number) {
  const points: number[] = [];
  let sent = 0;
  return {
    add({ xMm, yMm }: Point): void {
      const [lastX, lastY] = points.slice(-2);
      const near =
        lastX !== undefined && lastY !== undefined && Math.hypot(xMm - lastX, yMm - lastY) < stepMm;
      if (!near && points.length < 2 * MOST_POINTS) points.push(xMm, yMm);
    },
    isFull: () => points.length >= 2 * MOST_POINTS,
    /** What was drawn since the last piece; null: nothing. */
    piece(): { readonly line: Line; readonly from: number } | null {
      if (points.length === sent) return null;
      const from = sent;
      sent = points.length;
      return { line: { ...begun, points: points.slice(from) }, from };
    },
    whole: (): Line => ({ ...begun, points: [...points] }),
    last: (): Point => ({ xMm: points.at(-2) ?? 0, yMm: points.at(-1) ?? 0 }),
  };
}
