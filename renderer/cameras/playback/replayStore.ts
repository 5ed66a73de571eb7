import { create } from 'zustand';
import type { Wall } from '../../../domain/wall/model.ts';
import { camerasOf, cameraTiles } from '../../../domain/wall/replays.ts';

/** One camera of one tile of the wall. */
export type ReplayPlace = { readonly tileId: string; readonly cameraId: string };

type ReplayState = {
  /** Chosen by the operator; null: the first that there is. */
  readonly chosen: ReplayPlace | null;
  /** Beginning and end of what is to be kept, epoch ms. */
  readonly markIn: number | null;
  readonly markOut: number | null;
};

const none = { markIn: null, markOut: null };

/** What this console looks back at. */
export const useReplayDesk = create<ReplayState>()(() => ({ chosen: null, ...none }));

export function choosePlace(chosen: ReplayPlace): void {
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

/** Every camera of every tile of the program. */
export function replayPlaces(wall: Pick<Wall, 'program'>): readonly ReplayPlace[] {
  return cameraTiles(wall.program?.scene).flatMap(({ id, panel }) =>
    camerasOf(panel).map((cameraId) => ({ tileId: id, cameraId })),
  );
}

/** The chosen place while it is on the wall; else one that is played back; else the first. */
export function placeNow(
  wall: Pick<Wall, 'program' | 'hold'>,
  chosen: ReplayPlace | null,
): ReplayPlace | undefined {
  const places = replayPlaces(wall);
  const is = (of: ReplayPlace) => (place: ReplayPlace) =>
    place.tileId === of.tileId && place.cameraId === of.cameraId;
  const replaying = wall.hold.replays[0];
  return (
    (chosen === null ? undefined : places.find(is(chosen))) ??
    (replaying === undefined ? undefined : places.find(is(replaying))) ??
    places[0]
  );
}
