import { PICTURE_MS } from '../../domain/cameras/vms.ts';
import type { RecordedPiece, Recordings } from './ports.ts';
import type { VmsStretches } from './vmsStretches.ts';

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
  vms: Pick<VmsStretches, 'keptFrom' | 'at'>,
) {
  return {
    oldest: (cameraId: string): number | null =>
      vms.keptFrom(cameraId) ?? recordings.spans(cameraId)[0]?.from ?? null,
    async neighbour(cameraId: string, moment: number, by: 1 | -1): Promise<number | null> {
      const beside = moment + by * PICTURE_MS;
      if (vms.at(cameraId, beside) !== null) return beside;
      return neighbourOf(recordings.pieces(cameraId), moment, by);
    },
  };
}
