import type { VideoConfig } from '../../../domain/cameras/packets.ts';
import { createBitReader, unescaped } from './bits.ts';

/** Kinds of H.265 NAL unit that matter here; the last two are RTP's own (RFC 7798). */
export const H265 = {
  lastSlice: 9,
  firstKey: 16,
  lastKey: 21,
  vps: 32,
  sps: 33,
  pps: 34,
  aggregate: 48,
  fragment: 49,
} as const;

export function h265Type(nal: Uint8Array): number {
  return ((nal[0] ?? 0) >> 1) & 0x3f;
}

/** What a NAL unit is to whoever puts pictures together; `key`: only the first slice of a key picture. */
export function h265Sort(nal: Uint8Array): 'set' | 'key' | 'slice' | 'other' | 'nonsense' {
  const type = h265Type(nal);
  // The forbidden bit is set, or a time of no layer.
  if (((nal[0] ?? 0x80) & 0x80) !== 0 || ((nal[1] ?? 0) & 0x07) === 0) return 'nonsense';
  if (type >= H265.vps && type <= H265.pps) return 'set';
  // The slice's first bit is `first_slice_segment_in_pic_flag`.
  if (type >= H265.firstKey && type <= H265.lastKey) return ((nal[2] ?? 0) & 0x80) !== 0 ? 'key' : 'slice';
  return type <= H265.lastSlice ? 'slice' : 'other';
}

/** Profile, tier and level, as they stand at the front of VPS and SPS: 12 bytes. */
type Profile = {
  readonly space: number;
  readonly tier: number;
  readonly profile: number;
  /** 32 flags, the first one highest. */
  readonly compatibility: number;
  /** Six bytes. */
  readonly constraints: readonly number[];
  readonly level: number;
};

export type H265Sps = Profile & {
  readonly id: number;
  readonly layers: number;
  readonly nested: number;
  readonly chroma: number;
  readonly lumaBits: number;
  readonly chromaBits: number;
  readonly widthPx: number;
  readonly heightPx: number;
};

type Bits = ReturnType<typeof createBitReader>;

function readProfile(bits: Bits, layers: number): Profile {
  const space = bits.bits(2);
  const tier = bits.bit();
  const profile = bits.bits(5);
  const compatibility = bits.bits(32);
  const constraints = Array.from({ length: 6 }, () => bits.bits(8));
  const level = bits.bits(8);
  const present = Array.from({ length: layers - 1 }, () => [bits.bit(), bits.bit()] as const);
  if (layers > 1) for (let left = 8 - (layers - 1); left > 0; left -= 1) bits.bits(2);
  for (const [hasProfile, hasLevel] of present) {
    if (hasProfile === 1) for (let byte = 0; byte < 11; byte += 1) bits.bits(8);
    if (hasLevel === 1) bits.bits(8);
  }
  return { space, tier, profile, compatibility, constraints, level };
}

/** Reads what a player must know from a sequence parameter set; null when it makes no sense. */
export function readH265Sps(nal: Uint8Array): H265Sps | null {
  if (nal.length < 16) return null;
  const bits = createBitReader(unescaped(nal.subarray(2)));
  bits.bits(4);
  const layers = bits.bits(3) + 1;
  const nested = bits.bit();
  if (layers > 7) return null;
  const profile = readProfile(bits, layers);
  const id = bits.unsigned();
  const chroma = bits.unsigned();
  if (id > 15 || chroma > 3) return null;
  if (chroma === 3) bits.bit();
  const [width, height] = [bits.unsigned(), bits.unsigned()];
  const crop =
    bits.bit() === 1 ? [bits.unsigned(), bits.unsigned(), bits.unsigned(), bits.unsigned()] : [0, 0, 0, 0];
  const [left = 0, right = 0, top = 0, bottom = 0] = crop;
  const [lumaBits, chromaBits] = [bits.unsigned() + 8, bits.unsigned() + 8];
  const stepX = chroma === 1 || chroma === 2 ? 2 : 1;
  const stepY = chroma === 1 ? 2 : 1;
  const widthPx = width - (left + right) * stepX;
  const heightPx = height - (top + bottom) * stepY;
  if (widthPx < 8 || heightPx < 8 || widthPx > 16_384 || heightPx > 16_384) return null;
  if (lumaBits > 16 || chromaBits > 16) return null;
  return { ...profile, id, layers, nested, chroma, lumaBits, chromaBits, widthPx, heightPx };
}

/** The string by which engines know it (ISO 14496-15, E.3): `hvc1.1.6.L93.B0`. */
export function h265Codec({ space, profile, compatibility, tier, level, constraints }: Profile): string {
  const spaceName = ['', 'A', 'B', 'C'][space] ?? '';
  // The flags are written lowest first.
  const flags = Array.from({ length: 32 }, (_, index) => (compatibility / 2 ** (31 - index)) & 1);
  const reversed = flags.reduce((sum, flag, index) => sum + flag * 2 ** index, 0);
  const last = constraints.findLastIndex((byte) => byte !== 0);
  const rest = constraints.slice(0, last + 1).map((byte) => byte.toString(16).toUpperCase());
  return [
    `hvc1.${spaceName}${profile}`,
    reversed.toString(16).toUpperCase(),
    `${tier === 1 ? 'H' : 'L'}${level}`,
    ...rest,
  ].join('.');
}

function listed(type: number, sets: readonly Uint8Array[]): readonly number[] {
  const each = sets.flatMap((set) => [set.length >> 8, set.length & 0xff, ...set]);
  return [0x80 | type, sets.length >> 8, sets.length & 0xff, ...each];
}

/** Builds the hvcC record (ISO 14496-15, 8.3.3) from the parameter sets; null while they do not suffice. */
export function describeH265(sets: {
  readonly vps: readonly Uint8Array[];
  readonly sps: readonly Uint8Array[];
  readonly pps: readonly Uint8Array[];
}): VideoConfig | null {
  const [first] = sets.sps;
  const sps = first === undefined ? null : readH265Sps(first);
  if (sps === null || sets.vps.length === 0 || sets.pps.length === 0) return null;
  const { space, tier, profile, compatibility, constraints, level, chroma, lumaBits, chromaBits } = sps;
  const flags = [24, 16, 8, 0].map((shift) => Math.floor(compatibility / 2 ** shift) & 0xff);
  const head = [1, (space << 6) | (tier << 5) | profile, ...flags, ...constraints, level];
  // No segmentation of pictures is promised, nor a frame rate; lengths have four bytes.
  const shape = [0xf0, 0, 0xfc, 0xfc | chroma, 0xf8 | (lumaBits - 8), 0xf8 | (chromaBits - 8), 0, 0];
  const timing = [(sps.layers << 3) | (sps.nested << 2) | 3];
  const arrays = [
    ...listed(H265.vps, sets.vps),
    ...listed(H265.sps, sets.sps),
    ...listed(H265.pps, sets.pps),
  ];
  const description = Uint8Array.from([...head, ...shape, ...timing, 3, ...arrays]);
  return {
    type: 'config',
    codec: h265Codec(sps),
    description,
    widthPx: sps.widthPx,
    heightPx: sps.heightPx,
  };
}
