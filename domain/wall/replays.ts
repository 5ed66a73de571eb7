import type { ReplayAnchor } from '../cameras/rules.ts';
import { replayMoment } from '../cameras/rules.ts';
import { accept, refuse, type Outcome } from '../kernel/outcome.ts';
import type { TileReplay } from './replaying.ts';
import type { PanelSpec, Scene, Tile, Wall } from './model.ts';

/** What is done to a replay: begun or moved back, led to a moment, paced, stepped picture by picture, ended. */
export type ReplayAct =
  | { readonly do: 'back'; readonly byMs: number }
  | { readonly do: 'to'; readonly at: number }
  | { readonly do: 'pace'; readonly rate: number }
  | { readonly do: 'step'; readonly by: 1 | -1 }
  | { readonly do: 'live' };

export type ReplayRefusal = 'tile-without-camera' | 'nothing-recorded' | 'not-replaying';

/** The cameras that a tile can show. */
export function camerasOf(panel: PanelSpec): readonly string[] {
  return panel.kind === 'camera' ? [panel.cameraId] : [];
}

/** The tiles of a scene that can be played back. */
export function cameraTiles(scene: Scene | undefined): readonly Tile[] {
  return Object.values(scene?.tiles ?? {}).filter(({ panel }) => camerasOf(panel).length > 0);
}

/** The replay that a camera of a tile shows; undefined: it is live. */
export function replayOf(
  hold: { readonly replays: readonly TileReplay[] },
  tileId: string,
  cameraId: string,
): TileReplay | undefined {
  return hold.replays.find((replay) => replay.tileId === tileId && replay.cameraId === cameraId);
}

/** The replays that are left when the program shows this scene: what a tile no longer shows is over. */
export function replaysIn(replays: readonly TileReplay[], scene: Scene | undefined): readonly TileReplay[] {
  return replays.filter(({ tileId, cameraId }) => {
    const tile = scene?.tiles[tileId];
    return tile !== undefined && camerasOf(tile.panel).includes(cameraId);
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

/** The replays after an act on one camera of one tile of the program. */
export function replayed(
  wall: Pick<Wall, 'hold' | 'program'>,
  request: { readonly tileId: string; readonly cameraId: string; readonly act: ReplayAct },
  recorded: Recorded & { readonly by: string },
): Outcome<readonly TileReplay[], ReplayRefusal> {
  const { tileId, cameraId, act } = request;
  const tile = wall.program?.scene.tiles[tileId];
  if (tile === undefined || !camerasOf(tile.panel).includes(cameraId)) return refuse('tile-without-camera');
  const before = replayOf(wall.hold, tileId, cameraId);
  const others = wall.hold.replays.filter((replay) => replay !== before);
  if (act.do === 'live') return before === undefined ? refuse('not-replaying') : accept(others);
  if (recorded.oldest === null) return refuse('nothing-recorded');
  const anchor = anchorAfter(act, before, recorded);
  if (anchor === null) return refuse('nothing-recorded');
  return accept([...others, { tileId, cameraId, ...anchor, by: recorded.by, at: recorded.now }]);
}
