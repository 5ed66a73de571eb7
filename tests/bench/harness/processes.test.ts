import { describe, expect, it } from 'vitest';
import { cpuPercent, familyOf, otherPercent, parseBusy, parseStat, type Moment } from './processes.ts';

function moment(
  at: number,
  busy: number,
  processes: Record<number, [parent: number, ticks: number]>,
): Moment {
  const entries = Object.entries(processes).map(
    ([pid, [parent, ticks]]) => [Number(pid), { parent, ticks }] as const,
  );
  return { at, busy, processes: new Map(entries) };
}

describe('the account of processor time', () => {
  it('reads a process whose name holds brackets and spaces', () => {
    const stat = '4711 (Web) Content (x)) S 12 4711 4711 0 -1 4194560 1 2 3 4 150 50 0 0 20 0 1 0 99';
    expect(parseStat(stat)).toEqual({ parent: 12, ticks: 200 });
    expect(parseStat('')).toBeUndefined();
  });

  it('counts what the host took away as busy, idle and waiting not', () => {
    expect(parseBusy('cpu  100 1 20 9000 500 3 4 5 0 0\ncpu0 1 2')).toBe(133);
  });

  it('knows the family of a process, and what others used meanwhile', () => {
    const before = moment(1_000, 1_000, { 1: [0, 5], 10: [1, 100], 11: [10, 20], 12: [11, 0], 90: [1, 500] });
    const after = moment(2_000, 1_150, { 1: [0, 5], 10: [1, 130], 11: [10, 40], 13: [11, 10], 90: [1, 580] });
    const family = familyOf(10, after);

    expect([...family]).toEqual([10, 11, 13]);
    expect(cpuPercent(before, after, family)).toBe(60);
    expect(otherPercent(before, after, family)).toBe(90);
  });
});
