import { describe, expect, it } from 'vitest';
import { doubted, seenAlone, seenNext, type Seen } from './seen.ts';

const START = 1_000_000;
const live = { state: 'live', since: START } as const;
const nothing: Seen = { at: START, cameAt: null };

/** A window that speaks at these seconds; how many pictures came to it by then, or that its tile is a still. */
const after = (...words: readonly (readonly [second: number, came: number | 'still'])[]): Seen =>
  words.reduce(
    (seen, [second, came]) =>
      seenNext(
        seen,
        { came: came === 'still' ? 0 : came, isStill: came === 'still' },
        START + second * 1_000,
      ),
    nothing,
  );

describe('a stream whose pictures only a window sees', () => {
  it('is not live before the first of them came, whatever its server says', () => {
    expect(seenAlone(live, after([1, 0], [2, 0]))).toMatchObject({ state: 'connecting', since: START });
    expect(seenAlone(live, after([1, 0], [2, 12]))).toMatchObject({
      state: 'live',
      lastPictureAt: START + 2_000,
    });
  });

  it('is stale once none has come for 3 s, with the age of the last, and live again with the next', () => {
    const standing = after([1, 25], [2, 0], [3, 0]);
    expect(seenAlone(live, standing).state).toBe('live');

    const stopped = after([1, 25], [2, 0], [3, 0], [4, 0], [5, 0]);
    expect(seenAlone(live, stopped)).toEqual({
      state: 'stale',
      since: START + 4_000,
      lastPictureAt: START + 1_000,
    });
    expect(seenAlone(live, seenNext(stopped, { came: 1, isStill: false }, START + 6_000)).state).toBe('live');
  });

  it('is not stale because its window was hidden, and said nothing for a minute', () => {
    expect(seenAlone(live, after([1, 25], [61, 0])).state).toBe('live');
    expect(seenAlone(live, after([1, 25], [61, 0], [62, 0], [63, 0], [64, 0])).state).toBe('stale');
  });

  it('is not stale while its tile shows stills because the machine is busy, nor in the first second after', () => {
    const still = after(
      [1, 25],
      [2, 'still'],
      [3, 'still'],
      [4, 'still'],
      [5, 'still'],
      [6, 'still'],
      [7, 0],
    );
    expect(seenAlone(live, still).state).toBe('live');
  });

  it('stands as its server says where that is not live', () => {
    expect(seenAlone({ state: 'unauthorised', since: 7 }, after([1, 25]))).toMatchObject({
      state: 'unauthorised',
      since: 7,
    });
  });
});

describe('a picture that stands still in the window', () => {
  const stuck: Seen = { at: START, cameAt: START, suspectSince: START - 40_000 };

  it('is doubted since the earlier of what the window and the core found', () => {
    expect(doubted(live, stuck).suspectSince).toBe(START - 40_000);
    expect(doubted({ ...live, suspectSince: START - 90_000 }, stuck).suspectSince).toBe(START - 90_000);
    expect(seenAlone(live, stuck)).toMatchObject({ state: 'live', suspectSince: START - 40_000 });
  });

  it('is not doubted where it is not called live: it is old, not suspect', () => {
    expect(doubted({ state: 'stale', since: START }, stuck)).not.toHaveProperty('suspectSince');
    expect(seenAlone(live, { ...stuck, at: START + 3_000 })).not.toHaveProperty('suspectSince');
  });
});
