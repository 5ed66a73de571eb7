import type { VideoConfig } from '../../../domain/cameras/packets.ts';
import { createBitReader, unescaped } from './bits.ts';
import { describeH265, H265, h265Type, readH265Sps } from './h265.ts';

/** Sets kept of each kind; a sane camera has one. */
const MOST = 8;

/** The number of a VPS stands in four bits behind its header, that of a PPS as a Golomb number. */
function numberOf(nal: Buffer, type: number): number {
  const bits = createBitReader(unescaped(nal.subarray(2, 10)));
  return type === H265.vps ? bits.bits(4) : bits.unsigned();
}

/** Keeps the newest VPS, SPS and PPS of each number, from SDP and from the stream alike, and says when they changed. */
export function createH265ParameterSets(first: readonly Buffer[]) {
  const sets = {
    vps: new Map<number, Buffer>(),
    sps: new Map<number, Buffer>(),
    pps: new Map<number, Buffer>(),
  };
  let changed = false;

  function keep(kept: Map<number, Buffer>, id: number, nal: Buffer): void {
    const known = kept.get(id);
    if (known?.equals(nal) === true || (known === undefined && kept.size >= MOST)) return;
    kept.set(id, Buffer.from(nal));
    changed = true;
  }

  function take(nal: Buffer): void {
    const type = h265Type(nal);
    if (type === H265.sps) {
      const read = readH265Sps(nal);
      if (read !== null) keep(sets.sps, read.id, nal);
    } else if (type === H265.vps || type === H265.pps) {
      keep(type === H265.vps ? sets.vps : sets.pps, numberOf(nal, type), nal);
    }
  }

  first.forEach(take);
  return {
    take,
    /** The config, if it is another one than last time and complete. */
    news(): VideoConfig | null {
      if (!changed) return null;
      const config = describeH265({
        vps: [...sets.vps.values()],
        sps: [...sets.sps.values()],
        pps: [...sets.pps.values()],
      });
      if (config !== null) changed = false;
      return config;
    },
  };
}
