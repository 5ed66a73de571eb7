import { describe, expect, it } from 'vitest';
import { placeOf, type Box } from './placing.ts';

const rect = (xPx: number, yPx: number, widthPx: number, heightPx: number) => ({
  xPx,
  yPx,
  widthPx,
  heightPx,
});
const view = { viewId: 'v', url: 'https://a.example/', zoom: 1.5, reloadMinutes: 0 };
const box = (change: Partial<Box> = {}): Box => ({
  page: rect(100, 100, 800, 600),
  display: rect(0, 0, 1_920, 1_080),
  scale: 1,
  over: [],
  seen: true,
  turned: false,
  ...change,
});

describe('a page on the wall', () => {
  it("stands over its tile, as large as the tile's own px are", () => {
    expect(placeOf(view, box({ scale: 0.5 }))).toMatchObject({
      area: rect(100, 100, 800, 600),
      clip: rect(100, 100, 800, 600),
      zoom: 0.75,
      seen: true,
    });
  });

  it('that spans two displays of one window shows on each only its part', () => {
    const left = placeOf(view, box({ page: rect(1_500, 0, 800, 600) }));

    expect(left.area.widthPx).toBe(800);
    expect(left.clip).toEqual(rect(1_500, 0, 420, 600));
  });

  it('gives way to a banner that touches it, and to nothing that only stands beside it', () => {
    expect(placeOf(view, box({ over: [rect(0, 650, 1_920, 200)] }))).toMatchObject({
      seen: false,
      covered: true,
    });
    expect(placeOf(view, box({ over: [rect(0, 700, 1_920, 200)] }))).toMatchObject({ seen: true });
    expect(placeOf(view, box({ over: [rect(0, 0, 0, 0)] }))).toMatchObject({ seen: true });
  });

  it('waits unseen while it warms up, and on a display that is turned', () => {
    expect(placeOf(view, box({ seen: false })).seen).toBe(false);
    expect(placeOf(view, box({ turned: true }))).toMatchObject({ seen: false, covered: true });
  });

  it('is not seen where its display shows nothing of it', () => {
    expect(placeOf(view, box({ page: rect(3_000, 0, 800, 600) })).seen).toBe(false);
  });
});
