import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { formatDifference, formatNumber, spanWords } from './format.ts';
import { vi } from './vi.ts';

describe('a number', () => {
  it('is written as in Viet Nam, or as in English', () => {
    expect(formatNumber(1_234.56, 1, 'vi')).toBe('1.234,6');
    expect(formatNumber(1_234.56, 1, 'en')).toBe('1,234.6');
  });

  it('has a real minus sign, and no sign when it rounds to nothing', () => {
    expect(formatNumber(-7, 0, 'vi')).toBe('−7');
    expect(formatNumber(-0.04, 1, 'vi')).toBe('0,0');
    expect(formatDifference(0.04, 1, 'vi')).toBe('0,0');
    expect(formatDifference(2.3, 1, 'vi')).toBe('+2,3');
  });
});

describe('a length of time', () => {
  it.each([
    [4_000, '4 giây'],
    [47_000, '40 giây'],
    [12 * 60_000 + 59_000, '12 phút'],
    [26 * 3_600_000, '1 ngày'],
  ])('of %i ms is said in one unit', (ms, words) => {
    expect(spanWords(ms, vi.span, 'vi')).toBe(words);
  });
});

describe('the two dictionaries', () => {
  it('are one text in composed form', () => {
    expect(JSON.stringify(vi)).toBe(JSON.stringify(vi).normalize('NFC'));
    expect(JSON.stringify(en)).toBe(JSON.stringify(en).normalize('NFC'));
  });
});
