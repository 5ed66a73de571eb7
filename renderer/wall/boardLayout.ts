import type { Area, Canvas, Display } from '../../domain/wall/model.ts';

/** A display's place on the console, CSS px; the caption lies below it, `captionPx` high. */
export type BoardPlace = {
  readonly display: Display;
  readonly leftPx: number;
  readonly topPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
};

export type Board = {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly places: readonly BoardPlace[];
};

/** Rows are told apart by their upper edges: every display below an edge makes room for one more caption above it. */
function rowOf(display: Display, tops: readonly number[]): number {
  return tops.filter((top) => top < display.area.yMm).length;
}

/**
 * The wall in small: every display at its true place and proportion, as large as the box allows. The captions' height is
 * added below each row of displays, so that no caption ever covers a picture.
 */
export function boardLayout(
  canvas: Canvas,
  box: { widthPx: number; heightPx: number },
  captionPx: number,
): Board {
  const { area, displays } = canvas;
  const tops = [...new Set(displays.map((display) => display.area.yMm))];
  const captions = tops.length * captionPx;
  const room = Math.max(0, box.heightPx - captions);
  const scale =
    area.widthMm > 0 && area.heightMm > 0 ? Math.min(box.widthPx / area.widthMm, room / area.heightMm) : 0;
  const places = [...displays]
    .sort((a, b) => a.order - b.order)
    .map((display) => ({
      display,
      leftPx: (display.area.xMm - area.xMm) * scale,
      topPx: (display.area.yMm - area.yMm) * scale + rowOf(display, tops) * captionPx,
      widthPx: display.area.widthMm * scale,
      heightPx: display.area.heightMm * scale,
    }));
  return { widthPx: area.widthMm * scale, heightPx: area.heightMm * scale + captions, places };
}

/** Where an area of the canvas lies on the board, on the display that holds its middle. */
export function boxOnBoard(places: readonly BoardPlace[], area: Area) {
  const [x, y] = [area.xMm + area.widthMm / 2, area.yMm + area.heightMm / 2];
  const place = places.find(({ display: { area: on } }) => {
    return x >= on.xMm && x <= on.xMm + on.widthMm && y >= on.yMm && y <= on.yMm + on.heightMm;
  });
  if (place === undefined) return null;
  const { area: on } = place.display;
  const scale = place.widthPx / on.widthMm;
  const left = Math.max(0, area.xMm - on.xMm);
  const top = Math.max(0, area.yMm - on.yMm);
  return {
    left: place.leftPx + left * scale,
    top: place.topPx + top * scale,
    width: (Math.min(on.widthMm, area.xMm + area.widthMm - on.xMm) - left) * scale,
    height: (Math.min(on.heightMm, area.yMm + area.heightMm - on.yMm) - top) * scale,
  };
}
