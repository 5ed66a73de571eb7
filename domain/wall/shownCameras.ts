import { camerasChosen, gridShape, gridView, turnsAt } from '../cameras/rules.ts';
import { FLOOR_ARC_MINUTES, heightForArcMm } from './legibility.ts';
import type { TileLook } from './looking.ts';
import { lookOf, turnOf } from './lookRules.ts';
import type { Tile, Wall } from './model.ts';
import { isLookedBack } from './replays.ts';

type Register = Parameters<typeof camerasChosen>[1];
type Placed = Pick<Wall, 'canvas' | 'looks' | 'hold'>;

/** The cameras that a tile shows in turn; of a hotspot the one that it shows. */
export function camerasIn({ looks }: Pick<Wall, 'looks'>, tile: Tile, register: Register): readonly string[] {
  const { panel } = tile;
  if (panel.kind === 'camera') return [panel.cameraId];
  if (panel.kind === 'camera-grid') return camerasChosen(panel.from, register);
  const hot = panel.kind === 'camera-hotspot' ? lookOf(looks, tile).hot : null;
  return hot === null ? [] : [hot.cameraId];
}

/** What a grid shows at a moment that it has turned to; null: the tile is no grid. */
function gridOf({ canvas }: Pick<Wall, 'canvas'>, tile: Tile, register: Register) {
  const { panel } = tile;
  if (panel.kind !== 'camera-grid') return null;
  const cameraIds = camerasChosen(panel.from, register);
  const capitalMm = heightForArcMm(FLOOR_ARC_MINUTES, canvas.seatDistanceMm);
  const shape = gridShape(panel.cells, tile.area, { cameras: cameraIds.length, capitalMm });
  const dwellMs = panel.dwellS * 1_000;
  const viewAt = (turn: TileLook['turn'], forward: readonly string[], now: number): readonly string[] =>
    gridView(panel, shape, { cameraIds, turn, forward, now }).cells.flatMap((id) => id ?? []);
  return { panel, cameraIds, dwellMs, viewAt };
}

/** The cameras that a tile shows now, row by row; where one is enlarged, that one. */
export function camerasNow(wall: Placed, tile: Tile, register: Register, now: number): readonly string[] {
  const grid = gridOf(wall, tile, register);
  if (grid === null) return camerasIn(wall, tile, register);
  const look = lookOf(wall.looks, tile);
  if (look.large !== null) return [look.large.cameraId];
  const turn = look.turn && {
    ...look.turn,
    paused: turnOf(look, isLookedBack(wall.hold, tile.id))?.paused === true,
  };
  return grid.viewAt(
    turn,
    look.cells.map(({ cameraId }) => cameraId),
    now,
  );
}

/**
 * A grid that is led back or to the present, from where it stands: turned on until it shows the camera, with nothing
 * enlarged in front of it. Null: the tile is no grid.
 */
export function turnedTo(
  wall: Placed,
  tile: Tile,
  register: Register,
  to: { readonly cameraId: string; readonly by: string; readonly at: number },
): { readonly look: TileLook; readonly shows: readonly string[] } | null {
  const grid = gridOf(wall, tile, register);
  if (grid === null) return null;
  const { cameraId, ...author } = to;
  const before = lookOf(wall.looks, tile);
  const large = before.large?.cameraId === cameraId ? before.large : null;
  // Activity brings a camera forward by itself when somebody looks back at it.
  if (grid.panel.order === 'activity') return { look: { ...before, large }, shows: grid.cameraIds };
  const turns = turnsAt(turnOf(before, isLookedBack(wall.hold, tile.id)), grid.dwellMs, author.at);
  const turnAt = (page: number) => ({ page, paused: before.turn?.paused ?? false, ...author });
  const showsAt = (page: number) => grid.viewAt({ ...turnAt(page), paused: true }, [], author.at);
  const ahead = grid.cameraIds.findIndex((_id, step) => showsAt(turns + step).includes(cameraId));
  const page = turns + Math.max(0, ahead);
  return { look: { ...before, large, turn: turnAt(page) }, shows: showsAt(page) };
}
