import { describe, expect, it } from 'vitest';
import { arrangeAsConnected, canvasOf } from '../../domain/wall/arrange.ts';
import { boardLayout, boxOnBoard } from './boardLayout.ts';

const panel = { widthMm: 1200, heightMm: 675, bezelMm: 5 };
const fourHeads = [
  { xPx: 0, yPx: 0, widthPx: 1920, heightPx: 1080 },
  { xPx: 1920, yPx: 0, widthPx: 1920, heightPx: 1080 },
  { xPx: 0, yPx: 1080, widthPx: 1920, heightPx: 1080 },
  { xPx: 1920, yPx: 1080, widthPx: 1920, heightPx: 1080 },
];
const canvas = arrangeAsConnected(fourHeads, panel, 5000);

describe('the wall in small', () => {
  it('is empty, not broken, for a room without displays', () => {
    expect(boardLayout(canvasOf([], 5000), { widthPx: 900, heightPx: 500 }, 24)).toEqual({
      widthPx: 0,
      heightPx: 0,
      places: [],
    });
  });

  it('never gets a negative size in a box lower than its captions', () => {
    const { places } = boardLayout(canvas, { widthPx: 900, heightPx: 30 }, 24);

    expect(places.every(({ widthPx, heightPx }) => widthPx === 0 && heightPx === 0)).toBe(true);
  });

  it('keeps the proportion of every display and stays in the box', () => {
    const board = boardLayout(canvas, { widthPx: 900, heightPx: 700 }, 24);

    expect(board.widthPx).toBeLessThanOrEqual(900);
    expect(board.heightPx).toBeLessThanOrEqual(700);
    for (const { widthPx, heightPx } of board.places) expect(widthPx / heightPx).toBeCloseTo(1200 / 675, 5);
  });

  it('makes room for the captions of the row above', () => {
    const { places } = boardLayout(canvas, { widthPx: 900, heightPx: 700 }, 24);
    const [first, , third] = places;

    expect(third?.topPx).toBeGreaterThanOrEqual((first?.heightPx ?? 0) + 24);
  });
});

describe('an area of the canvas on the board', () => {
  const { places } = boardLayout(canvas, { widthPx: 900, heightPx: 700 }, 24);
  const [first, second] = places;

  it('lies on the picture of the display that holds its middle, and never reaches over its edge', () => {
    if (!first || !second) throw new Error('no displays');
    const { xMm, yMm, widthMm, heightMm } = second.display.area;
    const area = { xMm: xMm - 20, yMm, widthMm: widthMm / 2, heightMm: heightMm / 2 };
    const box = boxOnBoard(places, area);

    expect(box?.left).toBeCloseTo(second.leftPx);
    expect(box?.top).toBeCloseTo(second.topPx);
    expect(box?.height).toBeCloseTo(second.heightPx / 2);
    expect(box?.width).toBeLessThan(second.widthPx / 2);
  });

  it('is nowhere beside all displays', () => {
    expect(boxOnBoard(places, { xMm: -500, yMm: -500, widthMm: 10, heightMm: 10 })).toBeNull();
  });
});
