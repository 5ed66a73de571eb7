import { describe, expect, it } from 'vitest';
import { createPatience } from './patience.ts';

function aTile() {
  let now = 0;
  const patience = createPatience(() => now);
  return {
    ...patience,
    after(seconds: number): boolean {
      now += seconds * 1000;
      return patience.isOver();
    },
  };
}

describe('a camera that is said to be live and shows nothing', () => {
  it('is opened afresh after 8 seconds', () => {
    const tile = aTile();
    tile.begin();

    expect(tile.after(7.9)).toBe(false);
    expect(tile.after(0.1)).toBe(true);
  });

  it('is given twice the time after each opening in vain, a minute at most', () => {
    const tile = aTile();
    const waited = [8, 16, 32, 60, 60].map((seconds) => {
      tile.begin();
      return [tile.after(seconds - 0.1), tile.after(0.1)];
    });

    expect(waited).toEqual(Array(5).fill([false, true]));
  });

  it('is given 8 seconds again after it showed a picture', () => {
    const tile = aTile();
    tile.begin();
    tile.begin();
    tile.painted();
    tile.begin();

    expect(tile.after(8)).toBe(true);
  });

  it('is not blamed for the hours in which nobody could reach it', () => {
    const tile = aTile();
    tile.begin();
    tile.after(3_600);
    tile.wait();

    expect(tile.after(7.9)).toBe(false);
  });
});

describe('a player that fails', () => {
  it('is followed by another at once when it had played', () => {
    const tile = aTile();
    tile.begin();
    tile.painted();

    expect(tile.pauseMs()).toBe(0);
  });

  it('is not opened over and over when it can never play', () => {
    const tile = aTile();
    tile.begin();
    tile.after(1);

    expect(tile.pauseMs()).toBe(7_000);
  });
});
