import { describe, expect, it } from 'vitest';
import { fitOf } from './fit.ts';

describe('a camera picture in its tile', () => {
  it('is shown whole where filling the tile would cut something off', () => {
    expect(fitOf({ widthPx: 1200, heightPx: 400 }, { widthPx: 640, heightPx: 360 })).toBe('contain');
    expect(fitOf({ widthPx: 640, heightPx: 360 }, { widthPx: 640, heightPx: 480 })).toBe('contain');
  });

  it('fills its tile where that costs next to nothing', () => {
    expect(fitOf({ widthPx: 623, heightPx: 343 }, { widthPx: 640, heightPx: 360 })).toBe('cover');
  });
});
