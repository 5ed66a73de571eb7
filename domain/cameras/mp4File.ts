import { box, joined, movieHeader, sampleDescription, TIMESCALE, track, u32, u64 } from './mp4Boxes.ts';
import { utf8 } from '../kernel/text.ts';
import type { VideoConfig } from './packets.ts';

/** One picture of a film: how long it is shown (ms) and how many bytes it has. */
export type Sample = { readonly durationMs: number; readonly key: boolean; readonly bytes: number };

/** What players show of a film. */
export type FilmTags = {
  readonly title: string;
  readonly author: string;
  /** ISO 8601. */
  readonly date: string;
  readonly comment: string;
};

/** iTunes' names for them, which ffprobe, VLC and file managers read; `©` is one byte there. */
const names: readonly (readonly [keyof FilmTags, string])[] = [
  ['title', '\u00a9nam'],
  ['author', '\u00a9ART'],
  ['date', '\u00a9day'],
  ['comment', '\u00a9cmt'],
];

const UTF8_TEXT = 1;

function metadata(tags: FilmTags): Uint8Array {
  const items = names.map(([field, name]) => box(name, box('data', UTF8_TEXT, 0, utf8(tags[field]))));
  const hdlr = box('hdlr', 0, 0, 'mdir', 'appl', 0, 0, [0]);
  return box('udta', box('meta', 0, hdlr, box('ilst', ...items)));
}

/** Neighbours of one length are told once. */
function runs(lengths: readonly number[]): number[] {
  const told: [count: number, length: number][] = [];
  for (const length of lengths) {
    const last = told.at(-1);
    if (last?.[1] === length) last[0] += 1;
    else told.push([1, length]);
  }
  return told.flat();
}

/** Lengths in ticks whose sum never strays from the pictures' true times. */
function ticksOf(samples: readonly Sample[]): readonly number[] {
  let ms = 0;
  let ticks = 0;
  return samples.map(({ durationMs }) => {
    ms += durationMs;
    const length = Math.round((ms * TIMESCALE) / 1_000) - ticks;
    ticks += length;
    return length;
  });
}

function table(type: string, count: number, numbers: readonly number[]): Uint8Array {
  return box(type, 0, count, numbers.flatMap(u32));
}

function movie(config: VideoConfig, samples: readonly Sample[], tags: FilmTags, at: number): Uint8Array {
  const ticks = ticksOf(samples);
  const duration = ticks.reduce((sum, length) => sum + length, 0);
  const steps = runs(ticks);
  const keys = samples.flatMap(({ key }, index) => (key ? [index + 1] : []));
  const sizes = samples.map(({ bytes }) => bytes).flatMap(u32);
  const stbl = box(
    'stbl',
    ...[sampleDescription(config), table('stts', steps.length / 2, steps), table('stss', keys.length, keys)],
    ...[table('stsc', 1, [1, samples.length, 1]), box('stsz', 0, 0, samples.length, sizes)],
    box('co64', 0, 1, u64(at)),
  );
  return box('moov', movieHeader(duration), track(config, duration, stbl), metadata(tags));
}

/**
 * What stands in an MP4 file before its pictures: the pictures' bytes follow it, one after the other. Nothing is encoded
 * anew. The head comes first, so that a film plays while it is still being copied.
 */
export function mp4Head(config: VideoConfig, samples: readonly Sample[], tags: FilmTags): Uint8Array {
  const ftyp = box('ftyp', 'isom', 0x200, 'isomiso2avc1mp41');
  const bytes = samples.reduce((sum, sample) => sum + sample.bytes, 0);
  // A size beyond 32 bits stands behind the box's name.
  const mdat = Uint8Array.from([
    ...u32(1),
    ...[...'mdat'].map((letter) => letter.charCodeAt(0)),
    ...u64(bytes + 16),
  ]);
  const build = (at: number): Uint8Array => joined(ftyp, movie(config, samples, tags, at), mdat);
  return build(build(0).length);
}
