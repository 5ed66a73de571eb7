import { describe, expect, it } from 'vitest';
import { joinedSpans, spanAt } from './recording.ts';
import { replayMoment } from './rules.ts';

describe('the spans of a recording', () => {
  it('keep a gap, and close a break that is none', () => {
    const spans = [
      { from: 0, to: 10_000 },
      { from: 10_500, to: 20_000 },
      { from: 48_000, to: 60_000 },
    ];

    expect(joinedSpans(spans)).toEqual([
      { from: 0, to: 20_000 },
      { from: 48_000, to: 60_000 },
    ]);
    expect(joinedSpans([])).toEqual([]);
  });
});

describe('the recording in which a moment lies', () => {
  const spans = [
    { from: 0, to: 10_000 },
    { from: 10_500, to: 20_000 },
    { from: 48_000, to: 60_000 },
  ];

  it('is the whole of it between two gaps, and none in a gap, before the first or after the last', () => {
    expect(spanAt(spans, 10_200, 90_000)).toEqual({ from: 0, to: 20_000 });
    expect(spanAt(spans, 20_000, 90_000)).toEqual({ from: 0, to: 20_000 });
    for (const moment of [-1, 20_001, 47_999, 60_001]) expect(spanAt(spans, moment, 90_000)).toBeUndefined();
    expect(spanAt([], 0, 90_000)).toBeUndefined();
  });

  it('reaches the present while it goes on', () => {
    expect(spanAt(spans, 63_000, 64_000)).toEqual({ from: 48_000, to: 64_000 });
    expect(spanAt(spans, 63_000, 70_000)).toBeUndefined();
  });
});

describe('the moment that a replay shows', () => {
  const anchor = { mediaAt: 70_000, clockAt: 100_000, rate: 1 };

  it('goes on with real time, faster, slower, or not at all', () => {
    expect(replayMoment(anchor, 105_000)).toBe(75_000);
    expect(replayMoment({ ...anchor, rate: 0.5 }, 105_000)).toBe(72_500);
    expect(replayMoment({ ...anchor, rate: 0 }, 900_000)).toBe(70_000);
  });

  it('never passes the present, nor goes back when the clock does', () => {
    expect(replayMoment({ ...anchor, rate: 8 }, 200_000)).toBe(199_000);
    expect(replayMoment(anchor, 50_000)).toBe(70_000);
  });
});
