import type { ReplayAnchor } from '../cameras/rules.ts';
import { replayMoment } from '../cameras/rules.ts';
import { accept, refuse, type Outcome } from '../kernel/outcome.ts';
import { own } from '../kernel/own.ts';
import { lookOf } from './lookRules.ts';
import type { Looks } from './looking.ts';
import type { Scene, Tile, Wall } from './model.ts';
import { pictureOf } from './pictureOf.ts';
import type { TileReplay } from './replaying.ts';

/** What is done to a replay: begun or moved back, led to a moment, paced, stepped picture by picture, ended. */
export type ReplayAct =
  | { readonly do: 'back'; readonly byMs: number }
  | { readonly do: 'to'; readonly at: number }
  | { readonly do: 'pace'; readonly rate: number }
  | { readonly do: 'step'; readonly by: 1 | -1 }
  | { readonly do: 'live' };

export type ReplayRefusal = 'tile-without-camera' | 'nothing-recorded' | 'not-replaying';

/** The replay that a camera of a tile shows; undefined: it is live. */
export function replayOf(
  hold: { readonly replays: readonly TileReplay[] },
  tileId: string,
  cameraId: string,
): TileReplay | undefined {
  return hold.replays.find((replay) => replay.tileId === tileId && replay.cameraId === cameraId);
}

/** True while somebody looks back at a camera of this tile. */
export function isLookedBack(hold: { readonly replays: readonly TileReplay[] }, tileId: string): boolean {
  return hold.replays.some((replay) => replay.tileId === tileId);
}

function stillShows({ cameraId, picture }: TileReplay, tile: Tile, looks: Looks): boolean {
  const { panel } = tile;
  if (panel.kind === 'camera') return panel.cameraId === cameraId;
  if (panel.kind === 'camera-hotspot') return lookOf(looks, tile).hot?.cameraId === cameraId;
  return panel.kind === 'camera-grid' && picture === pictureOf(tile);
}

/** The replays that are left when the program shows this scene: what a tile no longer shows is over. */
export function replaysIn(
  replays: readonly TileReplay[],
  scene: Scene | undefined,
  looks: Looks,
): readonly TileReplay[] {
  return replays.filter((replay) => {
    const tile = scene && own(scene.tiles, replay.tileId);
    return tile !== undefined && stillShows(replay, tile, looks);
  });
}

/** What is known of the recording when a replay is led somewhere. */
export type Recorded = {
  readonly now: number;
  /** The first moment that is kept; null: nothing is. */
  readonly oldest: number | null;
  /** The picture beside the one that is shown, for a step. */
  readonly neighbour: number | null;
};

function anchorAfter(
  act: ReplayAct,
  before: TileReplay | undefined,
  recorded: Recorded,
): ReplayAnchor | null {
  const { now, oldest, neighbour } = recorded;
  const moment = before === undefined ? now : replayMoment(before, now);
  const from = (at: number): number => Math.min(now, Math.max(oldest ?? at, at));
  const rate = before?.rate ?? 1;
  switch (act.do) {
    case 'back':
      return { mediaAt: from(moment - act.byMs), clockAt: now, rate };
    case 'to':
      return { mediaAt: from(act.at), clockAt: now, rate };
    case 'pace':
      return { mediaAt: from(moment), clockAt: now, rate: act.rate };
    case 'step':
      return neighbour === null ? null : { mediaAt: neighbour, clockAt: now, rate: 0 };
    case 'live':
      return null;
  }
}

/** The replays after an act on one camera of one tile of the program; `cameraIds`: those that the tile can show. */
export function replayed(
  wall: Pick<Wall, 'hold' | 'program'>,
  request: { readonly tileId: string; readonly cameraId: string; readonly act: ReplayAct },
  recorded: Recorded & { readonly by: string; readonly cameraIds: readonly string[] },
): Outcome<readonly TileReplay[], ReplayRefusal> {
  const { tileId, cameraId, act } = request;
  const tile = wall.program ? own(wall.program.scene.tiles, tileId) : undefined;
  if (tile === undefined || !recorded.cameraIds.includes(cameraId)) return refuse('tile-without-camera');
  const before = replayOf(wall.hold, tileId, cameraId);
  const others = wall.hold.replays.filter((replay) => replay !== before);
  if (act.do === 'live') return before === undefined ? refuse('not-replaying') : accept(others);
  if (recorded.oldest === null) return refuse('nothing-recorded');
  const anchor = anchorAfter(act, before, recorded);
  if (anchor === null) return refuse('nothing-recorded');
  const { by, now: at } = recorded;
  return accept([...others, { tileId, cameraId, picture: pictureOf(tile), ...anchor, by, at }]);
}
