import type { VideoConfig } from '../../../domain/cameras/packets.ts';
import { createBitReader, unescaped } from './bits.ts';

/** Kinds of NAL unit that matter here. */
export const NAL = { firstSlice: 1, key: 5, sps: 7, pps: 8, stapA: 24, fuA: 28 } as const;

export function nalType(nal: Uint8Array): number {
  return (nal[0] ?? 0) & 0x1f;
}

type Bits = ReturnType<typeof createBitReader>;

function skipScalingList(bits: Bits, size: number): void {
  let last = 8;
  let next = 8;
  for (let index = 0; index < size && next !== 0; index += 1) {
    next = (last + bits.signed() + 256) % 256;
    if (next !== 0) last = next;
  }
}

const withChroma = new Set([100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135]);

/** Reads the chroma part of a high profile; returns chroma_format_idc. */
function chromaFormat(bits: Bits, profile: number): number {
  if (!withChroma.has(profile)) return 1;
  const format = bits.unsigned();
  if (format === 3) bits.bit();
  bits.unsigned();
  bits.unsigned();
  bits.bit();
  if (bits.bit() === 1) {
    for (let list = 0; list < (format === 3 ? 12 : 8); list += 1) {
      if (bits.bit() === 1) skipScalingList(bits, list < 6 ? 16 : 64);
    }
  }
  return format;
}

function skipPictureOrder(bits: Bits): void {
  const kind = bits.unsigned();
  if (kind === 0) bits.unsigned();
  if (kind !== 1) return;
  bits.bit();
  bits.signed();
  bits.signed();
  for (let left = Math.min(255, bits.unsigned()); left > 0; left -= 1) bits.signed();
}

export type Sps = {
  readonly id: number;
  readonly codec: string;
  readonly widthPx: number;
  readonly heightPx: number;
};

/** Reads what a player must know from a sequence parameter set; null when it makes no sense. */
export function readSps(nal: Uint8Array): Sps | null {
  if (nal.length < 5) return null;
  const [, profile = 0, constraints = 0, level = 0] = nal;
  const bits = createBitReader(unescaped(nal.subarray(4)));
  const id = bits.unsigned();
  const format = chromaFormat(bits, profile);
  bits.unsigned();
  skipPictureOrder(bits);
  bits.unsigned();
  bits.bit();
  const columns = bits.unsigned() + 1;
  const rows = bits.unsigned() + 1;
  const fieldsPerFrame = 2 - bits.bit();
  if (fieldsPerFrame === 2) bits.bit();
  bits.bit();
  const crop =
    bits.bit() === 1 ? [bits.unsigned(), bits.unsigned(), bits.unsigned(), bits.unsigned()] : [0, 0, 0, 0];
  const [left = 0, right = 0, top = 0, bottom = 0] = crop;
  const stepX = format === 1 || format === 2 ? 2 : 1;
  const stepY = (format === 1 ? 2 : 1) * fieldsPerFrame;
  const widthPx = columns * 16 - (left + right) * stepX;
  const heightPx = rows * 16 * fieldsPerFrame - (top + bottom) * stepY;
  if (id > 31 || widthPx < 16 || heightPx < 16 || widthPx > 16_384 || heightPx > 16_384) return null;
  const hex = [profile, constraints, level].map((part) => part.toString(16).padStart(2, '0')).join('');
  return { id, codec: `avc1.${hex}`, widthPx, heightPx };
}

/** The number by which slices name this picture parameter set. */
export function ppsId(nal: Uint8Array): number {
  return createBitReader(unescaped(nal.subarray(1, 8))).unsigned();
}

function listed(sets: readonly Uint8Array[]): number[] {
  return sets.flatMap((set) => [set.length >> 8, set.length & 0xff, ...set]);
}

/** Builds the avcC record from the parameter sets; null while they do not suffice. */
export function describeVideo(
  spsList: readonly Uint8Array[],
  ppsList: readonly Uint8Array[],
): VideoConfig | null {
  const first = spsList[0];
  const sps = first === undefined ? null : readSps(first);
  if (first === undefined || sps === null || ppsList.length === 0) return null;
  const [, profile = 0, constraints = 0, level = 0] = first;
  const head = [1, profile, constraints, level, 0xff, 0xe0 | spsList.length];
  const description = Uint8Array.from([...head, ...listed(spsList), ppsList.length, ...listed(ppsList)]);
  return { type: 'config', codec: sps.codec, description, widthPx: sps.widthPx, heightPx: sps.heightPx };
}
