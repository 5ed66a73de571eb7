import { describe, expect, it } from 'vitest';
import type { Measure } from './measure.ts';
import { wrapText } from './wrap.ts';

/** Every letter is half as wide as the type is high. */
const halves: Measure = (text) => text.length * 0.5;
const type = { wantPx: 40, floorPx: 20 };

describe('text in a box', () => {
  it('keeps the wanted size while all of it fits', () => {
    const room = { widthPx: 200, heightPx: 200 };

    expect(wrapText('Mưa to tại Định Hóa', room, type, halves)).toEqual({
      fontPx: 40,
      lines: ['Mưa to tại', 'Định Hóa'],
      cut: false,
    });
  });

  it('keeps the paragraphs and the empty lines between them', () => {
    expect(wrapText('a\n\nb', { widthPx: 200, heightPx: 200 }, type, halves).lines).toEqual(['a', '', 'b']);
  });

  it('shrinks until it fits, never below the floor', () => {
    const wrapped = wrapText('Mưa to tại Định Hóa', { widthPx: 200, heightPx: 54 }, type, halves);

    expect(wrapped.cut).toBe(false);
    expect(wrapped.fontPx).toBeLessThan(40);
    expect(wrapped.fontPx).toBeGreaterThanOrEqual(20);
  });

  it('says that words are left out when the smallest type is too large', () => {
    const { fontPx, lines, cut } = wrapText(
      'Mưa to '.repeat(40),
      { widthPx: 200, heightPx: 54 },
      type,
      halves,
    );

    expect({ fontPx, lines: lines.length, cut }).toEqual({ fontPx: 20, lines: 2, cut: true });
    expect(lines[1]).toMatch(/…$/);
  });

  it('breaks a word that is wider than the box rather than losing its end', () => {
    const { lines } = wrapText('x'.repeat(30), { widthPx: 100, heightPx: 400 }, type, halves);

    expect(lines.join('')).toBe('x'.repeat(30));
  });

  it('is a single line in a box that is lower than a line', () => {
    expect(wrapText('Mưa to', { widthPx: 400, heightPx: 10 }, type, halves).lines).toHaveLength(1);
  });
});
