import { replayMoment } from '../../domain/cameras/rules.ts';
import { refuse } from '../../domain/kernel/outcome.ts';
import { own } from '../../domain/kernel/own.ts';
import { ReplayInput } from '../../domain/wall/holdInputs.ts';
import type { Hold } from '../../domain/wall/holding.ts';
import type { TileLook } from '../../domain/wall/looking.ts';
import type { Tile, Wall } from '../../domain/wall/model.ts';
import type { TileReplay } from '../../domain/wall/replaying.ts';
import { replayed, replayOf, type ReplayAct } from '../../domain/wall/replays.ts';
import { camerasIn, turnedTo } from '../../domain/wall/shownCameras.ts';
import type { Handler } from '../kernel/handlers.ts';

/** What the wall asks of a camera's recording; moments in epoch ms. */
export type Footage = {
  /** The first that is kept; null: nothing is. */
  oldest(cameraId: string): number | null;
  /** Of the picture beside the one that a moment shows; null: there is none. */
  neighbour(cameraId: string, moment: number, by: 1 | -1): Promise<number | null>;
};

type Register = Parameters<typeof camerasIn>[2];

type Needs = {
  readonly now: () => number;
  readonly wallOf: (wallId: string) => Wall | undefined;
  readonly footage: Footage;
  readonly register: () => Register;
  /** Holds the wall so, in somebody's name; with a tile of it turned so. */
  readonly hold: (
    wall: Wall,
    order: { readonly wallId: string; readonly commandId: string },
    author: { readonly by: string; readonly at: number },
    next: Partial<Hold>,
    turned?: { readonly tileId: string; readonly look: TileLook },
  ) => ReturnType<Handler<'wall.replay'>['run']>;
};

/** A replay begins or ends: a grid turns to its camera, and what it no longer shows is over. */
function turnedWith(
  wall: Wall,
  tile: Tile,
  register: Register,
  request: { readonly cameraId: string; readonly act: ReplayAct; readonly by: string; readonly at: number },
) {
  const { cameraId, act, by, at } = request;
  const begins = replayOf(wall.hold, tile.id, cameraId) === undefined;
  if (!begins && act.do !== 'live') return null;
  return turnedTo(wall, tile, register, { cameraId, by, at });
}

/** Leads one camera of one tile through what was recorded of it, and back to the present. */
export function createReplayCall({ now, wallOf, footage, register, hold }: Needs): Handler<'wall.replay'> {
  return {
    allowed: ['console'],
    right: 'camera.lookBack',
    parse: (raw) => ReplayInput.parse(raw),
    async run(order, { person }, stillAllowed) {
      const { wallId, tileId, cameraId, act } = order;
      const seen = wallOf(wallId);
      if (seen === undefined) return refuse('wall-unknown');
      const before = replayOf(seen.hold, tileId, cameraId);
      const moment = before === undefined ? now() : replayMoment(before, now());
      const neighbour = act.do === 'step' ? await footage.neighbour(cameraId, moment, act.by) : null;
      // Reading took time: the wall may have gone on, and control may have gone elsewhere.
      const allowed = stillAllowed();
      const wall = wallOf(wallId);
      if (!allowed.ok) return allowed;
      if (wall === undefined) return refuse('wall-unknown');
      const author = { by: person?.name ?? '', at: now() };
      const oldest = footage.oldest(cameraId);
      const tile = wall.program ? own(wall.program.scene.tiles, tileId) : undefined;
      if (tile === undefined) return refuse('tile-without-camera');
      const cameraIds = camerasIn(wall, tile, register());
      const { by, at } = author;
      const replays = replayed(wall, order, { now: at, oldest, neighbour, by, cameraIds });
      if (!replays.ok) return replays;
      const turned = turnedWith(wall, tile, register(), { cameraId, act, by, at });
      if (turned === null) return hold(wall, order, author, { replays: replays.value });
      const isSeen = (replay: TileReplay): boolean =>
        replay.tileId !== tileId || turned.shows.includes(replay.cameraId);
      const left = replays.value.filter(isSeen);
      return hold(wall, order, author, { replays: left }, { tileId, look: turned.look });
    },
  };
}
