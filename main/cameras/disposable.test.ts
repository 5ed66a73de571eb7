import { describe, expect, it } from 'vitest';
import { isDisposable } from './disposable.ts';

const unit = (...nals: readonly (readonly number[])[]): Uint8Array =>
  Uint8Array.from(nals.flatMap((nal) => [0, 0, 0, nal.length, ...nal]));

describe('a picture that may be left out', () => {
  it('is one that no other needs, whatever remarks stand before it', () => {
    expect(isDisposable(unit([0x06, 1, 2], [0x01, 9]))).toBe(true);
  });

  it('is not one that others are drawn from, in any of its slices', () => {
    expect(isDisposable(unit([0x41, 9]))).toBe(false);
    expect(isDisposable(unit([0x01, 9], [0x21, 9]))).toBe(false);
    expect(isDisposable(unit([0x65, 9]))).toBe(false);
  });

  it('is not what holds no picture, or a length that leads nowhere', () => {
    expect(isDisposable(unit([0x67, 1]))).toBe(false);
    expect(isDisposable(Uint8Array.from([0xff, 0xff, 0xff, 0xff, 0x41]))).toBe(false);
  });
});
