import { describe, expect, it } from 'vitest';
import { IdSchema, InstantSchema, PlaceSchema, readable } from './schema.ts';

describe('what comes from outside', () => {
  it('is bounded: text beyond its length is refused, not cut', () => {
    expect(readable(5).safeParse('Huế').success).toBe(true);
    expect(readable(5).safeParse('x'.repeat(6)).success).toBe(false);
  });

  it('is composed: two spellings of one syllable are one', () => {
    expect(readable(20).parse('Thái Nguyên'.normalize('NFD'))).toBe('Thái Nguyên'.normalize('NFC'));
  });

  it.each(['', '-a', '../etc', 'a b', 'ổn', 'a'.repeat(121), '<b>', 'a\u0000'])('is no id: %j', (text) => {
    expect(IdSchema.safeParse(text).success).toBe(false);
  });

  it.each([0, -1, NaN, Infinity, 1.5, 32_503_680_000_000])('is no instant: %d', (at) => {
    expect(InstantSchema.safeParse(at).success).toBe(false);
  });

  it('is no place beyond the globe', () => {
    expect(PlaceSchema.safeParse([105.84, 21.6]).success).toBe(true);
    expect(PlaceSchema.safeParse([21.6, 105.84]).success).toBe(false);
  });
});
