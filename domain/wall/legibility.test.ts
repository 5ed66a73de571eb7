import { describe, expect, it } from 'vitest';
import { arcMinutes, FLOOR_ARC_MINUTES, heightForArcMm, pitchMm } from './legibility.ts';

describe('type for the farthest seat', () => {
  it('is at least 23,3 mm high at five metres: sixteen minutes of arc', () => {
    expect(heightForArcMm(FLOOR_ARC_MINUTES, 5_000)).toBeCloseTo(23.27, 2);
  });

  it('is found back from its height', () => {
    expect(arcMinutes(heightForArcMm(16, 5_000), 5_000)).toBeCloseTo(16, 6);
  });

  it('on a 55-inch display of 1080 lines has pixels of 0,63 mm', () => {
    const area = { xMm: 0, yMm: 0, widthMm: 1_217, heightMm: 685 };
    expect(pitchMm({ area, widthPx: 1_920 })).toBeCloseTo(0.634, 3);
  });
});
