import { describe, expect, it } from 'vitest';
import { CircleDashed, ClockAlert, Newspaper, WifiOff } from 'lucide-react';
import { vi } from '../text/vi.ts';
import { allSample, type Figure } from './figure.ts';
import { tableLayout } from './tableLayout.ts';
import { rowMarks } from './tableMarks.ts';

const need = { name: 10, value: 6, against: 9, age: 6, mark: 1.3 };

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

  it('has room in its names for how a value stands where no age stands beside it', () => {
    const widths = (widthPx: number) => on(widthPx, 850).columns.map((column) => column.widthPx);
    // Name and value need 16.8 floors, 18.1 with the mark; with the age, and without the mark, 23.6.
    expect(widths(905)).toHaveLength(2);
    expect(widths(895)).toHaveLength(1);
    expect(widths(1180)).toHaveLength(3);
    expect(widths(1180)[0]).toBe(500);
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

describe('a row of a table', () => {
  const live: Figure = { state: 'fresh', sample: false, value: 1, asOf: 0, ageMs: 0 };
  const sample: Figure = { ...live, sample: true };
  const missing: Figure = { ...live, state: 'missing', value: null };
  const printed = {
    key: 'k',
    text: '1',
    place: { vi: 'Tỉnh', en: 'Province' },
    source: { vi: 'Báo', en: 'Paper' },
    publishedOn: { vi: '01/10/2025', en: '01/10/2025' },
    series: [],
  };
  const published: Figure = { ...live, state: 'published', printed, asOf: null, ageMs: null };
  const among = { labelled: false, away: false };

  it('says of itself that it is sample data, unless the table says so of all its rows', () => {
    expect([sample, live].map((figure) => rowMarks(figure, among, vi).label)).toEqual(['Mẫu', '']);
    expect(rowMarks(sample, { labelled: true, away: false }, vi).label).toBe('');
  });

  it('is covered by one label only when no other row is live or published', () => {
    expect([[sample, missing], [sample, live], [sample, published], [missing]].map(allSample)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('wears how its value stands: missing, published, old, or not renewed', () => {
    const icon = (figure: Figure, away: boolean) => rowMarks(figure, { labelled: false, away }, vi).icon;
    expect(
      [missing, published, { ...live, state: 'stale' } as const, live].map((each) => icon(each, true)),
    ).toEqual([CircleDashed, Newspaper, ClockAlert, WifiOff]);
    expect(icon(live, false)).toBeUndefined();
  });
});
