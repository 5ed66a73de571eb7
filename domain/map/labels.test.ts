import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crosses, linesCross, nearestEdge, placeLabels, type LabelRoom, type LabelWish } from './labels.ts';
import type { PxRect } from './mercator.ts';

const area: PxRect = { xPx: 0, yPx: 0, widthPx: 1000, heightPx: 600 };
const room: LabelRoom = { area, obstacles: [] };

function wish(id: string, xPx: number, yPx: number): LabelWish {
  return {
    id,
    anchor: { xPx, yPx },
    widthPx: 200,
    heightPx: 60,
    stands: 'reaching',
    gap: { acrossPx: 30, downPx: 30 },
    marginPx: 10,
  };
}

function overlap(a: PxRect, b: PxRect): boolean {
  return (
    a.xPx < b.xPx + b.widthPx &&
    b.xPx < a.xPx + a.widthPx &&
    a.yPx < b.yPx + b.heightPx &&
    b.yPx < a.yPx + a.heightPx
  );
}

describe('a text on the map', () => {
  it('is left to the display that shows its place', () => {
    expect(placeLabels([wish('outside', 1010, 300)], room)).toEqual([]);
  });

  it('stands right of its place while there is room', () => {
    expect(placeLabels([wish('a', 400, 300)], room)).toMatchObject([{ xPx: 430, yPx: 270, apart: false }]);
  });

  it('goes to the other side at the edge of the display, never over it', () => {
    expect(placeLabels([wish('a', 900, 300)], room)).toMatchObject([{ xPx: 670, apart: false }]);
  });

  it('moves away with a line when everything beside it is taken', () => {
    const around: PxRect = { xPx: 330, yPx: 230, widthPx: 140, heightPx: 140 };

    const [placed] = placeLabels([wish('a', 400, 300)], { area, obstacles: [around] });

    expect(placed?.apart).toBe(true);
    expect(placed && overlap(placed, around)).toBe(false);
  });

  it('is left out rather than torn from its place', () => {
    const wall: PxRect = { xPx: 0, yPx: 0, widthPx: 1000, heightPx: 590 };

    expect(placeLabels([wish('a', 500, 300)], { area, obstacles: [wall] })).toEqual([]);
  });

  it('never stands apart in the midst of the data', () => {
    const core: PxRect = { xPx: 0, yPx: 0, widthPx: 1000, heightPx: 600 };
    const around: PxRect = { xPx: 330, yPx: 230, widthPx: 140, heightPx: 140 };

    expect(placeLabels([wish('a', 400, 300)], { area, obstacles: [around], core })).toEqual([]);
    expect(placeLabels([wish('a', 400, 300)], { area, obstacles: [], core })).toHaveLength(1);
  });

  it('that insists covers what yields rather than stay away, and never an obstacle', () => {
    const yielding = [{ xPx: 0, yPx: 0, widthPx: 1000, heightPx: 590 }];
    const insisting = { ...wish('a', 500, 300), insists: true };

    expect(placeLabels([wish('a', 500, 300)], { area, obstacles: [], yielding })).toEqual([]);
    expect(placeLabels([insisting], { area, obstacles: [], yielding })).toMatchObject([{ xPx: 530 }]);
    expect(placeLabels([insisting], { area, obstacles: yielding })).toEqual([]);
  });

  it('gives way to the one before it', () => {
    const placed = placeLabels([wish('first', 400, 300), wish('second', 410, 305)], room);

    expect(placed.map(({ id }) => id)).toEqual(['first', 'second']);
    expect(placed[0]).toMatchObject({ xPx: 430 });
    expect(placed[0] && placed[1] && overlap(placed[0], placed[1])).toBe(false);
  });
});

describe('many texts', () => {
  it('never cover each other, an obstacle or a line, and never leave the display', () => {
    const anchor = fc.record({
      xPx: fc.integer({ min: 0, max: 1000 }),
      yPx: fc.integer({ min: 0, max: 600 }),
    });
    const obstacles: readonly PxRect[] = [{ xPx: 0, yPx: 400, widthPx: 300, heightPx: 200 }];
    fc.assert(
      fc.property(fc.array(anchor, { maxLength: 12 }), (anchors) => {
        const wishes = anchors.map(({ xPx, yPx }, index) => wish(`w${index}`, xPx, yPx));
        const placed = placeLabels(wishes, { area, obstacles });
        for (const [index, one] of placed.entries()) {
          expect(one.xPx >= 0 && one.yPx >= 0 && one.xPx + 200 <= 1000 && one.yPx + 60 <= 600).toBe(true);
          expect(obstacles.some((obstacle) => overlap(one, obstacle))).toBe(false);
          expect(placed.slice(0, index).some((other) => overlap(one, other))).toBe(false);
          const line = [one.anchor, nearestEdge(one, one.anchor)] as const;
          const others = placed.slice(0, index).filter(({ apart }) => apart && one.apart);
          expect(
            others.some((other) => linesCross(line, [other.anchor, nearestEdge(other, other.anchor)])),
          ).toBe(false);
        }
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});

describe('a line', () => {
  const box: PxRect = { xPx: 10, yPx: 10, widthPx: 10, heightPx: 10 };

  it.each([
    [{ xPx: 0, yPx: 15 }, { xPx: 30, yPx: 15 }, true],
    [{ xPx: 0, yPx: 0 }, { xPx: 30, yPx: 30 }, true],
    [{ xPx: 15, yPx: 12 }, { xPx: 15, yPx: 18 }, true],
    [{ xPx: 0, yPx: 5 }, { xPx: 30, yPx: 5 }, false],
    [{ xPx: 0, yPx: 15 }, { xPx: 9, yPx: 15 }, false],
    [{ xPx: 0, yPx: 21 }, { xPx: 21, yPx: 42 }, false],
  ] as const)('from %o to %o crosses the box: %s', (a, b, answer) => {
    expect(crosses(a, b, box)).toBe(answer);
  });
});
