import { LINE_HEIGHT } from '../../domain/wall/legibility.ts';
import type { Measure } from '../ui/measure.ts';
import { linePx } from '../ui/tileLayout.ts';
import { largestNumberPx, numberFloorPx, stepPx } from '../ui/typeScale.ts';

/** A line under the number, longest wording first; `extraEm` is what its icon takes. */
export type FigureRow = {
  readonly id: 'limit' | 'against';
  readonly candidates: readonly string[];
  readonly extraEm: number;
};

export type FigureLayout = {
  readonly valuePx: number;
  /** `beside` the number, on a line `below` it, or `none` where there is no room or no measure. */
  readonly measureAt: 'beside' | 'below' | 'none';
  /** Lines shown, and which of their wordings. */
  readonly rows: readonly { readonly id: FigureRow['id']; readonly wording: number }[];
  /** Room for a small chart, px: beside the number, or across the tile under everything. */
  readonly spark: {
    readonly at: 'beside' | 'below';
    readonly widthPx: number;
    readonly heightPx: number;
  } | null;
  /** Free room right under the number, px. */
  readonly sparePx: number;
};

/** Line box of a figure in parts of its font size: figures are 0.7 high, and only a comma hangs below. */
const VALUE_LINE = 0.9;
/** Above the baseline in that line box, and in a line of text: from each font's hhea table. */
const VALUE_ASCENT = 0.85;
const TEXT_ASCENT = 1.0425;
/** Figures stand this much higher than their line box has them where something follows at once, so that a comma has room before it. */
const LIFT = 0.08;

/** The number's own line, px: its height, and the line height that puts its baseline where it belongs. */
export function numberLine(
  valuePx: number,
  /** Size of the measure that stands on the same baseline, or null. */
  textPx: number | null,
  /** Free room under it, px: half of it stands above. */
  sparePx: number,
): { readonly heightPx: number; readonly lineHeightPx: number } {
  const text = textPx ?? 0;
  const raisedPx = Math.max(0, text * TEXT_ASCENT - valuePx * VALUE_ASCENT);
  const belowPx = Math.max(valuePx * (VALUE_LINE - VALUE_ASCENT), text * (LINE_HEIGHT - TEXT_ASCENT));
  const liftPx = Math.max(0, Math.round(valuePx * LIFT - sparePx / 2));
  return {
    heightPx: valuePx * VALUE_ASCENT + raisedPx + belowPx,
    lineHeightPx: valuePx * VALUE_LINE + 2 * (raisedPx - liftPx),
  };
}

/** True where not even the smallest legible number has room: then it is cut at the edge, not drawn over its neighbours. */
export function isTooSmall(
  room: { readonly widthPx: number; readonly heightPx: number },
  valuePx: number,
  valueEm: number,
): boolean {
  return valueEm * valuePx > room.widthPx || valuePx * VALUE_LINE > room.heightPx + 1;
}

const MEASURE_GAP = 0.25;
const NUMBER_SHARE = 0.5;

type Room = {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly floorPx: number;
  /** Font size of measure and lines, px. */
  readonly rowPx: number;
};
type Said = { readonly value: string; readonly measure: string; readonly rows: readonly FigureRow[] };

function fittingRows(rows: readonly FigureRow[], room: Room, measure: Measure): FigureLayout['rows'] {
  return rows.flatMap(({ id, candidates, extraEm }) => {
    const wording = candidates.findIndex((words) => (measure(words) + extraEm) * room.rowPx <= room.widthPx);
    return wording === -1 ? [] : [{ id, wording }];
  });
}

/** The largest number that `lines` further lines leave room for, or null when it would not stand out from text. */
function numberPx(room: Room, widthPx: number, valueEm: number, lines: number): number | null {
  const below = lines * linePx(room.rowPx);
  const smallest = numberFloorPx(room.floorPx);
  const high = Math.max(0, room.heightPx - below) / VALUE_LINE;
  const share = room.heightPx > 10 * room.floorPx ? room.heightPx * NUMBER_SHARE : high;
  const limit = Math.min(high, share, widthPx / valueEm);
  return limit < (lines === 0 ? smallest : stepPx(smallest, 2)) ? null : largestNumberPx(room.floorPx, limit);
}

function place(room: Room, said: Said, rowCount: number, measure: Measure) {
  const valueEm = Math.max(measure(said.value, 'numbers'), 0.5);
  const measurePx = said.measure === '' ? 0 : (measure(said.measure) + MEASURE_GAP) * room.rowPx;
  const beside = numberPx(room, room.widthPx - measurePx, valueEm, rowCount);
  const below = said.measure === '' ? null : numberPx(room, room.widthPx, valueEm, rowCount + 1);
  if (below !== null && below > (beside ?? 0) * 1.3)
    return { valuePx: below, measureAt: 'below' as const, measurePx };
  if (beside !== null) return { valuePx: beside, measureAt: 'beside' as const, measurePx };
  return null;
}

function sparkRoom(
  room: Room,
  used: { readonly heightPx: number; readonly widthPx: number; readonly valuePx: number },
) {
  const leftHeight = room.heightPx - used.heightPx;
  const gap = room.floorPx * 0.4;
  if (leftHeight >= 2.4 * room.floorPx) {
    return { at: 'below' as const, widthPx: room.widthPx, heightPx: Math.floor(leftHeight - gap) };
  }
  const leftWidth = Math.floor(room.widthPx - used.widthPx - gap * 2);
  return leftWidth < 2.4 * room.floorPx
    ? null
    : { at: 'beside' as const, widthPx: leftWidth, heightPx: Math.floor(used.valuePx * 0.62) };
}

/** All in one row: the number at its right end, and the first of the lines that has room beside it. */
export function rowLayout(room: Room, said: Said, measure: Measure): FigureLayout {
  const found = place({ ...room, widthPx: room.widthPx / 2 }, said, 0, measure);
  const valuePx = found?.valuePx ?? numberFloorPx(room.floorPx);
  const takenPx = measure(said.value, 'numbers') * valuePx + (measure(said.measure) + 1.5) * room.rowPx;
  const rows = fittingRows(said.rows, { ...room, widthPx: room.widthPx - takenPx }, measure).slice(0, 1);
  return { valuePx, measureAt: said.measure === '' ? 'none' : 'beside', rows, spark: null, sparePx: 0 };
}

/**
 * Chooses size and lines of one figure: the number as large as the room gives, then its measure, then limit and
 * comparison as long as they leave the number larger than text. Nothing is cut: a line is there whole or not at all.
 */
export function figureLayout(room: Room, said: Said, measure: Measure): FigureLayout {
  if (room.heightPx < linePx(room.rowPx)) {
    const limitPx = Math.min(room.heightPx / VALUE_LINE, room.widthPx / measure(said.value, 'numbers'));
    const valuePx = largestNumberPx(room.floorPx, limitPx);
    return { valuePx, measureAt: 'none', rows: [], spark: null, sparePx: 0 };
  }
  const fitting = fittingRows(said.rows, room, measure);
  for (let count = fitting.length; count >= 0; count -= 1) {
    const found = place(room, said, count, measure);
    if (found === null) continue;
    const rows = fitting.slice(0, count);
    const lines = rows.length + (found.measureAt === 'below' ? 1 : 0);
    const valueWidth =
      measure(said.value, 'numbers') * found.valuePx + (found.measureAt === 'beside' ? found.measurePx : 0);
    const heightPx = found.valuePx * VALUE_LINE + lines * linePx(room.rowPx);
    const spark = sparkRoom(room, { heightPx, widthPx: valueWidth, valuePx: found.valuePx });
    return {
      valuePx: found.valuePx,
      measureAt: said.measure === '' ? 'none' : found.measureAt,
      rows,
      spark,
      sparePx: lines === 0 && spark?.at !== 'below' ? Math.max(0, room.heightPx - heightPx) : 0,
    };
  }
  return { valuePx: numberFloorPx(room.floorPx), measureAt: 'none', rows: [], spark: null, sparePx: 0 };
}
