import { describe, expect, it } from 'vitest';
import { pictureAgeMs, pictureState } from './pictureAge.ts';

describe('a picture of a wall window', () => {
  it('is not younger than now when the clock jumps back', () => {
    expect(pictureAgeMs(5_000, 1_000)).toBe(0);
  });

  it('is told as old only past two seconds', () => {
    const picture = { takenAt: 10_000, followedSince: 0 };

    expect([pictureState(picture, null, 12_000), pictureState(picture, null, 12_001)]).toEqual([
      'fresh',
      'old',
    ]);
  });

  it('is not of what its window has shown since', () => {
    const picture = { takenAt: 10_000, followedSince: 0 };

    expect(pictureState(picture, 9_900, 10_500)).toBe('fresh');
    expect(pictureState(picture, 10_200, 10_500)).toBe('overtaken');
    expect(pictureState({ ...picture, takenAt: 10_200 }, 10_200, 10_500)).toBe('fresh');
    expect(pictureState(picture, 3_600_000, 10_500), 'a clock that was set back').toBe('fresh');
  });

  it('is waited for at first, and missed when none comes', () => {
    const none = { takenAt: null, followedSince: 10_000 };

    expect([pictureState(none, null, 14_000), pictureState(none, null, 14_001)]).toEqual([
      'waiting',
      'missing',
    ]);
  });
});
