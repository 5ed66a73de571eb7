import { describe, expect, it } from 'vitest';
import type { CameraState } from './model.ts';
import { healthByUnit, workingShare } from './unitHealth.ts';

const states: Readonly<Record<string, CameraState>> = {
  a: 'live',
  b: 'offline',
  c: 'idle',
  d: 'idle',
  e: 'no-source',
  f: 'live',
};
const camera = (id: string, unit: string) => ({ id, unit });
const health = healthByUnit(
  [
    camera('c', 'u2'),
    camera('d', 'u2'),
    camera('e', 'u2'),
    camera('a', 'u1'),
    camera('b', 'u1'),
    camera('f', 'u3'),
  ],
  (id) => states[id] ?? 'idle',
);

describe('health by unit', () => {
  it('puts units with trouble first, then the larger ones', () => {
    expect(health.map(({ unit }) => unit)).toEqual(['u1', 'u2', 'u3']);
  });

  it('counts a camera that nobody looked at as unknown, never as working', () => {
    expect(health[1]).toEqual({ unit: 'u2', total: 3, works: 0, troubled: 0, unknown: 3 });
  });

  it('has no share where nothing is known, and reckons it over what is known alone', () => {
    expect(health.map(workingShare)).toEqual([0.5, null, 1]);
  });
});
