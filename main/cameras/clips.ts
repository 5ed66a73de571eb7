import type { VideoConfig } from '../../domain/cameras/packets.ts';
import { GAP_MS } from '../../domain/cameras/recording.ts';
import { same } from '../../domain/kernel/same.ts';
import type { Footage, FootageUnit, RecordedPiece, Recordings } from './ports.ts';

/** What one answer may carry to a window, bytes. */
const MOST_BYTES = 128 * 1024 * 1024;

/** Pictures of one film: one config, nothing missing for as long as a gap, the first stands alone. */
export type ClipPart = {
  readonly config: VideoConfig;
  readonly units: readonly FootageUnit[];
  /** Shorter breaks inside it, epoch ms. */
  readonly breaks: readonly { readonly from: number; readonly to: number }[];
};

type Read = Footage & { readonly run: string };

/** The pictures from the last one on that stands alone and is not newer than `from`, to the last one before `to`. */
function trimmed({ units }: Footage, from: number, to: number): readonly FootageUnit[] {
  const last = units.findLastIndex(({ key, at }) => key && at <= from);
  const begin = last >= 0 ? last : units.findIndex(({ key }) => key);
  return begin >= 0 ? units.slice(begin).filter(({ at }) => at <= to) : [];
}

function bytesOf(units: readonly FootageUnit[]): number {
  return units.reduce((sum, { data }) => sum + data.length, 0);
}

/** Pieces that follow each other as one film; a gap or another config begins the next. */
function joined(pieces: readonly Read[]): ClipPart[] {
  const parts: (ClipPart & { readonly run: string })[] = [];
  for (const { config, units, run } of pieces) {
    const last = parts.at(-1);
    const [begins, ended] = [units[0]?.at ?? 0, last?.units.at(-1)?.at ?? 0];
    const follows = last !== undefined && begins - ended < GAP_MS && same(last.config, config);
    if (!follows) parts.push({ config, units, run, breaks: [] });
    else {
      const breaks = last.run === run ? last.breaks : [...last.breaks, { from: ended, to: begins }];
      parts[parts.length - 1] = { config, run, breaks, units: [...last.units, ...units] };
    }
  }
  return parts;
}

/** The piece in which decoding begins so that the moment can be shown; the next one where the moment lies in a gap. */
function beginOf(pieces: readonly RecordedPiece[], from: number): number {
  const key = pieces.findLastIndex((piece) => piece.from <= from && piece.key);
  const reaches = pieces.some((piece) => piece.run === pieces[key]?.run && piece.to >= from);
  const next = pieces.findIndex((piece) => piece.to >= from);
  return reaches ? key : next < 0 ? pieces.length : next;
}

type Wanted = { readonly cameraId: string; readonly from: number; readonly to: number };

/** Keeps what a clip is made of from being dropped; returns the function that gives it back. */
export function holdClip(recordings: Pick<Recordings, 'hold'>, { cameraId, from, to }: Wanted): () => void {
  return recordings.hold(cameraId, from - GAP_MS, to);
}

/**
 * What was recorded of a camera between two moments, as films that each begin where decoding can begin. Null: it is more
 * than can be handed over at once.
 */
export async function cutClip(
  recordings: Pick<Recordings, 'pieces' | 'hold'>,
  /** `onRead`: how much of it is read, 0…1; what it throws ends the work. */
  request: Wanted & { readonly onRead?: (share: number) => void },
): Promise<readonly ClipPart[] | null> {
  const { cameraId, from, to, onRead } = request;
  const giveBack = holdClip(recordings, request);
  try {
    const all = recordings.pieces(cameraId);
    const wanted = all.slice(beginOf(all, from)).filter((piece) => piece.from <= to);
    const runs: Read[] = [];
    let bytes = 0;
    let unread = 0;
    for (const [index, piece] of wanted.entries()) {
      onRead?.(index / wanted.length);
      const footage = await piece.read();
      if (footage === null) {
        unread += 1;
        continue;
      }
      // What comes after one that cannot be read does not follow what came before it.
      const run = `${piece.run} ${unread}`;
      bytes += bytesOf(footage.units);
      if (bytes > MOST_BYTES) return null;
      const last = runs.at(-1);
      if (last?.run !== run) runs.push({ ...footage, run });
      else runs[runs.length - 1] = { ...last, units: [...last.units, ...footage.units] };
    }
    const cut = runs.map((each) => ({ ...each, units: trimmed(each, from, to) }));
    return joined(cut.filter(({ units }) => units.length > 0));
  } finally {
    giveBack();
  }
}
