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

  it('have pictures while all of them fit with one, and give them up before one card is left out', () => {
    const body = { widthPx: 500, heightPx: 1_000 };
    const most = Array.from({ length: 20 }, (_, n) => n + 1).filter((n) => cardLayout(body, 20, n).pictured);

    expect(most.length).toBeGreaterThan(1);
    expect(most.every((count) => cardLayout(body, 20, count).shown === count)).toBe(true);
    expect(cardLayout(body, 20, most.length + 1)).toMatchObject({ pictured: false, shown: most.length + 1 });
  });
});
