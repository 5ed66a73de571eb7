import { create } from 'zustand';
import type { Tile, Wall } from '../../../domain/wall/model.ts';
import { camerasIn, camerasNow } from '../../../domain/wall/shownCameras.ts';

/** One camera of one tile of the wall. */
export type ReplayPlace = { readonly tileId: string; readonly cameraId: string };

/** A tile, and one of its cameras; null: whichever it shows at the moment. */
export type Choice = { readonly tileId: string; readonly cameraId: string | null };

type Register = Parameters<typeof camerasIn>[2];

type ReplayState = {
  /** Chosen by the operator; null: the first that there is. */
  readonly chosen: Choice | null;
  /** Beginning and end of what is to be kept, epoch ms. */
  readonly markIn: number | null;
  readonly markOut: number | null;
};

const none = { markIn: null, markOut: null };

/** What this console looks back at. */
export const useReplayDesk = create<ReplayState>()(() => ({ chosen: null, ...none }));

export function choosePlace(chosen: Choice): void {
  useReplayDesk.setState({ chosen, ...none });
}

/** A mark at a moment; one that would turn the span around takes the other away. */
export function mark(which: 'in' | 'out', at: number): void {
  useReplayDesk.setState(({ markIn, markOut }) =>
    which === 'in'
      ? { markIn: at, markOut: markOut !== null && markOut > at ? markOut : null }
      : { markOut: at, markIn: markIn !== null && markIn < at ? markIn : null },
  );
}

export function clearMarks(): void {
  useReplayDesk.setState(none);
}

/** The tiles of the program that show cameras, with every camera that each can show. */
export function replayTiles(
  wall: Pick<Wall, 'program' | 'looks'>,
  register: Register,
): readonly { readonly tile: Tile; readonly cameraIds: readonly string[] }[] {
  return Object.values(wall.program?.scene.tiles ?? {}).flatMap((tile) => {
    const cameraIds = camerasIn(wall, tile, register);
    return cameraIds.length > 0 ? [{ tile, cameraIds }] : [];
  });
}

/** The chosen place while it is on the wall; else one that is played back; else the first that is shown. */
export function placeNow(
  wall: Wall,
  chosen: Choice | null,
  register: Register,
  now: number,
): ReplayPlace | undefined {
  const tiles = replayTiles(wall, register);
  const at = (choice: Choice | undefined): ReplayPlace | undefined => {
    const found = tiles.find(({ tile }) => tile.id === choice?.tileId);
    if (choice === undefined || found === undefined) return undefined;
    const { tile, cameraIds } = found;
    const cameraId = choice.cameraId ?? camerasNow(wall, tile, register, now)[0];
    return cameraId !== undefined && cameraIds.includes(cameraId) ? { tileId: tile.id, cameraId } : undefined;
  };
  const first = tiles[0] && { tileId: tiles[0].tile.id, cameraId: null };
  return (chosen === null ? undefined : at(chosen)) ?? at(wall.hold.replays[0]) ?? at(first);
}
