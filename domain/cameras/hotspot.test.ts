import { describe, expect, it } from 'vitest';
import { HOT_STAY_MS, nextHot } from './hotspot.ts';

const smoke = { cameraId: 'smoke', at: 1_000 };
const jam = { cameraId: 'jam', at: 2_000 };
const chosen = (at: number) => ({ cameraId: 'mine', at });

describe('a hotspot', () => {
  it('shows nothing before anybody chose and anything happened', () => {
    expect(nextHot('both', null, { chosen: null, alarms: [], at: 0 })).toBeNull();
  });

  it('shows the newer of alarm and choice', () => {
    const choice = nextHot('both', null, { chosen: chosen(500), alarms: [], at: 600 });
    const alarm = nextHot('both', choice, { chosen: chosen(500), alarms: [smoke], at: 1_000 });
    const again = nextHot('both', alarm, { chosen: chosen(1_500), alarms: [smoke], at: 1_500 });

    expect([choice?.cameraId, alarm?.cameraId, again?.cameraId]).toEqual(['mine', 'smoke', 'mine']);
  });

  it('holds an alarm for a while against the next one', () => {
    const first = nextHot('alarm', null, { chosen: null, alarms: [smoke], at: 1_000 });
    const soon = nextHot('alarm', first, { chosen: null, alarms: [jam, smoke], at: 2_000 });
    const later = nextHot('alarm', first, { chosen: null, alarms: [jam, smoke], at: 1_000 + HOT_STAY_MS });

    expect([soon?.cameraId, later?.cameraId]).toEqual(['smoke', 'jam']);
  });

  it('lets go of an alarm that is over when another comes', () => {
    const first = nextHot('alarm', null, { chosen: null, alarms: [smoke], at: 1_000 });

    expect(nextHot('alarm', first, { chosen: null, alarms: [jam], at: 2_000 })?.cameraId).toBe('jam');
  });

  it('keeps what it shows when everything is over', () => {
    const first = nextHot('alarm', null, { chosen: null, alarms: [smoke], at: 1_000 });

    expect(nextHot('alarm', first, { chosen: null, alarms: [], at: 90_000 })).toBe(first);
  });

  it('follows alarms alone, or choices alone, where it is told to', () => {
    const now = { chosen: chosen(3_000), alarms: [smoke], at: 3_000 };

    expect(nextHot('alarm', null, now)?.cameraId).toBe('smoke');
    expect(nextHot('chosen', null, { ...now, chosen: chosen(1) })?.cameraId).toBe('mine');
  });
});
