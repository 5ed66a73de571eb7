import { describe, expect, it } from 'vitest';
import { MOST_POINTS } from '../../../domain/wall/ink.ts';
import { inkPath } from './inkPath.ts';
import { beginLine, onCanvas, placeAt } from './penLine.ts';

const display = (id: string, xMm: number) => ({
  id,
  order: 1,
  area: { xMm, yMm: 0, widthMm: 1_000, heightMm: 500 },
  widthPx: 1_920,
  heightPx: 1_080,
  rotation: 0 as const,
  bezelMm: 0,
});
const places = [
  { display: display('d1', 0), leftPx: 0, topPx: 0, widthPx: 100, heightPx: 50 },
  { display: display('d2', 1_000), leftPx: 100, topPx: 0, widthPx: 100, heightPx: 50 },
];
const canvas = { xMm: 0, yMm: 0, widthMm: 2_000, heightMm: 500 };
const [first] = places;
if (first === undefined) throw new Error('no place');

describe('a line drawn on the board', () => {
  it('crosses from display to display, and ends at the edge of the wall', () => {
    expect(onCanvas(first, canvas, 150, 25)).toEqual({ xMm: 1_500, yMm: 250 });
    expect(onCanvas(first, canvas, 500, -20)).toEqual({ xMm: 2_000, yMm: 0 });
  });

  it('begins on a picture, not on a caption', () => {
    expect(placeAt(places, 150, 25)?.display.id).toBe('d2');
    expect(placeAt(places, 150, 60)).toBe(undefined);
  });

  it('is sent in pieces that join without a gap', () => {
    const line = beginLine({ id: 'l', colour: 'pink', width: 'thin' }, 1);
    line.add({ xMm: 0, yMm: 0 });
    line.add({ xMm: 10, yMm: 0 });
    expect(line.piece()).toMatchObject({ from: 0, line: { points: [0, 0, 10, 0] } });
    line.add({ xMm: 10.2, yMm: 0 });
    expect(line.piece()).toBe(null);
    line.add({ xMm: 20, yMm: 0 });
    expect(line.piece()).toMatchObject({ from: 4, line: { points: [20, 0] } });
    expect(line.whole().points).toEqual([0, 0, 10, 0, 20, 0]);
  });

  it('is full when it has all its points', () => {
    const line = beginLine({ id: 'l', colour: 'pink', width: 'thin' }, 0);
    for (let at = 0; at < MOST_POINTS + 5; at += 1) line.add({ xMm: at * 10, yMm: 0 });
    expect(line.isFull()).toBe(true);
    expect(line.whole().points).toHaveLength(2 * MOST_POINTS);
    expect(line.last()).toEqual({ xMm: (MOST_POINTS - 1) * 10, yMm: 0 });
  });
});

describe('the path of a mark', () => {
  it('is a dot for a single point, a straight line for two, and rounded between more', () => {
    expect(inkPath([5, 5])).toBe('M5 5h0.01');
    expect(inkPath([0, 0, 10, 0])).toBe('M0 0L10 0');
    expect(inkPath([0, 0, 10, 0, 10, 10])).toBe('M0 0Q10 0 10 5L10 10');
    expect(inkPath([])).toBe('');
  });
});
