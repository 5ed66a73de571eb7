import { describe, expect, it } from 'vitest';
import { tableLayout } from './tableLayout.ts';

const need = { name: 10, value: 6, against: 9, age: 6 };

function on(widthPx: number, heightPx: number, count = 30) {
  return tableLayout({ widthPx, heightPx, floorPx: 50 }, need, count);
}

describe('a table of indicators', () => {
  it('shows what, how much, against what and how fresh on a whole display', () => {
    expect(on(1835, 850).columns.map(({ id }) => id)).toEqual(['name', 'value', 'against', 'age']);
  });

  it('leaves the comparison out first', () => {
    expect(on(1300, 850).columns.map(({ id }) => id)).toEqual(['name', 'value', 'age']);
  });

  it('puts the value under the name where both have no room beside each other', () => {
    expect(on(587, 850)).toMatchObject({ stacked: true, columns: [{ id: 'name' }] });
  });

  it('never is wider than its tile, and pages what does not fit', () => {
    for (const widthPx of [300, 587, 900, 1300, 1835]) {
      const layout = on(widthPx, 850);
      const sum = layout.columns.reduce((total, column) => total + column.widthPx, 0);
      expect(sum).toBeLessThanOrEqual(widthPx);
      expect(layout.rows * layout.pages).toBeGreaterThanOrEqual(30);
    }
  });
});
