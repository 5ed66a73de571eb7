import { own } from '../kernel/own.ts';
import { same } from '../kernel/same.ts';
import { panelsOf } from './keys.ts';
import type { PanelSpec, Scene, Tile } from './model.ts';

/** The cameras that a panel names one by one; what it asks of the register never holds a restricted one. */
function namedBy(panel: PanelSpec): readonly string[] {
  if (panel.kind === 'camera') return [panel.cameraId];
  return panel.kind === 'camera-grid' && panel.from.by === 'list' ? panel.from.cameraIds : [];
}

function stays(tile: Tile, before: Scene | undefined): boolean {
  const was = before && own(before.tiles, tile.id);
  return was !== undefined && same(panelsOf(was), panelsOf(tile));
}

/**
 * The cameras that come up with these tiles, each once. A tile that is moved, or left where it is, brings nothing that was
 * not there before.
 */
export function camerasComing(before: Scene | undefined, tiles: readonly (Tile | null)[]): readonly string[] {
  const fresh = tiles.filter((tile) => tile !== null && !stays(tile, before));
  return [...new Set(fresh.flatMap((tile) => (tile ? panelsOf(tile) : [])).flatMap(namedBy))];
}
