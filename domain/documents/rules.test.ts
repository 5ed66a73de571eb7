import { describe, expect, it } from 'vitest';
import { filmSeconds } from './rules.ts';

const from = 1_000_000;

describe('a film on several displays', () => {
  it('stands at the same place on each, by when it began', () => {
    expect(filmSeconds({ from, now: from + 12_500 }, { lengthSeconds: 60, loop: false })).toBe(12.5);
    expect(filmSeconds({ from, now: from + 72_000 }, { lengthSeconds: 60, loop: true })).toBe(12);
  });

  it('stays at its end when it does not begin anew, and at its first picture before it is shown', () => {
    expect(filmSeconds({ from, now: from + 72_000 }, { lengthSeconds: 60, loop: false })).toBe(60);
    expect(filmSeconds({ from, now: from - 80 }, { lengthSeconds: 60, loop: true })).toBe(0);
  });

  it('of unknown length begins at its beginning', () => {
    expect(filmSeconds({ from, now: from + 5_000 }, { lengthSeconds: NaN, loop: true })).toBe(0);
  });
});
