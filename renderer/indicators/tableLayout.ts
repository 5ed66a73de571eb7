import { linePx } from '../ui/tileLayout.ts';

export type TableColumn = 'name' | 'value' | 'against' | 'age';

export type TableLayout = {
  readonly columns: readonly TableColumn[];
  /** Rows on one page; the head takes one more where there are more than two columns. */
  readonly rows: number;
  readonly pages: number;
  readonly rowPx: number;
  readonly hasHead: boolean;
};

type Room = { readonly widthPx: number; readonly heightPx: number; readonly floorPx: number };

/** How many indicators stand on one page at the floor of type, and which columns have room beside the name. */
export function tableLayout(room: Room, count: number): TableLayout {
  const wide = room.widthPx / room.floorPx;
  const columns: readonly TableColumn[] =
    wide >= 30 ? ['name', 'value', 'against', 'age'] : wide >= 19 ? ['name', 'value', 'age'] : ['name', 'value'];
  const rowPx = linePx(room.floorPx) + Math.round(room.floorPx * 0.1);
  const hasHead = columns.length > 2;
  const rows = Math.max(1, Math.floor(room.heightPx / rowPx) - (hasHead ? 1 : 0));
  return { columns, rows, pages: Math.max(1, Math.ceil(count / rows)), rowPx, hasHead };
}
