import { describe, expect, it } from 'vitest';
import type { HistoryPoint } from '../../domain/indicators/calls.ts';
import { appended, createPast, gapMs, thinned, withGaps } from './series.ts';
import { sparkPath } from './sparkPath.ts';

const keep = { stepMs: 10, spanMs: 100 };
const box = { widthPx: 100, heightPx: 40, padPx: 0 };

/** The times that stay of values that came one after another. */
function grown(times: readonly number[], from: readonly HistoryPoint[] = []): readonly number[] {
  return times
    .reduce<readonly HistoryPoint[]>((kept, at) => appended(kept, [at, at], keep), from)
    .map(([at]) => at);
}

describe('a series', () => {
  it('keeps one point for each step: a newer one of the same step takes its place', () => {
    expect(
      grown(
        [110, 120, 124, 127, 131],
        [
          [10, 0],
          [31, 0],
        ],
      ),
    ).toEqual([31, 110, 120, 127, 131]);
  });

  it('keeps every value while it is young, so that it has a shape at once', () => {
    expect(grown([1, 2, 3, 4])).toEqual([1, 2, 3, 4]);
  });

  it('has no more than a few times its number of points when it has grown old', () => {
    const everyTenth = Array.from({ length: 2_000 }, (_, index) => index / 10);
    expect(grown(everyTenth).length).toBeLessThan(40);
    expect(grown(everyTenth).at(-1)).toBe(199.9);
  });

  it('lets go of what is older than its span', () => {
    expect(
      appended(
        [
          [0, 1],
          [50, 2],
        ],
        [120, 3],
        keep,
      ),
    ).toEqual([
      [50, 2],
      [120, 3],
    ]);
  });

  it('takes no point from the past', () => {
    expect(appended([[50, 2]], [40, 9], keep)).toEqual([[50, 2]]);
  });

  it('is thinned to the newest point of each step, gaps kept', () => {
    expect(
      thinned(
        [
          [1, 1],
          [5, 2],
          [12, null],
          [25, 3],
        ],
        10,
      ),
    ).toEqual([
      [5, 2],
      [12, null],
      [25, 3],
    ]);
  });

  it('breaks where nothing was heard for longer than it should, not between thinned points', () => {
    expect(
      withGaps(
        [
          [0, 1],
          [30, 2],
          [100, 3],
        ],
        50,
      ),
    ).toEqual([
      [0, 1],
      [30, 2],
      [31, null],
      [100, 3],
    ]);
    expect(gapMs({ freshForMs: 60_000, cadenceMs: 5_000 }, 144_000)).toBeGreaterThan(144_000);
  });
});

describe('the past of a key that was tried out with sample data', () => {
  const kept: readonly HistoryPoint[] = [
    [1, 50],
    [20, 51],
    [40, 900, 'sample'],
    [60, 901, 'sample'],
  ];
  const values = (past: ReturnType<typeof createPast>) => past.points().map(([, value]) => value);

  it('is not one line with what is measured: from the first live value on only live ones are drawn', () => {
    const past = createPast(keep);
    past.load(kept);
    expect(values(past)).toEqual([50, 51, 900, 901]);

    past.take({ asOf: 80, value: 52, provenance: 'live' });
    expect(values(past)).toEqual([50, 51, 52]);
  });

  it('is not what is drawn under a live value that came before the past was read, nor under an older one', () => {
    const past = createPast(keep);
    past.take({ asOf: 30, value: 52, provenance: 'live' });
    past.load(kept);

    expect(values(past)).toEqual([50, 51, 52]);
  });
});

describe('a small chart', () => {
  it('draws nothing of fewer than three values', () => {
    expect(
      sparkPath(
        [
          [0, 1],
          [1, 2],
        ],
        box,
      ),
    ).toEqual({ path: '', end: null });
  });

  it('leaves a gap open', () => {
    const { path } = sparkPath(
      [
        [0, 1],
        [1, 2],
        [2, null],
        [3, 2],
        [4, 1],
      ],
      box,
    );
    expect(path.match(/M/g)).toHaveLength(2);
  });

  it('draws nothing of a steady value: a flat line reads as a minus sign', () => {
    expect(
      sparkPath(
        [
          [0, 5],
          [1, 5],
          [2, 5],
        ],
        box,
      ),
    ).toEqual({ path: '', end: null });
  });
});
