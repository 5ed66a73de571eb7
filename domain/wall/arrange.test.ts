import { describe, expect, it } from 'vitest';
import { arrangeAsConnected, arrangeVirtual } from './arrange.ts';

const panel = { widthMm: 1217, heightMm: 685, bezelMm: 3.5 };
const screen = (xPx: number, yPx: number) => ({ xPx, yPx, widthPx: 1920, heightPx: 1080 });

describe('a wall arranged as its screens are connected', () => {
  it('places each panel one picture and two bezels further, whatever the console left of it measures', () => {
    const canvas = arrangeAsConnected([screen(1920, 0), screen(3840, 0), screen(1920, 1080)], panel, 5000);
    expect(canvas.displays.map(({ area }) => [area.xMm, area.yMm])).toEqual([
      [0, 0],
      [1224, 0],
      [0, 692],
    ]);
    expect(canvas.area).toEqual({ xMm: 0, yMm: 0, widthMm: 2441, heightMm: 1377 });
  });

  it('has an empty canvas when every screen is gone', () => {
    expect(arrangeAsConnected([], panel, 5000).area).toEqual({ xMm: 0, yMm: 0, widthMm: 0, heightMm: 0 });
  });
});

describe('a virtual wall', () => {
  it('numbers its displays row by row from the top left', () => {
    const canvas = arrangeVirtual({ columns: 2, rows: 2, widthPx: 1920, heightPx: 1080 }, panel, 5000);
    expect(canvas.displays.map(({ id }) => id)).toEqual(['d1', 'd2', 'd3', 'd4']);
    expect(canvas.displays[3]?.area).toEqual({ xMm: 1224, yMm: 692, widthMm: 1217, heightMm: 685 });
  });
});
