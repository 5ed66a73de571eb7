import { accept, refuse, type Outcome } from '../kernel/outcome.ts';
import { around, contains, overlaps, shifted } from './area.ts';
import { patched } from './edit.ts';
import { TILE_GAP_MM } from './layout.ts';
import type { Canvas, Scene, Tile, TilePatch } from './model.ts';
import { freePlace } from './freePlace.ts';

function free(canvas: Canvas, scene: Scene, tiles: readonly Tile[]): boolean {
  const base = Object.values(scene.tiles).filter(({ layer }) => layer === 'base');
  return tiles.every(
    ({ area, layer }) =>
      contains(canvas.area, area) &&
      (layer === 'overlay' || !base.some((other) => overlaps(other.area, area))),
  );
}

/** All together beside, below, before or above the originals: a group keeps its shape where there is room for it. */
function together(canvas: Canvas, scene: Scene, tiles: readonly Tile[]): readonly Tile[] | undefined {
  const { widthMm, heightMm } = around(tiles.map(({ area }) => area));
  const [x, y] = [widthMm + TILE_GAP_MM, heightMm + TILE_GAP_MM];
  const ways = [
    [x, 0],
    [0, y],
    [-x, 0],
    [0, -y],
  ] as const;
  return ways
    .map(([byX, byY]) => tiles.map((tile) => ({ ...tile, area: shifted(tile.area, byX, byY) })))
    .find((moved) => free(canvas, scene, moved));
}

/** Copies of tiles in free places, under new ids; the originals may be tiles of another scene. */
export function copies(
  canvas: Canvas,
  scene: Scene,
  originals: readonly Tile[],
  newId: () => string,
): Outcome<TilePatch, 'no-room'> {
  const tiles = originals.map((tile) => ({ ...tile, id: newId() }));
  if (tiles.length === 0) return accept({});
  const group = together(canvas, scene, tiles);
  if (group) return accept(Object.fromEntries(group.map((tile) => [tile.id, tile])));
  let patch: TilePatch = {};
  for (const tile of tiles) {
    const home = canvas.displays.find(({ area }) => overlaps(area, tile.area));
    const area = freePlace(canvas, patched(scene, patch), tile.area, home?.id);
    if (area === undefined) return refuse('no-room');
    patch = { ...patch, [tile.id]: { ...tile, area } };
  }
  return accept(patch);
}
