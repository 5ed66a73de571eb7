import { leastFloors } from '../../../domain/wall/leastRoom.ts';
import { linePx } from '../../ui/tileLayout.ts';

const GAP_EM = 0.35;
const LINES = 3;
/** A picture under the words is so many lines high. */
const PICTURE_LINES = 5;
/** Icon and edges of a card, in parts of its type. */
export const CARD_SPARE_EM = 3.2;

export type CardLayout = {
  readonly columns: number;
  readonly shown: number;
  /** Width of a column, px. */
  readonly columnPx: number;
  /** There is room for a picture in every card. */
  readonly pictured: boolean;
};

/** What one card needs to say all of it, px. */
export function cardHeightPx(floorPx: number, lines = LINES): number {
  return lines * linePx(floorPx) + 2 * GAP_EM * floorPx;
}

/** As many columns as stay readable, and the newest cards that have room for all their lines; pictures where all have room for one. */
export function cardLayout(
  body: { readonly widthPx: number; readonly heightPx: number },
  floorPx: number,
  count: number,
): CardLayout {
  const gap = GAP_EM * floorPx;
  const most = Math.max(1, Math.floor((body.widthPx + gap) / (leastFloors.list.wide * floorPx + gap)));
  const rowsOf = (lines: number): number =>
    Math.floor((body.heightPx + gap) / (cardHeightPx(floorPx, lines) + gap));
  const pictured = most * rowsOf(LINES + PICTURE_LINES) >= count;
  const rows = Math.max(1, rowsOf(pictured ? LINES + PICTURE_LINES : LINES));
  const columns = Math.max(1, Math.min(most, Math.ceil(count / rows)));
  const columnPx = (body.widthPx - (columns - 1) * gap) / columns;
  return { columns, shown: Math.min(count, columns * rows), columnPx, pictured };
}
