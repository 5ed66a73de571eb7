import { describe, expect, it } from 'vitest';
import type { CameraMark, CameraSpot } from '../../domain/map/cameraMarks.ts';
import { cameraSource, viewSource } from './cameraSource.ts';

const view = { bearingDeg: 90, fieldDeg: 60, rangeM: 150 };

function spot(...marks: readonly Partial<CameraMark>[]): CameraSpot {
  const whole = marks.map((mark, n): CameraMark => ({
    id: `cam-${n + 1}`,
    point: [105.84, 21.6],
    look: 'live',
    sample: false,
    ...mark,
  }));
  return { xPx: 1, yPx: 1, point: [105.84, 21.6], marks: whole };
}
const fieldsOf = (one: CameraSpot, fromM = 100) => cameraSource([one], fromM).features[0]?.properties;

describe('the cameras for the map engine', () => {
  it('show their view in its true reach where the map is near enough, and else only where they look', () => {
    const one = spot({ view });

    expect(viewSource([one], 150).features).toHaveLength(1);
    expect(fieldsOf(one, 150)).not.toHaveProperty('bearing');
    expect(viewSource([one], 151).features).toEqual([]);
    expect(fieldsOf(one, 151)).toMatchObject({ image: 'camera-live', bearing: 90 });
  });

  it('say nothing of a direction that nobody gave, nor of one that is all around', () => {
    expect(fieldsOf(spot({}))).not.toHaveProperty('bearing');
    expect(fieldsOf(spot({ view: { ...view, fieldDeg: 360, rangeM: 10 } }))).not.toHaveProperty('bearing');
  });

  it('are a number where they stand together, and louder where one of them is in trouble', () => {
    expect(fieldsOf(spot({ view }, {}, {}))).toMatchObject({ image: 'cameras-3', order: 0 });
    expect(fieldsOf(spot({}, { look: 'lost' }))).toMatchObject({ image: 'cameras-2-trouble', order: 1 });
    expect(viewSource([spot({ view }, {})], 1).features).toEqual([]);
  });
});
