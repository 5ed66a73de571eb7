import { describe, expect, it } from 'vitest';
import { isDisposable } from './disposable.ts';

const unit = (...nals: readonly (readonly number[])[]): Uint8Array =>
  Uint8Array.from(nals.flatMap((nal) => [0, 0, 0, nal.length, ...nal]));

describe('a picture that may be left out', () => {
  it('is one that no other needs, whatever remarks stand before it', () => {
    expect(isDisposable(unit([0x06, 1, 2], [0x01, 9]), 'avc1.42c01e')).toBe(true);
  });

  it('is not one that others are drawn from, in any of its slices', () => {
    expect(isDisposable(unit([0x41, 9]), 'avc1.42c01e')).toBe(false);
    expect(isDisposable(unit([0x01, 9], [0x21, 9]), 'avc1.42c01e')).toBe(false);
    expect(isDisposable(unit([0x65, 9]), 'avc1.42c01e')).toBe(false);
  });

  it('is not what holds no picture, or a length that leads nowhere', () => {
    expect(isDisposable(unit([0x67, 1]), 'avc1.42c01e')).toBe(false);
    expect(isDisposable(Uint8Array.from([0xff, 0xff, 0xff, 0xff, 0x41]), 'avc1.42c01e')).toBe(false);
  });

  it('is told by other marks in H.265', () => {
    const codec = 'hvc1.1.6.L93.B0';
    expect(isDisposable(unit([0x4e, 1, 5], [0x00, 1]), codec)).toBe(true);
    expect(isDisposable(unit([0x02, 1]), codec)).toBe(false);
    expect(isDisposable(unit([0x26, 1]), codec)).toBe(false);
    expect(isDisposable(unit([0x00, 1], [0x02, 1]), codec)).toBe(false);
    expect(isDisposable(unit([0x40, 1]), codec)).toBe(false);
  });
});
