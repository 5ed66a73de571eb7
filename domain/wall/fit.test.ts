import { describe, expect, it } from 'vitest';
import { arrangeVirtual } from './arrange.ts';
import { filledBy, fitIn, placeIn } from './fit.ts';

const panel = { widthMm: 1_200, heightMm: 700, bezelMm: 0 };
const { displays } = arrangeVirtual({ columns: 2, rows: 1, widthPx: 1_920, heightPx: 1_080 }, panel, 5_000);
const [left, right] = displays;
if (!left || !right) throw new Error('two displays expected');

describe('displays in one window', () => {
  it('are as large as the narrower way allows, side by side as they hang', () => {
    const fit = fitIn(displays, { widthPx: 1_200, heightPx: 1_000 });
    expect(placeIn(fit, left)).toEqual({ xPx: 0, yPx: 0, widthPx: 600, heightPx: 350 });
    expect(placeIn(fit, right)).toEqual({ xPx: 600, yPx: 0, widthPx: 600, heightPx: 350 });
  });

  it('begin at the corner of those that the window holds, wherever they hang', () => {
    const fit = fitIn([right], { widthPx: 1_200, heightPx: 700 });
    expect(placeIn(fit, right)).toEqual({ xPx: 0, yPx: 0, widthPx: 1_200, heightPx: 700 });
  });

  it('give their window its shape: none is left over beside or below them', () => {
    expect(filledBy(displays, { widthPx: 1_600, heightPx: 900 })).toEqual({ widthPx: 1_600, heightPx: 467 });
    expect(filledBy([left], { widthPx: 1_600, heightPx: 900 })).toEqual({ widthPx: 1_543, heightPx: 900 });
  });
});
