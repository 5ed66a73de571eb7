import { describe, expect, it } from 'vitest';
import { armDue, countedAnew } from './armed.ts';
import { idleDue } from './idle.ts';
import type { Arm, Idle } from './model.ts';

const NOW = Date.UTC(2026, 10, 23, 1);
const planner = { name: 'Nguyễn Thị Hạnh', role: 'operator' } as const;

function anArm(change: Partial<Arm> = {}): Arm {
  return {
    id: 'arm',
    source: { from: 'scene', sceneId: 'map' },
    name: { vi: 'Bản đồ', en: 'Map' },
    armedAt: NOW,
    fireAt: NOW + 30_000,
    kind: 'after',
    planner,
    programRevision: 1,
    ifMoved: 'ask',
    asking: false,
    ...change,
  };
}

describe('an armed take', () => {
  it('fires at its moment and within the minute after it, not later', () => {
    const due = [29_999, 30_000, 90_000, 90_001].map((ms) => armDue(anArm(), 1, NOW + ms));
    expect(due).toEqual(['wait', 'fire', 'fire', 'missed']);
  });

  it('asks when the program moved on, unless it was armed to be taken all the same', () => {
    expect(armDue(anArm(), 2, NOW + 30_000)).toBe('ask');
    expect(armDue(anArm({ ifMoved: 'take' }), 2, NOW + 30_000)).toBe('fire');
    expect(armDue(anArm({ asking: true }), 2, NOW + 30_000)).toBe('wait');
  });

  it('that asks waits five minutes for an answer, also over a clock that jumps', () => {
    const asks = anArm({ asking: true });
    const due = [30_000, 330_000, 330_001].map((ms) => armDue(asks, 2, NOW + ms));
    expect(due).toEqual(['wait', 'wait', 'missed']);
    expect(armDue(asks, 2, NOW - 3_600_000)).toBe('missed');
  });

  it('for so long from now counts anew when the clock is set back; for a moment of the clock it waits for that', () => {
    expect(armDue(anArm(), 1, NOW - 3_600_000)).toBe('count-anew');
    expect(countedAnew(anArm(), NOW - 3_600_000).fireAt).toBe(NOW - 3_570_000);
    expect(armDue(anArm({ kind: 'clock' }), 1, NOW - 3_600_000)).toBe('wait');
  });

  it('whose moment the clock has jumped over by an hour is missed, not made up for', () => {
    expect(armDue(anArm({ kind: 'clock' }), 1, NOW + 3_600_000)).toBe('missed');
  });
});

describe('the default scene', () => {
  const idle: Idle = { on: true, afterMs: 600_000, sceneId: 'map', planner, since: NOW };

  it('waits for a time without commands', () => {
    expect([idleDue(idle, NOW + 599_999), idleDue(idle, NOW + 600_000)]).toEqual(['wait', 'take']);
  });

  it('does nothing while it is off, or nobody chose it', () => {
    expect(idleDue({ ...idle, on: false }, NOW + 1e9)).toBe('wait');
    expect(idleDue({ ...idle, sceneId: null }, NOW + 1e9)).toBe('wait');
  });

  it('counts anew when the clock is set back before the last command', () => {
    expect(idleDue(idle, NOW - 1)).toBe('count-anew');
  });
});
