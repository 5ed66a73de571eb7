import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startOfVietnamDay, vietnamDay } from '../kernel/time.ts';
import { sharesOf, subjectsOf, summed, unusedOf } from './rules.ts';

const MIDNIGHT = startOfVietnamDay(20_780);

describe('the time between two looks', () => {
  it('is split at midnight in Viet Nam', () => {
    expect(sharesOf(MIDNIGHT - 4_000, MIDNIGHT + 6_000, 20_000)).toEqual([
      { day: 20_779, ms: 4_000 },
      { day: 20_780, ms: 6_000 },
    ]);
    expect(sharesOf(MIDNIGHT - 4_000, MIDNIGHT, 20_000)).toEqual([{ day: 20_779, ms: 4_000 }]);
  });

  it('counts for nothing when the clock went back, and for little after a sleep', () => {
    expect(sharesOf(MIDNIGHT, MIDNIGHT - 1, 20_000)).toEqual([]);
    expect(sharesOf(MIDNIGHT, MIDNIGHT, 20_000)).toEqual([]);
    expect(sharesOf(MIDNIGHT + 1, MIDNIGHT + 36_000_000, 20_000)).toEqual([{ day: 20_780, ms: 20_000 }]);
  });

  it('is never longer than it was, and never on another day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -90_000, max: 90_000 }),
        fc.integer({ min: -5_000, max: 60_000 }),
        (at, ms) => {
          const [from, to] = [MIDNIGHT + at, MIDNIGHT + at + ms];
          const shares = sharesOf(from, to, 20_000);
          const sum = shares.reduce((all, share) => all + share.ms, 0);
          expect(sum).toBe(Math.max(0, Math.min(ms, 20_000)));
          for (const { day } of shares) expect([vietnamDay(from), vietnamDay(to)]).toContain(day);
        },
      ),
    );
  });
});

describe('what a tile shows', () => {
  it('is each indicator of a chart for itself, and the first words of a text', () => {
    const panel = { kind: 'indicator-table', indicatorIds: ['a', 'b'] } as const;
    expect(subjectsOf({ ...panel, indicatorIds: ['a', 'b'] })).toEqual([
      { kind: 'indicator-table', subject: 'a', label: '' },
      { kind: 'indicator-table', subject: 'b', label: '' },
    ]);
    expect(subjectsOf({ kind: 'banner', text: 'Họp lúc 14:00', tone: 'info' })).toEqual([
      { kind: 'banner', subject: 'Họp lúc 14:00', label: 'Họp lúc 14:00' },
    ]);
    expect(subjectsOf({ kind: 'clock' })).toEqual([{ kind: 'clock', subject: '', label: '' }]);
  });
});

const use = (subject: string, shownMs: number, lastAt = 0, label = subject) => ({
  kind: 'scene',
  subject,
  label,
  shownMs,
  times: 1,
  lastAt,
});

describe('several days', () => {
  it('are one, longest first, under the newest name', () => {
    const days = [use('a', 1_000, 1, 'Cũ'), use('b', 5_000, 2), use('a', 9_000, 3, 'Mới')];
    expect(summed(days)).toEqual([
      { kind: 'scene', subject: 'a', label: 'Mới', shownMs: 10_000, times: 2, lastAt: 3 },
      use('b', 5_000, 2),
    ]);
  });
});

describe('what nobody uses', () => {
  it('is a scene that never was on, and an indicator that stood in no tile of any kind', () => {
    const known = { scenes: ['a', 'b'], indicators: ['x', 'y', 'z'] };
    const seen = [
      { kind: 'scene', subject: 'a' },
      { kind: 'indicator-chart', subject: 'x' },
      { kind: 'indicator', subject: 'y' },
      { kind: 'camera', subject: 'z' },
    ];
    expect(unusedOf(known, seen)).toEqual({ scenes: ['b'], indicators: ['z'] });
  });
});
