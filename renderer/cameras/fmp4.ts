import type { VideoConfig } from '../../domain/cameras/packets.ts';

/** Ticks per second of the media time in every box. */
export const TIMESCALE = 90_000;

type Part = number | readonly number[] | string | Uint8Array;

const u16 = (value: number): readonly number[] => [(value >> 8) & 0xff, value & 0xff];
const u32 = (value: number): readonly number[] => [
  value >>> 24,
  (value >>> 16) & 0xff,
  (value >>> 8) & 0xff,
  value & 0xff,
];
const u64 = (value: number): readonly number[] => [
  ...u32(Math.floor(value / 2 ** 32)),
  ...u32(value % 2 ** 32),
];
const zeros = (count: number): readonly number[] => Array.from({ length: count }, () => 0);

function bytesOf(part: Part): Uint8Array | readonly number[] {
  if (typeof part === 'number') return u32(part);
  return typeof part === 'string' ? [...part].map((letter) => letter.charCodeAt(0)) : part;
}

/** One ISO BMFF box: numbers are 32 bits wide. */
function box(type: string, ...parts: readonly Part[]): Uint8Array {
  const pieces = parts.map(bytesOf);
  const size = pieces.reduce((sum, piece) => sum + piece.length, 8);
  const bytes = new Uint8Array(size);
  bytes.set(u32(size), 0);
  bytes.set(bytesOf(type), 4);
  let at = 8;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

const unity = [0x1_0000, 0, 0, 0, 0x1_0000, 0, 0, 0, 0x4000_0000].flatMap(u32);

function sampleTable({ description, widthPx, heightPx }: VideoConfig): Uint8Array {
  const avc1 = box(
    'avc1',
    ...[zeros(6), u16(1), zeros(16), u16(widthPx), u16(heightPx), 0x48_0000, 0x48_0000, 0, u16(1), zeros(32)],
    ...[u16(24), u16(0xffff), box('avcC', description)],
  );
  const nothing = [box('stts', 0, 0), box('stsc', 0, 0), box('stsz', 0, 0, 0), box('stco', 0, 0)];
  return box('stbl', box('stsd', 0, 1, avc1), ...nothing);
}

/** The initialisation segment: one H.264 track, its pictures all in fragments. */
export function initSegment(config: VideoConfig): Uint8Array {
  const dinf = box('dinf', box('dref', 0, 1, box('url ', 1)));
  const minf = box('minf', box('vmhd', 1, zeros(8)), dinf, sampleTable(config));
  const hdlr = box('hdlr', 0, 0, 'vide', zeros(12), 'camera\0');
  const mdia = box('mdia', box('mdhd', 0, 0, 0, TIMESCALE, 0, u16(0x55c4), u16(0)), hdlr, minf);
  const size = [u32(config.widthPx * 0x1_0000), u32(config.heightPx * 0x1_0000)].flat();
  const tkhd = box('tkhd', 3, 0, 0, 1, 0, 0, zeros(16), unity, size);
  const mvhd = box('mvhd', 0, 0, 0, TIMESCALE, 0, 0x1_0000, u16(0x100), zeros(10), unity, zeros(24), 2);
  const moov = box('moov', mvhd, box('trak', tkhd, mdia), box('mvex', box('trex', 0, 1, 1, 0, 0, 0)));
  const ftyp = box('ftyp', 'iso5', 0x200, 'iso5avc1');
  return joined(ftyp, moov);
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

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(first.length + second.length);
  bytes.set(first, 0);
  bytes.set(second, first.length);
  return bytes;
}
