import { describe, expect, it } from 'vitest';
import type { Measure } from '../ui/measure.ts';
import { linePx } from '../ui/tileLayout.ts';
import { numberFloorPx } from '../ui/typeScale.ts';
import { figureLayout, isTooSmall, numberLine, rowLayout, type FigureRow } from './figureLayout.ts';

const measure: Measure = (text, face) => text.length * (face === 'numbers' ? 0.42 : 0.5);
const limit: FigureRow = { id: 'limit', candidates: ['trên BĐ3 2,90 m', 'trên BĐ3'], extraEm: 0.6 };
const against: FigureRow = {
  id: 'against',
  candidates: ['+54 so với kế hoạch, tốt hơn', '+54 so với kế hoạch', '+54 so kế hoạch'],
  extraEm: 1.25,
};

function aRoom(over: Partial<Parameters<typeof figureLayout>[0]> = {}) {
  return { widthPx: 587, heightPx: 197, floorPx: 50, rowPx: 50, ...over };
}
function said(rows: readonly FigureRow[], measureWord = 'hồ sơ') {
  return { value: '1.234', measure: measureWord, rows };
}

describe('a figure on a ninth of a display', () => {
  it('shows the number twice as large as text, its measure and one line', () => {
    const layout = figureLayout(aRoom(), said([against]), measure);
    expect(layout).toMatchObject({
      valuePx: 129,
      measureAt: 'beside',
      rows: [{ id: 'against', wording: 1 }],
    });
  });

  it('tells the limit and leaves the comparison out', () => {
    expect(figureLayout(aRoom(), said([limit, against]), measure).rows).toEqual([
      { id: 'limit', wording: 0 },
    ]);
  });

  it('leaves a line out rather than cut it', () => {
    const long: FigureRow = { ...against, candidates: ['+1.234.567 so với cùng kỳ năm trước'] };
    expect(figureLayout(aRoom(), said([long]), measure).rows).toEqual([]);
  });
});

describe('a figure', () => {
  it.each([
    ['a ninth of a display', aRoom()],
    ['a tall third', aRoom({ heightPx: 900 })],
    ['a whole display', aRoom({ widthPx: 1835, heightPx: 890, rowPx: 63 })],
    ['one line', aRoom({ heightPx: 70 })],
    ['less than a line', aRoom({ heightPx: 48 })],
    ['a wall drawn at half the size', aRoom({ widthPx: 293, heightPx: 98, floorPx: 25, rowPx: 25 })],
  ])('on %s stays within its room and above the floor', (_name, room) => {
    const layout = figureLayout(room, said([limit, against]), measure);
    const lines = layout.rows.length + (layout.measureAt === 'below' ? 1 : 0);
    expect(layout.valuePx).toBeGreaterThanOrEqual(numberFloorPx(room.floorPx));
    if (room.heightPx >= numberFloorPx(room.floorPx)) {
      expect(layout.valuePx * 0.9 + lines * linePx(room.rowPx)).toBeLessThanOrEqual(room.heightPx);
    }
    expect(measure('1.234', 'numbers') * layout.valuePx).toBeLessThanOrEqual(room.widthPx);
  });

  it('has its small chart below where there is height, beside where there is width', () => {
    expect(figureLayout(aRoom({ heightPx: 900 }), said([]), measure).spark?.at).toBe('below');
    expect(figureLayout(aRoom({ widthPx: 900 }), said([against]), measure).spark?.at).toBe('beside');
  });

  it('shares one row with what it stands against above a wide chart', () => {
    const layout = rowLayout(aRoom({ widthPx: 1800, heightPx: 120 }), said([limit, against], 'm'), measure);
    expect(layout.rows).toEqual([{ id: 'limit', wording: 0 }]);
  });
});

describe('the line of a number', () => {
  it('is as high as its figures need, which stand high in it', () => {
    const { heightPx, lineHeightPx } = numberLine(100, null, 0);
    expect(heightPx).toBeCloseTo(90);
    expect(lineHeightPx).toBeCloseTo(74);
  });

  it('keeps clear of the title where nothing follows it', () => {
    expect(numberLine(100, null, 8).lineHeightPx).toBeCloseTo(82);
    expect(numberLine(100, null, 40).lineHeightPx).toBeCloseTo(90);
    expect(
      figureLayout(aRoom({ widthPx: 560, heightPx: 220 }), said([], ''), measure).sparePx,
    ).toBeGreaterThan(8);
    expect(figureLayout(aRoom({ widthPx: 560, heightPx: 220 }), said([against], ''), measure).sparePx).toBe(
      0,
    );
  });

  it('has room below for the measure that stands on its baseline', () => {
    expect(numberLine(100, 50, 0).heightPx).toBeCloseTo(85 + 50 * (1.35 - 1.0425));
  });

  it('comes down to the baseline of a measure that is taller than the number', () => {
    const { heightPx, lineHeightPx } = numberLine(50, 50, 0);
    expect(heightPx).toBeCloseTo(50 * 1.35);
    expect(lineHeightPx).toBeCloseTo(45 + 2 * (52.125 - 42.5 - 4));
  });
});

describe('a tile that is too small for a legible number', () => {
  it('cuts it, and no other does', () => {
    expect(isTooSmall({ widthPx: 100, heightPx: 30 }, 40, 2)).toBe(true);
    expect(isTooSmall({ widthPx: 70, heightPx: 60 }, 40, 2)).toBe(true);
    expect(isTooSmall({ widthPx: 80, heightPx: 36 }, 40, 2)).toBe(false);
  });
});
