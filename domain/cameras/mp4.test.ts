import { describe, expect, it } from 'vitest';
import { utf8 } from '../kernel/text.ts';
import { mp4Head } from './mp4File.ts';
import { fragment, initSegment } from './mp4Fragments.ts';
import type { VideoConfig } from './packets.ts';

const config: VideoConfig = {
  type: 'config',
  codec: 'avc1.42c01e',
  description: Uint8Array.from([1, 0x42, 0xc0, 0x1e, 0xff]),
  widthPx: 640,
  heightPx: 352,
};

const within = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl', 'mvex', 'moof', 'traf', 'udta', 'ilst']);

/** The boxes of a file with their contents' sizes; it throws when sizes do not add up. */
function boxes(bytes: Uint8Array, base = 0): string[] {
  const found: string[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < bytes.length;) {
    const size = view.getUint32(at);
    if (size < 8 || at + size > bytes.length) throw new Error(`box of ${size} at ${base + at}`);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    found.push(type);
    if (within.has(type)) found.push(...boxes(bytes.subarray(at + 8, at + size), base + at + 8));
    at += size;
  }
  return found;
}

describe('the fragments for MSE', () => {
  it('begin with one track of the camera’s own size and parameter sets', () => {
    const init = initSegment(config);
    const text = String.fromCharCode(...init);
    const at = text.indexOf('avc1', text.indexOf('stsd'));

    expect(boxes(init)).toEqual(
      'ftyp moov mvhd trak tkhd mdia mdhd hdlr minf vmhd dinf stbl stsd stts stsc stsz stco mvex trex'.split(
        ' ',
      ),
    );
    expect([...init.subarray(at + 28, at + 32)]).toEqual([640 >> 8, 640 & 255, 352 >> 8, 352 & 255]);
    expect(text.slice(text.indexOf('avcC') + 4).startsWith(String.fromCharCode(...config.description))).toBe(
      true,
    );
  });

  it('hold one picture each, found at the offset that they name', () => {
    const data = Uint8Array.from([0, 0, 0, 2, 0x65, 7]);
    const bytes = fragment({ number: 3, time: 2 ** 33 + 5, duration: 3_600, key: true, data });
    const view = new DataView(bytes.buffer);
    const text = String.fromCharCode(...bytes);
    const offset = view.getUint32(text.indexOf('trun') + 12);

    expect(boxes(bytes)).toEqual(['moof', 'mfhd', 'traf', 'tfhd', 'tfdt', 'trun', 'mdat']);
    expect([...bytes.subarray(offset, offset + data.length)]).toEqual([...data]);
    expect(view.getBigUint64(text.indexOf('tfdt') + 8)).toBe(2n ** 33n + 5n);
  });
});

describe('the head of a film', () => {
  const tags = { title: 'Cầu Gia Bảy', author: 'Hạnh', date: '2026-11-23', comment: 'ghi chú' };
  const samples = [
    { durationMs: 40, key: true, bytes: 6 },
    { durationMs: 40, key: false, bytes: 2 },
    { durationMs: 33, key: false, bytes: 3 },
  ];
  const head = mp4Head(config, samples, tags);
  const view = new DataView(head.buffer);
  const text = String.fromCharCode(...head);
  const after = (name: string): number => text.indexOf(name) + 4;

  it('points to the first byte behind itself, where the pictures follow', () => {
    expect(view.getBigUint64(after('co64') + 8)).toBe(BigInt(head.length));
    expect(view.getBigUint64(after('mdat'))).toBe(BigInt(16 + 6 + 2 + 3));
  });

  it('tells each picture’s length in time, its bytes, and where one may begin', () => {
    const numbers = (at: number, count: number): number[] =>
      Array.from({ length: count }, (_, index) => view.getUint32(at + 4 * index));

    expect(numbers(after('stts') + 4, 5)).toEqual([2, 2, 3_600, 1, 2_970]);
    expect(numbers(after('stsz') + 8, 4)).toEqual([3, 6, 2, 3]);
    expect(numbers(after('stss') + 4, 2)).toEqual([1, 1]);
    expect(view.getUint32(after('mvhd') + 16)).toBe(2 * 3_600 + 2_970);
  });

  it('bears its title in UTF-8', () => {
    expect(text).toContain(String.fromCharCode(...utf8('Cầu Gia Bảy')));
    expect([...utf8('ầ\ud800')]).toEqual([0xe1, 0xba, 0xa7, 0xef, 0xbf, 0xbd]);
  });
});
