import type { GridShape } from '../../domain/cameras/grid.ts';
import type { Size } from './fit.ts';

export type CellPlace = Size & { readonly leftPx: number; readonly topPx: number };

/** Where a cell lies in its tile, whole px so that edges stay sharp. */
export function cellPlace(box: Size, { columns, rows }: GridShape, index: number, gapPx: number): CellPlace {
  const column = index % columns;
  const row = Math.floor(index / columns);
  const across = (at: number): number => Math.round(((box.widthPx + gapPx) * at) / columns);
  const down = (at: number): number => Math.round(((box.heightPx + gapPx) * at) / rows);
  return {
    leftPx: across(column),
    topPx: down(row),
    widthPx: across(column + 1) - across(column) - gapPx,
    heightPx: down(row + 1) - down(row) - gapPx,
  };
}
