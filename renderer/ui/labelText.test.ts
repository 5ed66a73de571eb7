import { describe, expect, it } from 'vitest';
import { wrapText } from './labelText.ts';

const width = (text: string): number => text.length;

describe('a title in so many lines', () => {
  it('stays on one line while it fits', () => {
    expect(wrapText('Lũ sông Cầu', { mostEm: 11, lines: 2, width })).toEqual(['Lũ sông Cầu']);
  });

  it('breaks between words', () => {
    expect(wrapText('Lũ sông Cầu vượt báo động 3', { mostEm: 16, lines: 2, width })).toEqual([
      'Lũ sông Cầu vượt',
      'báo động 3',
    ]);
  });

  it('ends in an ellipsis after a whole word, without what would dangle before it', () => {
    expect(wrapText('Cao tốc Hà Nội – Thái Nguyên', { mostEm: 9, lines: 2, width })).toEqual([
      'Cao tốc',
      'Hà Nội…',
    ]);
  });

  it('cuts a word that is too long by itself', () => {
    expect(wrapText('Khẩnkhẩnkhẩnkhẩn', { mostEm: 6, lines: 1, width })).toEqual(['Khẩnk…']);
  });

  it('is nothing for an empty title', () => {
    expect(wrapText('  ', { mostEm: 10, lines: 2, width })).toEqual([]);
  });

  it('keeps markup as the text that it is', () => {
    expect(wrapText('<b>Lũ</b>', { mostEm: 20, lines: 2, width })).toEqual(['<b>Lũ</b>']);
  });
});
