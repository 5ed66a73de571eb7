import { around } from './area.ts';
import type { Area, Tile, TilePatch } from './model.ts';

export const alignments = ['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const;
/** Where tiles line up, on the smallest area around them all. */
export type Alignment = (typeof alignments)[number];

function moved(area: Area, all: Area, to: Alignment): Area {
  const right = all.xMm + all.widthMm;
  const bottom = all.yMm + all.heightMm;
  switch (to) {
    case 'left':
      return { ...area, xMm: all.xMm };
    case 'centre':
      return { ...area, xMm: (all.xMm + right - area.widthMm) / 2 };
    case 'right':
      return { ...area, xMm: right - area.widthMm };
    case 'top':
      return { ...area, yMm: all.yMm };
    case 'middle':
      return { ...area, yMm: (all.yMm + bottom - area.heightMm) / 2 };
    case 'bottom':
      return { ...area, yMm: bottom - area.heightMm };
  }
}

function patchOf(tiles: readonly Tile[]): TilePatch {
  return Object.fromEntries(tiles.map((tile) => [tile.id, tile]));
}

/** The tiles lined up on one edge or axis; sizes stay. */
export function aligned(tiles: readonly Tile[], to: Alignment): TilePatch {
  if (tiles.length === 0) return {};
  const all = around(tiles.map(({ area }) => area));
  return patchOf(tiles.map((tile) => ({ ...tile, area: moved(tile.area, all, to) })));
}

const start = { across: 'xMm', down: 'yMm' } as const;
const length = { across: 'widthMm', down: 'heightMm' } as const;

/** The tiles with equal gaps between them; the first and the last stay. */
export function distributed(tiles: readonly Tile[], axis: 'across' | 'down'): TilePatch {
  const at = start[axis];
  const long = length[axis];
  const inOrder = [...tiles].sort((a, b) => a.area[at] - b.area[at]);
  const first = inOrder[0];
  if (first === undefined) return {};
  const all = around(tiles.map(({ area }) => area));
  const taken = tiles.reduce((sum, { area }) => sum + area[long], 0);
  const gapMm = tiles.length > 1 ? (all[long] - taken) / (tiles.length - 1) : 0;
  let next = first.area[at];
  return patchOf(
    inOrder.map((tile) => {
      const placed = { ...tile, area: { ...tile.area, [at]: next } };
      next += tile.area[long] + gapMm;
      return placed;
    }),
  );
}

/** Two tiles in each other's places, with each other's sizes. */
export function swapped(one: Tile, other: Tile): TilePatch {
  return patchOf([
    { ...one, area: other.area, layer: other.layer },
    { ...other, area: one.area, layer: one.layer },
  ]);
}
