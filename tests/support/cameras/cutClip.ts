// A clip as a web server of videos gives it: cut into segments of MP4, over and over for as long as is asked.
import { TIMESCALE } from '../../../domain/cameras/mp4Boxes.ts';
import { fragment, initSegment } from '../../../domain/cameras/mp4Fragments.ts';
import { describeVideo } from '../../../main/edge/media/h264.ts';
import { clipFile, readClip, type ClipRequest } from './clips.ts';
import { parameterSetsOf } from './replayRtp.ts';

const PER_SEGMENT = 50;

/** A picture as MP4 holds it: every unit with its length in front. */
function sample(nals: readonly Buffer[]): Buffer {
  return Buffer.concat(
    nals.flatMap((nal) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(nal.length);
      return [length, nal];
    }),
  );
}

export type CutClip = {
  readonly init: Buffer;
  /** How long a segment is. */
  readonly seconds: number;
  segment(index: number): Buffer;
};

export function cutClip(request: ClipRequest): CutClip {
  const { units, fps } = readClip(clipFile(request), request);
  const sets = parameterSetsOf({ codec: 'h264', fps, units });
  const of = (type: number): readonly Buffer[] => sets.filter((set) => ((set[0] ?? 0) & 0x1f) === type);
  const config = describeVideo(of(7), of(8));
  if (config === null) throw new Error('the clip says not how it is coded');
  const duration = TIMESCALE / fps;
  const picture = (index: number): Buffer => {
    const nals = units[index % units.length] ?? [];
    const key = nals.some((nal) => ((nal[0] ?? 0) & 0x1f) === 5);
    return Buffer.from(
      fragment({ number: index + 1, time: index * duration, duration, key, data: sample(nals) }),
    );
  };
  return {
    init: Buffer.from(initSegment(config)),
    seconds: PER_SEGMENT / fps,
    segment: (index) =>
      Buffer.concat(Array.from({ length: PER_SEGMENT }, (_, at) => picture(index * PER_SEGMENT + at))),
  };
}
