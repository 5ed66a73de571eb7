import { describe, expect, it } from 'vitest';
import { linePx } from '../ui/tileLayout.ts';
import { cameraPages } from './cameraPages.ts';

const floorPx = 20;
const gapPx = 7;
const rowPx = linePx(floorPx) + 2 * gapPx;

describe('the pages of a camera list', () => {
  it('take all of the room that there is: where one stands is told elsewhere', () => {
    const body = { widthPx: 400, heightPx: 4 * rowPx };

    expect(cameraPages(body, { floorPx, widestPx: 300 }, 9)).toMatchObject({
      perPage: 4,
      high: 4,
      columns: 1,
    });
  });

  it('are one, of two lines a row, where all have room so', () => {
    const body = { widthPx: 400, heightPx: 400 };

    expect(cameraPages(body, { floorPx, widestPx: 300 }, 3)).toMatchObject({ perPage: 3, tall: true });
  });
});
