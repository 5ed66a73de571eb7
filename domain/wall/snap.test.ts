import { describe, expect, it } from 'vitest';
import { stretched } from './stretch.ts';
import type { Area, Canvas, Tile } from './model.ts';
import { nextLine, snapLines, snapped } from './snap.ts';

const area = (xMm: number, yMm: number, widthMm: number, heightMm: number): Area => ({
  xMm,
  yMm,
  widthMm,
  heightMm,
});
const display = { order: 1, widthPx: 1_920, heightPx: 1_080, rotation: 0, bezelMm: 4 } as const;
const canvas: Canvas = {
  area: area(0, 0, 2_416, 600),
  displays: [
    { ...display, id: 'd1', area: area(0, 0, 1_204, 600) },
    { ...display, id: 'd2', order: 2, area: area(1_212, 0, 1_204, 600) },
  ],
  seatDistanceMm: 5_000,
};
const still: Tile = {
  id: 'still',
  layer: 'base',
  area: area(300, 50, 250, 200),
  panel: { kind: 'clock' },
  priority: 2,
};
const lines = snapLines(canvas, [still]);
const move = { x: 'move', y: 'move' } as const;

describe('a tile that is dragged', () => {
  it('jumps to the edge of a display, and says where', () => {
    const { area: landed, guides } = snapped(area(1_207, 305, 90, 90), move, lines, 6);
    expect(landed.xMm).toBe(1_212);
    expect(guides.x).toBe(1_212);
  });

  it('keeps its size wherever it jumps', () => {
    for (let xMm = 0; xMm < 2_300; xMm += 13) {
      const { area: landed } = snapped(area(xMm, 77, 111, 93), move, lines, 20);
      expect([landed.widthMm, landed.heightMm]).toEqual([111, 93]);
      expect(Math.abs(landed.xMm - xMm)).toBeLessThanOrEqual(20);
    }
  });

  it('leaves the usual gap to its neighbour', () => {
    expect(snapped(area(555, 60, 40, 40), move, lines, 4).area.xMm).toBe(558);
  });

  it('stays where the hand is when nothing is near, or when snapping is off', () => {
    const free = area(601.5, 333.5, 47, 47);
    expect(snapped(free, move, lines, 0)).toEqual({ area: free, guides: { x: null, y: null } });
  });
});

describe('an edge that is dragged', () => {
  it('jumps alone: the opposite edge stays', () => {
    const { area: landed } = snapped(area(600, 300, 601, 90), { x: 'end', y: null }, lines, 6);
    expect(landed).toEqual(area(600, 300, 604, 90));
  });

  it('never crosses the opposite one', () => {
    expect(stretched(area(100, 100, 200, 200), { x: 'start', y: 'end' }, 500, -900)).toEqual(
      area(280, 100, 20, 20),
    );
  });
});

describe('the next line', () => {
  it('is where a key takes an edge, and ends at the last one', () => {
    expect(nextLine([0, 8, 100], 8, 1)).toBe(100);
    expect(nextLine([0, 8, 100], 8, -1)).toBe(0);
    expect(nextLine([0, 8, 100], 100, 1)).toBe(100);
  });
});
