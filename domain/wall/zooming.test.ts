import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_ZOOM } from '../cameras/rules.ts';
import { panned, zoomedAt } from './zooming.ts';

const part = fc.double({ min: 0, max: 1, noNaN: true });

describe('digital zoom', () => {
  it('keeps the point under the hand where it is', () => {
    const near = zoomedAt(null, { x: 0.75, y: 0.25 }, 2);

    expect(near).toEqual({ x: 0.625, y: 0.375, scale: 2 });
  });

  it('ends at the whole picture, and before there are only squares', () => {
    expect(zoomedAt({ x: 0.3, y: 0.3, scale: 1.4 }, { x: 0, y: 0 }, 0.5)).toBeNull();
    expect(zoomedAt({ x: 0.5, y: 0.5, scale: 6 }, { x: 0.5, y: 0.5 }, 3)?.scale).toBe(MOST_ZOOM);
  });

  it('never shows anything beside the picture', () => {
    fc.assert(
      fc.property(
        part,
        part,
        fc.array(fc.tuple(part, part, fc.constantFrom(1.25, 0.8, 2))),
        (x, y, steps) => {
          let zoom = zoomedAt(null, { x, y }, 2);
          for (const [byX, byY, factor] of steps) {
            zoom =
              zoom &&
              zoomedAt(panned(zoom, { x: byX * 3 - 1.5, y: byY * 3 - 1.5 }), { x: byX, y: byY }, factor);
            if (zoom === null) return;
            const half = 0.5 / zoom.scale - 1e-9;
            for (const middle of [zoom.x, zoom.y]) {
              expect(middle).toBeGreaterThanOrEqual(half);
              expect(middle).toBeLessThanOrEqual(1 - half);
            }
          }
        },
      ),
    );
  });
});
