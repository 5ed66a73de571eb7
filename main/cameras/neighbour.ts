import { PICTURE_MS } from '../../domain/cameras/vms.ts';
import type { RecordedPiece, Recordings } from './ports.ts';

async function momentsOf(piece: RecordedPiece | undefined): Promise<readonly number[]> {
  const footage = await piece?.read();
  return footage?.units.map(({ at }) => at) ?? [];
}

/** The moment of the picture after the one that a moment shows, or before it; null: there is none. */
async function neighbourOf(
  pieces: readonly RecordedPiece[],
  moment: number,
  by: 1 | -1,
): Promise<number | null> {
  const at = pieces.findLastIndex(({ from }) => from <= moment);
  const around = [pieces[at - 1], pieces[at], pieces[at + 1]];
  const moments = (await Promise.all(around.map(momentsOf))).flat();
  const shown = moments.findLastIndex((each) => each <= moment);
  return moments[shown + by] ?? null;
}

/** What others ask of recordings: where they begin, and which picture lies beside which. */
export function footageOf(
  recordings: Pick<Recordings, 'spans' | 'pieces'>,
  vmsFrom: (cameraId: string) => number | null,
) {
  const ofRing = (cameraId: string): number | null => recordings.spans(cameraId)[0]?.from ?? null;
  return {
    oldest: (cameraId: string): number | null => vmsFrom(cameraId) ?? ofRing(cameraId),
    async neighbour(cameraId: string, moment: number, by: 1 | -1): Promise<number | null> {
      const isOfVms = vmsFrom(cameraId) !== null && moment < (ofRing(cameraId) ?? Infinity);
      if (isOfVms) return moment + by * PICTURE_MS;
      return neighbourOf(recordings.pieces(cameraId), moment, by);
    },
  };
}
