import { describe, expect, it } from 'vitest';
import { wrapEvenly, wrapText } from './labelText.ts';

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

describe('a title in even lines', () => {
  it('leaves no word alone below, in no more lines', () => {
    expect(
      wrapEvenly('Cháy nhà xưởng tại cụm công nghiệp Cao Ngạn', { mostEm: 20, lines: 3, width }),
    ).toEqual(['Cháy nhà xưởng', 'tại cụm công', 'nghiệp Cao Ngạn']);
    expect(wrapEvenly('Lũ', { mostEm: 20, lines: 3, width })).toEqual(['Lũ']);
    expect(wrapEvenly('', { mostEm: 20, lines: 3, width })).toEqual([]);
  });

  it('is as wide as it may be where words are left out', () => {
    const room = { mostEm: 9, lines: 2, width };

    expect(wrapEvenly('Cao tốc Hà Nội – Thái Nguyên', room)).toEqual(
      wrapText('Cao tốc Hà Nội – Thái Nguyên', room),
    );
  });
});
