import { describe, expect, it } from 'vitest';
import { median, percentile, rounded } from './statistics.ts';

describe('the statistics of the bench', () => {
  it('have no number for nothing', () => {
    expect([median([]), percentile([], 0.99)]).toEqual([Number.NaN, Number.NaN]);
  });

  it('take the middle, whatever the order', () => {
    expect([median([9, 1, 5]), median([4, 1, 3, 2])]).toEqual([5, 2.5]);
  });

  it('find the worst of a hundred only above the 99th', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect([percentile(hundred, 0.99), percentile(hundred, 1), percentile([7], 0.95)]).toEqual([99, 100, 7]);
  });

  it('are rounded for people', () => {
    expect([rounded(12.345), rounded(0.2944, 2)]).toEqual([12.3, 0.29]);
  });
});
