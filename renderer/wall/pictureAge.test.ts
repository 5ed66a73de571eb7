import { describe, expect, it } from 'vitest';
import { pictureAgeMs, pictureState } from './pictureAge.ts';

describe('a picture of a wall window', () => {
  it('is not younger than now when the clock jumps back', () => {
    expect(pictureAgeMs(5_000, 1_000)).toBe(0);
  });

  it('is told as old only past two seconds', () => {
    const picture = { takenAt: 10_000, followedSince: 0 };

    expect([pictureState(picture, 12_000), pictureState(picture, 12_001)]).toEqual(['fresh', 'old']);
  });

  it('is waited for at first, and missed when none comes', () => {
    const none = { takenAt: null, followedSince: 10_000 };

    expect([pictureState(none, 14_000), pictureState(none, 14_001)]).toEqual(['waiting', 'missing']);
  });
});
