import type { VideoConfig } from '../../../domain/cameras/packets.ts';
import { describeVideo, NAL, nalType, ppsId, readSps } from './h264.ts';

/** Sets kept of each kind; a sane camera has one. */
const MOST = 8;

/** Keeps the newest SPS and PPS of each number, from SDP and from the stream alike, and says when they changed. */
export function createParameterSets(first: readonly Buffer[]) {
  const sps = new Map<number, Buffer>();
  const pps = new Map<number, Buffer>();
  let changed = false;

  function keep(sets: Map<number, Buffer>, id: number, nal: Buffer): void {
    const known = sets.get(id);
    if (known?.equals(nal) === true || (known === undefined && sets.size >= MOST)) return;
    sets.set(id, Buffer.from(nal));
    changed = true;
  }

  function take(nal: Buffer): void {
    if (nalType(nal) === NAL.sps) {
      const read = readSps(nal);
      if (read !== null) keep(sps, read.id, nal);
    } else if (nalType(nal) === NAL.pps) {
      keep(pps, ppsId(nal), nal);
    }
  }

  first.forEach(take);
  return {
    take,
    /** The config, if it is another one than last time and complete. */
    news(): VideoConfig | null {
      if (!changed) return null;
      const config = describeVideo([...sps.values()], [...pps.values()]);
      if (config !== null) changed = false;
      return config;
    },
  };
}
