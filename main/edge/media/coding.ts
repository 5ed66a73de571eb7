import type { VideoConfig } from '../../../domain/cameras/packets.ts';
import { NAL, nalType } from './h264.ts';
import { createH265ParameterSets } from './h265ParameterSets.ts';
import { h265Sort } from './h265.ts';
import { createNalUnits, h264Packing, h265Packing } from './nalUnits.ts';
import { createParameterSets } from './parameterSets.ts';

/** What a NAL unit is to whoever puts pictures together; `key`: the first slice of a picture at which decoding can begin. */
export type NalSort = 'set' | 'key' | 'slice' | 'other' | 'nonsense';

/** True for a picture's first slice: `first_mb_in_slice` is 0, which is written as a single 1. */
const isFirstSlice = (nal: Buffer): boolean => ((nal[1] ?? 0) & 0x80) !== 0;

/** How a camera codes its pictures, and what of it must be known to carry them. */
export type Coding = {
  readonly sortOf: (nal: Buffer) => NalSort;
  /** Takes NAL units out of RTP payloads; `broken`: one was lost. */
  readonly nalUnits: () => ReturnType<typeof createNalUnits>;
  /** Keeps parameter sets, and gives the config when it is another one. */
  readonly parameterSets: (first: readonly Buffer[]) => {
    take(nal: Buffer): void;
    news(): VideoConfig | null;
  };
};

export const h264: Coding = {
  sortOf(nal) {
    const header = nal[0] ?? 0x80;
    const type = nalType(nal);
    // The forbidden bit is set, or a key slice claims that nothing needs it.
    if ((header & 0x80) !== 0 || (type === NAL.key && (header & 0x60) === 0)) return 'nonsense';
    if (type === NAL.sps || type === NAL.pps) return 'set';
    if (type === NAL.key && isFirstSlice(nal)) return 'key';
    return type >= NAL.firstSlice && type <= NAL.key ? 'slice' : 'other';
  },
  nalUnits: () => createNalUnits(h264Packing),
  parameterSets: createParameterSets,
};

export const h265: Coding = {
  sortOf: h265Sort,
  nalUnits: () => createNalUnits(h265Packing),
  parameterSets: createH265ParameterSets,
};
