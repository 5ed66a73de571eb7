import type { VideoConfig } from './packets.ts';

/** Ticks per second of the media time in every box. */
export const TIMESCALE = 90_000;

type Part = number | readonly number[] | string | Uint8Array;

export const u16 = (value: number): readonly number[] => [(value >> 8) & 0xff, value & 0xff];
export const u32 = (value: number): readonly number[] => [
  value >>> 24,
  (value >>> 16) & 0xff,
  (value >>> 8) & 0xff,
  value & 0xff,
];
export const u64 = (value: number): readonly number[] => [
  ...u32(Math.floor(value / 2 ** 32)),
  ...u32(value % 2 ** 32),
];
export const zeros = (count: number): readonly number[] => Array.from({ length: count }, () => 0);

function bytesOf(part: Part): Uint8Array | readonly number[] {
  if (typeof part === 'number') return u32(part);
  return typeof part === 'string' ? [...part].map((letter) => letter.charCodeAt(0)) : part;
}

/** One ISO BMFF box: numbers are 32 bits wide, texts Latin-1. */
export function box(type: string, ...parts: readonly Part[]): Uint8Array {
  const pieces = parts.map(bytesOf);
  const size = pieces.reduce((sum, piece) => sum + piece.length, 8);
  return joined(Uint8Array.from([...u32(size), ...bytesOf(type)]), ...pieces);
}

/** The pieces one after the other. */
export function joined(...pieces: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

const unity = [0x1_0000, 0, 0, 0, 0x1_0000, 0, 0, 0, 0x4000_0000].flatMap(u32);

/** How the track's samples are to be decoded. */
export function sampleDescription({ description, widthPx, heightPx }: VideoConfig): Uint8Array {
  const avc1 = box(
    'avc1',
    ...[zeros(6), u16(1), zeros(16), u16(widthPx), u16(heightPx), 0x48_0000, 0x48_0000, 0, u16(1), zeros(32)],
    ...[u16(24), u16(0xffff), box('avcC', description)],
  );
  return box('stsd', 0, 1, avc1);
}

/** One H.264 track of `duration` ticks with this sample table; 0: its length is not known beforehand. */
export function track(config: VideoConfig, duration: number, sampleTable: Uint8Array): Uint8Array {
  const dinf = box('dinf', box('dref', 0, 1, box('url ', 1)));
  const minf = box('minf', box('vmhd', 1, zeros(8)), dinf, sampleTable);
  const hdlr = box('hdlr', 0, 0, 'vide', zeros(12), 'camera\0');
  const mdia = box('mdia', box('mdhd', 0, 0, 0, TIMESCALE, duration, u16(0x55c4), u16(0)), hdlr, minf);
  const size = [u32(config.widthPx * 0x1_0000), u32(config.heightPx * 0x1_0000)].flat();
  return box('trak', box('tkhd', 3, 0, 0, 1, 0, duration, zeros(16), unity, size), mdia);
}

/** The head of a film of one track. */
export function movieHeader(duration: number): Uint8Array {
  return box(
    'mvhd',
    ...[0, 0, 0, TIMESCALE, duration, 0x1_0000, u16(0x100), zeros(10)],
    ...[unity, zeros(24), 2],
  );
}
