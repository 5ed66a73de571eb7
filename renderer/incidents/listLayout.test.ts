import { describe, expect, it } from 'vitest';
import { linePx } from '../ui/tileLayout.ts';
import { listLayout } from './listLayout.ts';

const display = { widthPx: 1835, heightPx: 873, floorPx: 50 };

function heightOf(layout: ReturnType<typeof listLayout>): number {
  const lines = layout.narrow ? layout.shown * 3 : layout.shown + layout.twoLines;
  return lines * linePx(layout.fontPx) + layout.shown * (2 * layout.padPx + layout.gapPx) - layout.gapPx;
}

describe('the incident list on a whole display', () => {
  it('shows eight incidents, the gravest with place and state', () => {
    const layout = listLayout(display, { open: 8, max: 8, mayGrow: false });
    expect(layout).toMatchObject({ shown: 8, hidden: 0 });
    expect(layout.twoLines).toBeGreaterThanOrEqual(2);
  });

  it('counts those that have no room', () => {
    expect(listLayout(display, { open: 11, max: 8, mayGrow: false })).toMatchObject({ shown: 8, hidden: 3 });
  });

  it('grows its type only where it may, and only for a few', () => {
    expect(listLayout(display, { open: 3, max: 8, mayGrow: true }).fontPx).toBe(63);
    expect(listLayout(display, { open: 3, max: 8, mayGrow: false }).fontPx).toBe(50);
    expect(listLayout(display, { open: 8, max: 8, mayGrow: true }).fontPx).toBe(50);
  });
});

describe('the incident list', () => {
  it.each([
    ['a whole display', display],
    ['a tall third', { ...display, widthPx: 587 }],
    ['a low strip', { ...display, heightPx: 200 }],
    ['a wall drawn at half the size', { widthPx: 917, heightPx: 436, floorPx: 25 }],
  ])('never runs over %s', (_name, room) => {
    for (const open of [1, 2, 5, 8, 12, 40]) {
      for (const mayGrow of [true, false]) {
        const layout = listLayout(room, { open, max: 12, mayGrow });
        expect(heightOf(layout)).toBeLessThanOrEqual(room.heightPx);
        expect(layout.fontPx).toBeGreaterThanOrEqual(room.floorPx);
        expect(layout.shown + layout.hidden).toBe(open);
      }
    }
  });
});
