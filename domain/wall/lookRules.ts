import { accept, refuse, type Outcome } from '../kernel/outcome.ts';
import { own } from '../kernel/own.ts';
import { pictureOf } from './pictureOf.ts';
import { freshLook, type Author, type Looks, type TileLook, type Turn, type Zoom } from './looking.ts';
import type { Scene, Tile } from './model.ts';

/** What an operator does to a camera tile that is on the wall. */
export type LookOrder =
  | { readonly do: 'zoom'; readonly cameraId: string; readonly zoom: Zoom | null }
  | { readonly do: 'freeze'; readonly cameraId: string; readonly on: boolean }
  | { readonly do: 'enlarge'; readonly cameraId: string | null }
  | { readonly do: 'pin'; readonly cameraId: string; readonly on: boolean }
  /** Everything that is looked at closely is let go; pins stay. */
  | { readonly do: 'release' }
  | { readonly do: 'page'; readonly step: 1 | -1 }
  | { readonly do: 'pause'; readonly on: boolean };

export type LookRefusal = 'wall-unknown' | 'tile-unknown' | 'camera-not-in-tile' | 'tile-never-turns';

/** How a tile is turned, if that was said of the picture that it shows. */
export function lookOf(looks: Looks, tile: Pick<Tile, 'id' | 'panel'>): TileLook {
  const known = own(looks.tiles, tile.id);
  const picture = pictureOf(tile);
  return known?.picture === picture ? known : freshLook(picture);
}

/** Nothing at all is said of the tile: it need not be kept. */
function isFresh({ turn, large, zooms, frozen, pins, cells, hot }: TileLook): boolean {
  const none = [zooms, frozen, pins].every((record) => Object.keys(record).length === 0);
  return none && turn === null && large === null && cells.length === 0 && hot === null;
}

/** The looks with this one; without it when nothing is said in it. */
export function withLook(looks: Looks, tileId: string, look: TileLook): Looks {
  const { [tileId]: _old, ...others } = looks.tiles;
  return { ...looks, tiles: isFresh(look) ? others : { ...others, [tileId]: look } };
}

function put<Value>(record: Readonly<Record<string, Value>>, id: string, value: Value | null) {
  const others = Object.fromEntries(Object.entries(record).filter(([other]) => other !== id));
  return value === null ? others : { ...others, [id]: value };
}

/** Cameras of a tile that somebody looks at closely, each once: it does not turn away from them by itself. */
export function heldCameras({ large, zooms, frozen }: TileLook): readonly string[] {
  const ids = [...(large ? [large.cameraId] : []), ...Object.keys(zooms), ...Object.keys(frozen)];
  return [...new Set(ids)];
}

/** How a tile goes round: paused by hand, or while somebody looks closely, or back. */
export function turnOf(look: TileLook, lookedBack: boolean): Turn | null {
  return (
    look.turn && { ...look.turn, paused: look.turn.paused || lookedBack || heldCameras(look).length > 0 }
  );
}

/** The camera that an order brings close: a tile that goes round is turned to it first. Null: none. */
export function broughtClose(order: LookOrder): string | null {
  const isClose =
    order.do === 'enlarge' ||
    (order.do === 'zoom' && order.zoom !== null) ||
    (order.do === 'freeze' && order.on);
  return isClose ? order.cameraId : null;
}

type Now = {
  readonly author: Author;
  /** How often the tile has gone round by now; null: it never does. */
  readonly turns: number | null;
  /** The cameras that it draws from. */
  readonly shown: readonly string[];
};

function closer(
  before: TileLook,
  order: Exclude<LookOrder, { readonly do: 'page' | 'pause' }>,
  author: Author,
): TileLook {
  switch (order.do) {
    case 'zoom': {
      const zoom = order.zoom === null || order.zoom.scale <= 1 ? null : { ...order.zoom, ...author };
      return { ...before, zooms: put(before.zooms, order.cameraId, zoom) };
    }
    case 'freeze': {
      const frozen = order.on ? (own(before.frozen, order.cameraId) ?? author) : null;
      return { ...before, frozen: put(before.frozen, order.cameraId, frozen) };
    }
    case 'pin': {
      const pin = order.on ? (own(before.pins, order.cameraId) ?? author) : null;
      return { ...before, pins: put(before.pins, order.cameraId, pin) };
    }
    case 'release':
      return { ...before, large: null, zooms: {}, frozen: {} };
    case 'enlarge': {
      const { cameraId } = order;
      return { ...before, large: cameraId === null ? null : { cameraId, ...author } };
    }
  }
}

/** A tile after an operator's order. Every order counts the turns anew from where the tile stands. */
export function looked(
  before: TileLook,
  order: LookOrder,
  { author, turns, shown }: Now,
): Outcome<TileLook, LookRefusal> {
  const paused = before.turn?.paused ?? false;
  const at = (page: number, isPaused: boolean): Pick<TileLook, 'turn'> => ({
    turn: { page, paused: isPaused, ...author },
  });
  if (order.do === 'page' || order.do === 'pause') {
    if (turns === null) return refuse('tile-never-turns');
    const next = order.do === 'page' ? at(turns + order.step, paused) : at(turns, order.on);
    return accept({ ...before, ...next });
  }
  if (order.do !== 'release' && order.cameraId !== null && !shown.includes(order.cameraId))
    return refuse('camera-not-in-tile');
  const next = closer(before, order, author);
  return accept(turns === null || order.do === 'pin' ? next : { ...next, ...at(turns, paused) });
}

/** Cameras that activity must not push aside, each with when it was last taken in hand: pinned, or looked at closely. */
function keptSince({ large, ...look }: TileLook): ReadonlyMap<string, number> {
  const since = new Map<string, number>();
  const keep = (cameraId: string, { at }: Author): unknown =>
    since.set(cameraId, Math.max(at, since.get(cameraId) ?? at));
  for (const each of [look.pins, look.frozen, look.zooms])
    for (const [cameraId, author] of Object.entries(each)) keep(cameraId, author);
  if (large) keep(large.cameraId, large);
  return since;
}

/** Cameras that activity must not push aside: pinned ones, and those that somebody looks at closely. */
export function keptCameras(look: TileLook): readonly string[] {
  return [...keptSince(look).keys()];
}

/** When this camera of the tile was last pinned or looked at closely; undefined: nobody does now. */
export function keptAt(look: TileLook, cameraId: string): number | undefined {
  return keptSince(look).get(cameraId);
}

/** What is left after the program changed: nothing of a tile that shows something else now. */
export function looksAfter(looks: Looks, scene: Scene | undefined): Looks {
  const entries = Object.entries(looks.tiles);
  const kept = entries.filter(([id, { picture }]) => {
    const tile = scene && own(scene.tiles, id);
    return tile !== undefined && pictureOf(tile) === picture;
  });
  return kept.length === entries.length ? looks : { ...looks, tiles: Object.fromEntries(kept) };
}
