import { same } from '../../domain/kernel/same.ts';
import { overlaps } from '../../domain/wall/area.ts';
import { FLOOR_ARC_MINUTES, heightForArcMm, pitchMm } from '../../domain/wall/legibility.ts';
import type { Canvas, Display, Scene, Tile } from '../../domain/wall/model.ts';

/** A tile's rectangle in a display's own CSS px; it may reach beyond the display. */
export type TileRect = {
  readonly leftPx: number;
  readonly topPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
};

/** Where a tile lies on a display, whole px so that edges stay sharp. */
export function rectOn(display: Display, tile: Tile): TileRect {
  const across = 1 / pitchMm(display);
  const down = display.heightPx / display.area.heightMm;
  const leftPx = Math.round((tile.area.xMm - display.area.xMm) * across);
  const topPx = Math.round((tile.area.yMm - display.area.yMm) * down);
  return {
    leftPx,
    topPx,
    widthPx: Math.round((tile.area.xMm + tile.area.widthMm - display.area.xMm) * across) - leftPx,
    heightPx: Math.round((tile.area.yMm + tile.area.heightMm - display.area.yMm) * down) - topPx,
  };
}

/** Height of capitals (CSS px) that subtend the floor of 16′ at the farthest seat. */
export function floorCapPx(canvas: Canvas, display: Display): number {
  return heightForArcMm(FLOOR_ARC_MINUTES, canvas.seatDistanceMm) / pitchMm(display);
}

/** One and the same picture in two scenes: it stays mounted over a take. */
export function tileIdentity(tile: Tile): string {
  return JSON.stringify([tile.area, tile.panel, tile.layer]);
}

/** A tile to mount, and whether the wall shows it now or it only warms up for the next take. */
export type MountedTile = {
  readonly identity: string;
  readonly tile: Tile;
  readonly seen: boolean;
  /** 0: on the wall; n: of the nth scene that waits. What cannot mount everything begins with the lowest. */
  readonly rank: number;
};

/** All tiles to mount on a display: those on, and those of the scenes to come, unseen; each picture once. */
export function mountedTiles(
  display: Display,
  on: Scene | null,
  next: readonly Scene[],
): readonly MountedTile[] {
  const tilesOf = (scene: Scene | null, rank: number): readonly MountedTile[] =>
    Object.values(scene?.tiles ?? {})
      .filter((tile) => overlaps(tile.area, display.area))
      .map((tile) => ({ identity: tileIdentity(tile), tile, seen: rank === 0, rank }));
  const all = [...tilesOf(on, 0), ...next.flatMap((scene, nth) => tilesOf(scene, nth + 1))];
  const first = new Map(all.toReversed().map((mounted) => [mounted.identity, mounted]));
  return all.filter((mounted) => first.get(mounted.identity) === mounted);
}

/**
 * What is mounted now, in the very objects of before wherever nothing changed: a scene that comes over the wire again, or
 * only turns from unseen to seen, draws no panel anew.
 */
export function mountedAgain(
  before: readonly MountedTile[],
  now: readonly MountedTile[],
): readonly MountedTile[] {
  const known = new Map(before.map((mounted) => [mounted.identity, mounted]));
  const kept = now.map((mounted): MountedTile => {
    const old = known.get(mounted.identity);
    if (old === undefined || !same(old.tile, mounted.tile)) return mounted;
    if (old.seen === mounted.seen && old.rank === mounted.rank) return old;
    return { ...mounted, tile: old.tile };
  });
  const unchanged = kept.length === before.length && kept.every((mounted, nth) => mounted === before[nth]);
  return unchanged ? before : kept;
}
