import { describe, expect, it } from 'vitest';
import { agoTenths, agoWords } from './ago.ts';
import { en } from './en.ts';
import { vi } from './vi.ts';

describe('an age in words', () => {
  it.each([
    [0, 'vừa xong'],
    [999, 'vừa xong'],
    [1_000, '1 giây trước'],
    [59_999, '59 giây trước'],
    [60_000, '1 phút trước'],
    [3_599_999, '59 phút trước'],
    [7_200_000, '2 giờ trước'],
    [86_400_000, '1 ngày trước'],
    [1_500 * 86_400_000, '1.500 ngày trước'],
  ])('of %d ms is %s', (ageMs, words) => {
    expect(agoWords(ageMs, vi.ago, 'vi')).toBe(words);
  });

  it('is English when the operator reads English', () => {
    expect(agoWords(86_400_000, en.ago, 'en')).toBe('1 day ago');
  });
});

describe('the age of a picture in words', () => {
  it.each([
    [800, '0,8 giây trước'],
    [0, '0,0 giây trước'],
    [9_949, '9,9 giây trước'],
    [9_950, '9 giây trước'],
    [61_000, '1 phút trước'],
  ])('of %d ms is %s', (ageMs, words) => {
    expect(agoTenths(ageMs, vi.ago, 'vi')).toBe(words);
  });
});
