import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jpegSize } from './jpeg.ts';

const jfif = [0xff, 0xe0, 0, 4, 1, 2];
const sof = (marker: number) => [0xff, marker, 0, 11, 8, 0x10, 0xe0, 0x1e, 0x00, 1, 1];

describe('a JPEG', () => {
  it('says how large it is, also behind other segments and fill bytes, and coded progressively', () => {
    const size = { widthPx: 7_680, heightPx: 4_320 };

    expect(jpegSize(Uint8Array.from([0xff, 0xd8, ...jfif, ...sof(0xc0)]))).toEqual(size);
    expect(jpegSize(Uint8Array.from([0xff, 0xd8, 0xff, ...sof(0xc2)]))).toEqual(size);
  });

  it('that says nothing before its data has no size', () => {
    expect(jpegSize(Uint8Array.from([0xff, 0xd8, ...jfif, 0xff, 0xda, 0, 2, ...sof(0xc0)]))).toBeNull();
  });

  it('of any bytes ends in an answer', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const size = jpegSize(Uint8Array.from([0xff, 0xd8, ...bytes]));
        return size === null || size.widthPx <= 65_535;
      }),
    );
  });
});
