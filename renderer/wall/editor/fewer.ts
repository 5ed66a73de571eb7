import type { Canvas, PanelSpec, Tile } from '../../../domain/wall/model.ts';
import { fieldsOf } from '../../panels/editing.ts';
import type { EditingRoom, SpecField } from '../../panels/editingDefinition.ts';
import { isLegible, tileReading } from './reading.ts';

/** A property of a tile lowered so far that what is left can be read where the tile lies. */
export type Fewer = { readonly label: string; readonly count: number; readonly panel: PanelSpec };

type Lowered = { readonly most: number; readonly least: number; readonly put: (count: number) => PanelSpec };

/** Properties that count what shares the tile's room: how far they may be lowered. */
function lowered(field: SpecField): Lowered | undefined {
  if (field.control === 'indicators')
    return { most: field.value.length - 1, least: 1, put: (count) => field.put(field.value.slice(0, count)) };
  if (field.control !== 'number' || field.shares !== true || field.value === undefined) return undefined;
  return { most: field.value - field.step, least: field.min, put: field.put };
}

/** The most of it that can be read: the more there is, the smaller it stands. */
function mostLegible({ most, least, put }: Lowered, legible: (panel: PanelSpec) => boolean) {
  if (most < least || !legible(put(least))) return undefined;
  let [fits, over] = [least, most + 1];
  while (over - fits > 1) {
    const middle = Math.floor((fits + over) / 2);
    if (legible(put(middle))) fits = middle;
    else over = middle;
  }
  return { count: fits, panel: put(fits) };
}

/** With how many rows, columns or lines the tile can be read as it lies; undefined when fewer are no help. */
export function fewerToLegible(canvas: Canvas, tile: Tile, room: EditingRoom): Fewer | undefined {
  const legible = (panel: PanelSpec): boolean => isLegible(tileReading(canvas, { ...tile, panel }, room));
  for (const field of fieldsOf(tile.panel)) {
    const way = lowered(field);
    const found = way && mostLegible(way, legible);
    if (found) return { ...found, label: field.label(room.words) };
  }
  return undefined;
}
