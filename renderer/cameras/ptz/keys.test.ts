import { describe, expect, it } from 'vitest';
import { STANDING } from '../../../domain/cameras/ptz.ts';
import { createHeld, isTurnKey, velocityOf } from './keys.ts';

describe('the keys of a camera', () => {
  it('turn it together', () => {
    expect(velocityOf(new Set(['ArrowLeft', 'ArrowUp', '+']), 0.5)).toEqual({
      pan: -0.5,
      tilt: 0.5,
      zoom: 0.5,
    });
  });

  it('against each other let it stand', () => {
    expect(velocityOf(new Set(['ArrowLeft', 'ArrowRight']), 1).pan).toBe(0);
    expect(velocityOf(new Set(), 1)).toEqual({ pan: 0, tilt: 0, zoom: 0 });
  });

  it('twice the same way are no faster', () => {
    expect(velocityOf(new Set(['+', '=']), 1).zoom).toBe(1);
  });

  it('let go of it when they come up, whatever sign they bear by then', () => {
    const held = createHeld();
    held.press('Equal', '+');
    held.press('ArrowUp', 'ArrowUp');
    expect(held.velocity(1)).toEqual({ pan: 0, tilt: 1, zoom: 1 });

    // Shift came up first: the same key is another sign now.
    expect(held.lift('Equal')).toBe(true);
    expect(held.velocity(1)).toEqual({ pan: 0, tilt: 1, zoom: 0 });
    held.clear();
    expect(held.velocity(1)).toEqual(STANDING);
    expect(held.lift('ArrowUp')).toBe(false);
  });

  it('are none of the console’s other keys', () => {
    for (const key of ['Enter', 'a', 'constructor', 'Escape']) expect(isTurnKey(key)).toBe(false);
  });
});
