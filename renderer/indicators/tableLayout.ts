import { linePx } from '../ui/tileLayout.ts';

export type TableColumn = 'name' | 'value' | 'against' | 'age';

export type TableLayout = {
  /** Columns that have room, with their widths, px; their sum is the table's width. */
  readonly columns: readonly { readonly id: TableColumn; readonly widthPx: number }[];
  /** Name and value under each other: they have no room beside. */
  readonly stacked: boolean;
  /** Rows on one page; the head takes one more where it stands. */
  readonly rows: number;
  readonly pages: number;
  readonly rowPx: number;
  readonly hasHead: boolean;
};

/** What each column needs for its longest words, and what the name needs more where no age stands beside it, in floors. */
export type TableNeeds = Readonly<Record<TableColumn, number>> & { readonly mark: number };

/** What the names need beside these columns, in floors. */
export function nameEm(needEm: TableNeeds, ids: readonly TableColumn[]): number {
  return needEm.name + (ids.includes('age') ? 0 : needEm.mark);
}

type Room = { readonly widthPx: number; readonly heightPx: number; readonly floorPx: number };

const GAP_EM = 0.8;

/** Chooses columns in the order of the look: what, how much, then how fresh and against what where there is room. */
export function tableLayout(room: Room, needEm: TableNeeds, count: number): TableLayout {
  const wideEm = room.widthPx / room.floorPx;
  const need = (ids: readonly TableColumn[], id: TableColumn) =>
    id === 'name' ? nameEm(needEm, ids) : needEm[id];
  const needs = (ids: readonly TableColumn[]) =>
    ids.reduce((sum, id) => sum + need(ids, id) + GAP_EM, -GAP_EM);
  const choices: readonly (readonly TableColumn[])[] = [
    ['name', 'value', 'against', 'age'],
    ['name', 'value', 'age'],
    ['name', 'value'],
  ];
  const chosen = choices.find((ids) => needs(ids) <= wideEm);
  const ids = chosen ?? ['name'];
  const spare = Math.max(0, wideEm - needs(ids)) / ids.length;
  const gapOf = (index: number) => (index === 0 ? 0 : GAP_EM);
  const columns = ids.map((id, index) => ({
    id,
    widthPx: Math.floor(Math.min(wideEm, need(ids, id) + gapOf(index) + spare) * room.floorPx),
  }));
  const stacked = chosen === undefined;
  const hasHead = ids.length > 2;
  const rowPx = (stacked ? 2 : 1) * linePx(room.floorPx) + Math.round(room.floorPx * 0.12);
  const rows = Math.max(1, Math.floor(room.heightPx / rowPx) - (hasHead ? 1 : 0));
  return { columns, stacked, rows, pages: Math.max(1, Math.ceil(count / rows)), rowPx, hasHead };
}
