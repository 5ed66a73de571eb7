import { describe, expect, it } from 'vitest';
import { vi } from '../text/vi.ts';
import { wordsTyped } from './query.ts';

describe('what is typed into the search of the log', () => {
  it('names calls as the screen does, without marks and in any case', () => {
    const words = wordsTyped('Đưa LÊN tường', vi);

    expect(words.map(({ text }) => text)).toEqual(['dua', 'len', 'tuong']);
    expect(words.every(({ actions }) => actions.includes('wall.take'))).toBe(true);
    expect(words[0]?.actions).not.toContain('wall.freeze');
  });

  it('names outcomes: done, each reason, and all that was refused', () => {
    expect(wordsTyped('thuc', vi)[0]?.outcomes).toContain('done');
    expect(wordsTyped('khóa', vi)[0]?.outcomes).toContain('scene-locked');
    const refused = wordsTyped('từ chối', vi);
    expect(refused.map(({ outcomes }) => outcomes.length)).toEqual([
      Object.keys(vi.refusals).length,
      Object.keys(vi.refusals).length,
    ]);
    expect(refused[0]?.outcomes).not.toContain('done');
  });

  it('names roles', () => {
    expect(wordsTyped('trưởng', vi)[0]?.roles).toEqual(['shift-leader']);
  });

  it('of nothing is nothing, and of very much its beginning', () => {
    expect(wordsTyped('  ', vi)).toEqual([]);
    expect(wordsTyped('a '.repeat(100), vi)).toHaveLength(20);
  });
});
