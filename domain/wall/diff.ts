import { same } from '../kernel/same.ts';
import type { Scene, Tile } from './model.ts';

/** What a take would change: tiles of the next scene that appear, move or stay, and tiles of the program that go. */
export type SceneDiff = {
  readonly appears: readonly Tile[];
  readonly moves: readonly { readonly from: Tile; readonly to: Tile }[];
  readonly goes: readonly Tile[];
  readonly stays: readonly Tile[];
};

/** A tile is the same picture when it shows the same thing; it moves when it shows it elsewhere. Each tile counts once. */
export function sceneDiff(on: Scene | undefined, next: Scene): SceneDiff {
  const left = new Set(Object.values(on?.tiles ?? {}));
  const find = (fits: (other: Tile) => boolean): Tile | undefined => {
    const found = [...left].find(fits);
    if (found) left.delete(found);
    return found;
  };
  const tiles = Object.values(next.tiles);
  const stays = tiles.filter((tile) =>
    find(
      (other) => other.layer === tile.layer && same(other.area, tile.area) && same(other.panel, tile.panel),
    ),
  );
  const moves: { from: Tile; to: Tile }[] = [];
  const appears: Tile[] = [];
  for (const to of tiles.filter((tile) => !stays.includes(tile))) {
    const from =
      find((other) => other.id === to.id && same(other.panel, to.panel)) ??
      find((other) => same(other.panel, to.panel));
    if (from) moves.push({ from, to });
    else appears.push(to);
  }
  return { appears, moves, goes: [...left], stays };
}
