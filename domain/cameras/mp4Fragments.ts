import { box, joined, movieHeader, sampleDescription, track, u64 } from './mp4Boxes.ts';
import type { VideoConfig } from './packets.ts';

/** The initialisation segment for MSE: one H.264 track, its pictures all in fragments. */
export function initSegment(config: VideoConfig): Uint8Array {
  const nothing = [box('stts', 0, 0), box('stsc', 0, 0), box('stsz', 0, 0, 0), box('stco', 0, 0)];
  const trak = track(config, 0, box('stbl', sampleDescription(config), ...nothing));
  const moov = box('moov', movieHeader(0), trak, box('mvex', box('trex', 0, 1, 1, 0, 0, 0)));
  return joined(box('ftyp', 'iso5', 0x200, 'iso5avc1'), moov);
}

const KEY = 0x0200_0000;
const DELTA = 0x0101_0000;

/** One fragment of one picture; times in ticks. */
export function fragment(picture: {
  readonly number: number;
  readonly time: number;
  readonly duration: number;
  readonly key: boolean;
  readonly data: Uint8Array;
}): Uint8Array {
  const { number, time, duration, key, data } = picture;
  const build = (dataOffset: number): Uint8Array => {
    const trun = box('trun', 0x0000_0701, 1, dataOffset, duration, data.length, key ? KEY : DELTA);
    // Offsets count from the fragment's own beginning.
    const traf = box('traf', box('tfhd', 0x02_0000, 1), box('tfdt', 0x0100_0000, u64(time)), trun);
    return box('moof', box('mfhd', 0, number), traf);
  };
  const moof = build(build(0).length + 8);
  return joined(moof, box('mdat', data));
}
