import { overlaps } from './area.ts';
import { TILE_GAP_MM } from './layout.ts';
import { FLOOR_ARC_MINUTES, heightForArcMm } from './legibility.ts';
import type { Area, Canvas, Display, Scene, Tile } from './model.ts';

/** A tile that is shown elsewhere while its own display is dark. */
export type Moved = { readonly tile: Tile; readonly to: Area };

/** What is shown while displays are dark: the program itself is not changed by it. */
export type Rehoming = {
  readonly scene: Scene;
  readonly moved: readonly Moved[];
  /** Tiles that wait unseen until their display is back. */
  readonly waiting: readonly Tile[];
};

/** A tile with at least this part of its picture on dark displays has lost its place. */
const LOST_PART = 0.5;
/** Capitals of 16′ that a tile must hold across and down: title, value and source, one line each. */
const LEAST_CAPS = { across: 14, down: 8 } as const;

function commonMm2(a: Area, b: Area): number {
  const across = Math.min(a.xMm + a.widthMm, b.xMm + b.widthMm) - Math.max(a.xMm, b.xMm);
  const down = Math.min(a.yMm + a.heightMm, b.yMm + b.heightMm) - Math.max(a.yMm, b.yMm);
  return Math.max(0, across) * Math.max(0, down);
}

function sizeMm2({ widthMm, heightMm }: Area): number {
  return widthMm * heightMm;
}

function middle({ xMm, yMm, widthMm, heightMm }: Area): readonly [number, number] {
  return [xMm + widthMm / 2, yMm + heightMm / 2];
}

function distance(a: Area, b: Area): number {
  const [ax, ay] = middle(a);
  const [bx, by] = middle(b);
  return Math.hypot(ax - bx, ay - by);
}

/** Compares by one number after the other; the first that differs decides. */
function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/** First the tiles that matter most, then in reading order. */
function byNeed(a: Tile, b: Tile): number {
  const key = ({ priority, area }: Tile) => [priority, area.yMm, area.xMm];
  return compare(key(a), key(b)) || a.id.localeCompare(b.id);
}

/** True when a tile of this size still says what it must in type of 16′ for the farthest seat. */
function isLegible(canvas: Canvas, { widthMm, heightMm }: Pick<Area, 'widthMm' | 'heightMm'>): boolean {
  const capMm = heightForArcMm(FLOOR_ARC_MINUTES, canvas.seatDistanceMm);
  return widthMm >= LEAST_CAPS.across * capMm && heightMm >= LEAST_CAPS.down * capMm;
}

/** Two halves of a tile's place, along its longer side. */
function halves({ xMm, yMm, widthMm, heightMm }: Area): readonly [Area, Area] {
  if (widthMm >= heightMm) {
    const half = (widthMm - TILE_GAP_MM) / 2;
    const first = { xMm, yMm, widthMm: half, heightMm };
    return [first, { ...first, xMm: xMm + half + TILE_GAP_MM }];
  }
  const half = (heightMm - TILE_GAP_MM) / 2;
  const first = { xMm, yMm, widthMm, heightMm: half };
  return [first, { ...first, yMm: yMm + half + TILE_GAP_MM }];
}

/** The displays that show nothing now, and those that take in what is lost: the open ones, covered ones only among themselves. */
function split(
  { displays }: Canvas,
  covered: readonly string[],
): { readonly dark: readonly Display[]; readonly hosts: readonly Display[] } {
  const living = displays.filter(({ dark }) => dark !== true);
  const open = living.filter(({ id }) => !covered.includes(id));
  return {
    dark: displays.filter(({ dark }) => dark === true),
    hosts: open.length > 0 ? open : living,
  };
}

function hasLostItsPlace(canvas: Canvas, { area }: Tile): boolean {
  const seen = canvas.displays.map((display) => ({ display, mm2: commonMm2(display.area, area) }));
  const total = seen.reduce((sum, { mm2 }) => sum + mm2, 0);
  const dark = seen.reduce((sum, { display, mm2 }) => sum + (display.dark === true ? mm2 : 0), 0);
  return total > 0 && dark >= LOST_PART * total;
}

type Table = {
  readonly canvas: Canvas;
  /** The displays that take in what is lost. */
  readonly hosts: readonly Display[];
  /** Where each tile is shown. */
  readonly places: Map<string, Area>;
  readonly tiles: ReadonlyMap<string, Tile>;
};

/** Tiles whose place a lost one may take or share: wholly on displays that take in, and large enough to be read. */
function hostTiles(table: Table): readonly { readonly tile: Tile; readonly area: Area }[] {
  const { canvas, hosts, places, tiles } = table;
  const others = canvas.displays.filter((display) => !hosts.includes(display));
  return [...places].flatMap(([id, area]) => {
    const tile = tiles.get(id);
    const usable = isLegible(canvas, area) && !others.some((display) => overlaps(display.area, area));
    return tile && tile.layer === 'base' && usable ? [{ tile, area }] : [];
  });
}

/** How little the display under this area matters to the room; 3 is disturbed first. */
function displayRank({ hosts }: Table, area: Area): number {
  const ranks = hosts.filter((display) => overlaps(display.area, area)).map(({ priority }) => priority ?? 2);
  return Math.min(...ranks, 3);
}

/** Takes the place of a less important tile: the least important first, then the smallest that is large enough, then the nearest. */
function takePlace(table: Table, lost: Tile): Tile | undefined {
  const { places } = table;
  const rank = ({ tile, area }: { readonly tile: Tile; readonly area: Area }) => {
    const room = sizeMm2(area) - sizeMm2(lost.area);
    return [
      -tile.priority,
      -displayRank(table, area),
      room >= 0 ? 0 : 1,
      Math.abs(room),
      distance(area, lost.area),
    ];
  };
  const [best] = hostTiles(table)
    .filter(({ tile }) => tile.priority > lost.priority)
    .sort((a, b) => compare(rank(a), rank(b)) || a.tile.id.localeCompare(b.tile.id));
  if (best === undefined) return undefined;
  places.delete(best.tile.id);
  places.set(lost.id, best.area);
  return best.tile;
}

/** Shares the largest place of a tile that matters no more, where both halves can still be read. */
function sharePlace(table: Table, lost: Tile): boolean {
  const { canvas, places } = table;
  const rank = ({ tile, area }: { readonly tile: Tile; readonly area: Area }) => [
    -tile.priority,
    -sizeMm2(area),
    distance(area, lost.area),
  ];
  const [best] = hostTiles(table)
    .filter(({ tile, area }) => tile.priority >= lost.priority && isLegible(canvas, halves(area)[0]))
    .sort((a, b) => compare(rank(a), rank(b)) || a.tile.id.localeCompare(b.tile.id));
  if (best === undefined) return false;
  const [first, second] = halves(best.area);
  places.set(best.tile.id, first);
  places.set(lost.id, second);
  return true;
}

/** An overlay keeps its size and its place on the display, on the nearest display that takes in. */
function moveOverlay({ hosts, places, canvas }: Table, lost: Tile): boolean {
  const home = canvas.displays.find(({ area }) => overlaps(area, lost.area));
  const [host] = [...hosts].sort((a, b) => distance(a.area, lost.area) - distance(b.area, lost.area));
  if (home === undefined || host === undefined) return false;
  const widthMm = Math.min(lost.area.widthMm, host.area.widthMm);
  const heightMm = Math.min(lost.area.heightMm, host.area.heightMm);
  const inside = (start: number, length: number, size: number): number =>
    Math.max(0, Math.min(start, length - size));
  places.set(lost.id, {
    xMm: host.area.xMm + inside(lost.area.xMm - home.area.xMm, host.area.widthMm, widthMm),
    yMm: host.area.yMm + inside(lost.area.yMm - home.area.yMm, host.area.heightMm, heightMm),
    widthMm,
    heightMm,
  });
  return true;
}

/** Finds each lost tile its place; a tile that gives way looks for one itself. Returns those that found none. */
function settle(table: Table, lost: readonly Tile[]): readonly Tile[] {
  const queue = [...lost];
  const waiting: Tile[] = [];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    if (next.priority === 3) waiting.push(next);
    else if (next.layer === 'overlay') {
      if (!moveOverlay(table, next)) waiting.push(next);
    } else {
      const displaced = takePlace(table, next);
      if (displaced) queue.push(displaced);
      else if (!sharePlace(table, next)) waiting.push(next);
      queue.sort(byNeed);
    }
  }
  return waiting;
}

/**
 * What the wall shows while displays are dark. A tile with half of its picture or more on dark displays looks for a place,
 * priority 1 before 2: it takes that of a less important tile, else it shares the largest of an equal one; 3 waits. No
 * place is smaller than what holds its type at 16′ for the farthest seat. Nothing moves under a cover (`covered`: ids of
 * displays) while any display is open. All come home when their display is back.
 */
export function rehoming(canvas: Canvas, scene: Scene, covered: readonly string[] = []): Rehoming {
  const { dark, hosts } = split(canvas, covered);
  if (dark.length === 0 || hosts.length === 0) return { scene, moved: [], waiting: [] };
  const tiles = Object.values(scene.tiles);
  const lost = tiles.filter((tile) => hasLostItsPlace(canvas, tile)).sort(byNeed);
  if (lost.length === 0) return { scene, moved: [], waiting: [] };
  const kept = tiles.filter((tile) => !lost.includes(tile));
  const places = new Map(kept.map(({ id, area }) => [id, area]));
  const waiting = settle(
    { canvas, hosts, places, tiles: new Map(tiles.map((tile) => [tile.id, tile])) },
    lost,
  );
  const shown = tiles.flatMap((tile) => {
    const area = places.get(tile.id);
    return area === undefined ? [] : [area === tile.area ? tile : { ...tile, area }];
  });
  const moved = lost.flatMap((tile) => {
    const to = places.get(tile.id);
    return to ? [{ tile, to }] : [];
  });
  return {
    scene: { ...scene, tiles: Object.fromEntries(shown.map((tile) => [tile.id, tile])) },
    moved,
    waiting,
  };
}

/** The scene as the living displays show it; the same scene while none is dark. */
export function rehomed(canvas: Canvas, scene: Scene, covered: readonly string[] = []): Scene {
  return rehoming(canvas, scene, covered).scene;
}
