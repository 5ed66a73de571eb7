import { describe, expect, it } from 'vitest';
import { zoomTransform } from './zoomStyle.ts';

const box = { widthPx: 1_600, heightPx: 900 };

describe('an enlarged picture', () => {
  it('has the chosen point in the middle of its box', () => {
    const picture = { widthPx: 640, heightPx: 360 };

    expect(zoomTransform(box, picture, { x: 0.5, y: 0.5, scale: 2 })).toBe(
      'translate(-800px, -450px) scale(2)',
    );
  });

  it('never leaves an edge bare', () => {
    const picture = { widthPx: 640, heightPx: 360 };

    expect(zoomTransform(box, picture, { x: 0, y: 1, scale: 2 })).toBe('translate(0px, -900px) scale(2)');
  });

  it('stays in the middle where it is narrower than its box', () => {
    const upright = { widthPx: 360, heightPx: 640 };

    expect(zoomTransform(box, upright, { x: 0.1, y: 0.5, scale: 1.2 })).toBe(
      'translate(-160px, -90px) scale(1.2)',
    );
  });
});
