import { isAtRest, nextCells } from '../../domain/cameras/activity.ts';
import { camerasOf } from '../../domain/cameras/choice.ts';
import { gridShape } from '../../domain/cameras/grid.ts';
import { nextHot } from '../../domain/cameras/hotspot.ts';
import { own } from '../../domain/kernel/own.ts';
import { same } from '../../domain/kernel/same.ts';
import { FLOOR_ARC_MINUTES, heightForArcMm } from '../../domain/wall/legibility.ts';
import type { TileLook } from '../../domain/wall/looking.ts';
import { keptAt, keptCameras, lookOf } from '../../domain/wall/lookRules.ts';
import type { Tile, Wall } from '../../domain/wall/model.ts';
import { replayOf } from '../../domain/wall/replays.ts';
import type { Hub } from '../kernel/hub.ts';
import type { Clock } from '../kernel/ports.ts';

/** While something goes on, it is looked at this often, ms. */
const LOOK_EVERY_MS = 1_000;
/** So many cameras are said to have something going on; a province in which more do has other worries. */
const MOST_ACTIVE = 200;

type Needs = {
  readonly hub: Pick<Hub, 'world' | 'commit'>;
  readonly clock: Clock;
  readonly wallId: string;
  /** Cameras with something going on now, the most pressing first. */
  readonly active: (now: number) => readonly string[];
};

/** Lets events bring cameras forward in the tiles that are for it. The core decides: all windows show the same. */
export function createActivity({ hub, clock, wallId, active }: Needs) {
  /** When this room first knew of each camera that is active. */
  const since = new Map<string, number>();
  let callOff: (() => void) | undefined;
  let seen: readonly unknown[] = [];

  function noteActive(ids: readonly string[], now: number): void {
    for (const id of since.keys()) if (!ids.includes(id)) since.delete(id);
    for (const id of ids) if (!since.has(id)) since.set(id, now);
  }

  function gridLook(wall: Wall, tile: Tile, look: TileLook, ids: readonly string[], now: number): TileLook {
    const { panel } = tile;
    if (panel.kind !== 'camera-grid' || panel.order !== 'activity') return look;
    const cameraIds = camerasOf(panel.from, hub.world().cameras.byId);
    const capitalMm = heightForArcMm(FLOOR_ARC_MINUTES, wall.canvas.seatDistanceMm);
    const { columns, rows } = gridShape(panel.cells, tile.area, { cameras: cameraIds.length, capitalMm });
    const back = wall.hold.replays.filter(({ tileId }) => tileId === tile.id).map(({ cameraId }) => cameraId);
    const pins = [...new Set([...keptCameras(look), ...back])];
    const order = { cameraIds, capacity: columns * rows, active: ids, pins, now };
    const cells = nextCells(look.cells, order);
    return { ...look, cells: isAtRest(cells, order) ? [] : cells };
  }

  function hotLook(wall: Wall, tile: Tile, look: TileLook, now: number): TileLook {
    if (tile.panel.kind !== 'camera-hotspot') return look;
    if (look.hot) {
      const { cameraId } = look.hot;
      const inHand = [replayOf(wall.hold, tile.id, cameraId)?.at, keptAt(look, cameraId)];
      // Somebody looks back at it, or closely: only a newer choice takes it away.
      if (Math.max(...inHand.map((at) => at ?? -1)) >= (wall.looks.chosen?.at ?? 0)) return look;
    }
    // A restricted camera comes on a wall only where somebody who may see it named it.
    const { byId } = hub.world().cameras;
    const alarms = [...since]
      .filter(([cameraId]) => own(byId, cameraId)?.restricted !== true)
      .map(([cameraId, at]) => ({ cameraId, at, blind: own(byId, cameraId)?.kind === 'none' }))
      // One without a source has no picture to bring: it waits for those that have.
      .sort((a, b) => Number(a.blind) - Number(b.blind) || b.at - a.at);
    const hot = nextHot(tile.panel.follows, look.hot, { chosen: wall.looks.chosen, alarms, at: now });
    return { ...look, hot };
  }

  function move(): void {
    const wall = own(hub.world().walls, wallId);
    if (wall === undefined) return;
    const now = clock.now();
    const ids = active(now).slice(0, MOST_ACTIVE);
    noteActive(ids, now);
    const tiles = Object.values(wall.program?.scene.tiles ?? {}).flatMap((tile): [string, TileLook][] => {
      const before = lookOf(wall.looks, tile);
      const after = hotLook(wall, tile, gridLook(wall, tile, before, ids, now), now);
      return same(before, after) ? [] : [[tile.id, after]];
    });
    if (tiles.length > 0 || !same(ids, wall.looks.active))
      hub.commit({ type: 'wall.camerasMoved', wallId, active: ids, tiles: Object.fromEntries(tiles) });
    const stirs =
      ids.length > 0 ||
      Object.values(own(hub.world().walls, wallId)?.looks.tiles ?? {}).some(({ cells }) => cells.length > 0);
    callOff?.();
    callOff = stirs ? clock.after(LOOK_EVERY_MS, move) : undefined;
  }

  return {
    /** Something was committed: looked at only when it is of any matter here. */
    saw(): void {
      const world = hub.world();
      const wall = own(world.walls, wallId);
      const matters = [
        world.cameraEvents,
        world.cameras,
        wall?.program,
        wall?.looks,
        wall?.hold,
        wall?.canvas,
      ];
      if (matters.every((each, index) => each === seen[index])) return;
      seen = matters;
      move();
    },
    stop: (): void => callOff?.(),
  };
}
