import { describe, expect, it } from 'vitest';
import { cardLayout } from './cardLayout.ts';

describe('the cards of a tile', () => {
  it('stand in one readable column where the tile is narrow', () => {
    expect(cardLayout({ widthPx: 500, heightPx: 400 }, 20, 9).columns).toBe(1);
  });

  it('take no more columns than they need', () => {
    expect(cardLayout({ widthPx: 2_000, heightPx: 400 }, 20, 1)).toMatchObject({ columns: 1, shown: 1 });
  });

  it('are as many as have room, the newest', () => {
    const { columns, shown } = cardLayout({ widthPx: 1_000, heightPx: 400 }, 20, 99);

    expect(columns).toBe(2);
    expect(shown % columns).toBe(0);
    expect(shown).toBeLessThan(99);
  });
});
