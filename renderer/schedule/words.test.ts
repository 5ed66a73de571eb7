import { describe, expect, it } from 'vitest';
import { vi } from '../text/vi.ts';
import { daysWords, leftWords } from './words.ts';

const words = vi.schedule;

describe('what a person reads', () => {
  it('counts down without ever saying too little', () => {
    expect([1, 59_001, 60_001, 3_600_000, 7_500_000].map((ms) => leftWords(ms, words))).toEqual([
      '1 giây',
      '60 giây',
      '2 phút',
      '1 giờ',
      '2 giờ 5 phút',
    ]);
  });

  it('is the shortest name of the days', () => {
    const weekly = (...weekdays: number[]) => daysWords({ kind: 'weekly', weekdays }, words);
    expect(weekly(1, 2, 3, 4, 5)).toBe('T2–T6');
    expect(weekly(0, 6)).toBe('T7, CN');
    expect(weekly(0, 1, 2, 3, 4, 5, 6)).toBe('Hằng ngày');
    expect(weekly(1, 3, 0)).toBe('T2, T4, CN');
    expect(daysWords({ kind: 'dates', first: '2026-12-31', last: '2027-01-02' }, words)).toBe(
      '31/12/2026–02/01/2027',
    );
  });
});
