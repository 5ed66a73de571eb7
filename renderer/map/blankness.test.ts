import { describe, expect, it } from 'vitest';
import { isOneColour } from './blankness.ts';

describe('a picture', () => {
  it('is blank when every pixel is the same', () => {
    expect(isOneColour(new Uint8ClampedArray(4 * 64).fill(255))).toBe(true);
  });

  it('is not blank as soon as one pixel differs', () => {
    const pixels = new Uint8ClampedArray(4 * 64).fill(255);
    pixels[4 * 40 + 1] = 200;

    expect(isOneColour(pixels)).toBe(false);
  });
});
