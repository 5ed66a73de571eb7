import { describe, expect, it } from 'vitest';
import { readBarcode, readNumbers } from './barcode.ts';

const width = 640;
const at = 1_795_358_951_123;

function drawn(time: number, grey = (bit: boolean): number => (bit ? 235 : 16)): Uint8ClampedArray {
  const code = (BigInt(time) & ((1n << 40n) - 1n)).toString(2).padStart(40, '0');
  const rgba = new Uint8ClampedArray(width * 16 * 4);
  for (let pixel = 0; pixel < width * 16; pixel += 1) {
    rgba.fill(grey(code[Math.floor((pixel % width) / 16)] === '1'), pixel * 4, pixel * 4 + 4);
  }
  return rgba;
}

describe('the bar code of a test camera', () => {
  it('is null while the picture is grey or the rows are not all there', () => {
    expect(
      readBarcode(
        drawn(at, () => 128),
        width,
        at,
      ),
    ).toBeNull();
    expect(readBarcode(drawn(at).subarray(0, 400), width, at)).toBeNull();
    expect(readBarcode(new Uint8ClampedArray(0), 0, at)).toBeNull();
  });

  it('tells when the frame was drawn, to the millisecond', () => {
    expect(readBarcode(drawn(at), width, at + 63)).toBe(at);
  });

  it('tells it on both sides of the moment when the drawn bits start over', () => {
    const turn = 2 ** 40 * 2;
    expect(readBarcode(drawn(turn - 40), width, turn + 20)).toBe(turn - 40);
  });

  it('tells camera and frame of a played-back one', () => {
    const code = readBarcode(drawn(9 * 2 ** 24 + 249), width, 0);

    expect(readNumbers(code ?? 0)).toEqual({ camera: 9, frame: 249 });
  });
});
