import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Run, Tour } from './model.ts';
import { leavesAt, leftOf, stopFrom, tourDue } from './tours.ts';

const planner = { name: 'Nguyễn Thị Hạnh', role: 'operator' } as const;
const NOW = Date.UTC(2026, 10, 23, 1);

function aTour(count: number, dwellMs = 10_000): Tour {
  const stops = Array.from({ length: count }, (_, n) => ({ sceneId: `scene-${n}`, dwellMs }));
  return { id: 'tour', name: { vi: 'Vòng', en: 'Round' }, stops, origin: 'room', planner };
}

function aRun(change: Partial<Run> = {}): Run {
  return {
    id: 'run',
    tourId: 'tour',
    index: 0,
    stage: 'on',
    since: NOW,
    paused: null,
    leftMs: 0,
    starter: planner,
    entryId: null,
    ...change,
  };
}

describe('the next stop', () => {
  it('skips what cannot be shown and says which', () => {
    const mayShow = (sceneId: string) => !['scene-1', 'scene-2'].includes(sceneId);
    expect(stopFrom(aTour(4).stops, 0, 1, mayShow)).toEqual({ index: 3, skipped: ['scene-1', 'scene-2'] });
    expect(stopFrom(aTour(4).stops, 3, -1, mayShow)).toEqual({ index: 0, skipped: ['scene-2', 'scene-1'] });
  });

  it('is the same stop when no other can be shown, and none when it cannot either', () => {
    expect(stopFrom(aTour(3).stops, 1, 1, (id) => id === 'scene-1')).toMatchObject({ index: 1 });
    expect(stopFrom(aTour(3).stops, 1, 1, () => false)).toBe(undefined);
    expect(stopFrom([], 0, 1, () => true)).toBe(undefined);
  });

  it('leads through 200 scenes and back to the first', () => {
    let index = 0;
    const seen = Array.from({ length: 200 }, () => {
      index = stopFrom(aTour(200).stops, index, 1, () => true)?.index ?? -1;
      return index;
    });
    expect(new Set(seen).size).toBe(200);
    expect(index).toBe(0);
  });

  it('is always one that can be shown, from wherever the tour stands', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 200 }), fc.nat(300), (usable, from) => {
        const mayShow = (sceneId: string) => usable[Number(sceneId.slice(6))] === true;
        const found = stopFrom(aTour(usable.length).stops, from, 1, mayShow);
        expect(found === undefined).toBe(!usable.includes(true));
        if (found) expect(usable[found.index]).toBe(true);
      }),
    );
  });
});

describe('a stop of a tour', () => {
  const tour = aTour(2);

  it('is left when its time is over, once for however long nobody looked', () => {
    expect(tourDue(tour, aRun(), NOW + 9_999)).toBe('wait');
    expect(tourDue(tour, aRun(), NOW + 10_000)).toBe('step');
    expect(tourDue(tour, aRun(), NOW + 30 * 86_400_000)).toBe('step');
  });

  it('counts anew when the clock is set back before it began, and never stands longer than twice its time', () => {
    expect(tourDue(tour, aRun(), NOW - 3_600_000)).toBe('count-anew');
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -3_600_000, max: 3_600_000 }), { maxLength: 1 }),
        ([jump = 0]) => {
          let run = aRun();
          let clock = NOW + 5_000;
          let stood = 5_000;
          clock += jump;
          while (tourDue(tour, run, clock) !== 'step') {
            if (tourDue(tour, run, clock) === 'count-anew') run = { ...run, since: clock };
            clock += 1_000;
            stood += 1_000;
          }
          expect(stood).toBeLessThanOrEqual(20_000);
        },
      ),
    );
  });

  it('keeps what is left of its time while it is paused', () => {
    expect(leftOf(tour, aRun(), NOW + 4_000)).toBe(6_000);
    expect(leftOf(tour, aRun(), NOW - 4_000)).toBe(10_000);
    const paused = aRun({ paused: { why: 'key', by: 'Hạnh', at: NOW }, leftMs: 6_000 });
    expect(leavesAt(tour, paused, NOW + 99_000)).toBe(NOW + 105_000);
  });

  it('of a tour that was cut shorter meanwhile is left at once', () => {
    expect(tourDue(tour, aRun({ index: 7 }), NOW)).toBe('step');
  });
});
