import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, dayOfIso, MINUTE_MS, startOfVietnamDay } from '../kernel/time.ts';
import { dueAt, isSame, nextChange, occurrenceAt } from './calendar.ts';
import type { Days, Entry, Schedule } from './model.ts';

/** An instant in Viet Nam: `2026-11-23 07:30`. */
function at(text: string): number {
  const [day = '', clock = '00:00'] = text.split(' ');
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return startOfVietnamDay(dayOfIso(day) ?? NaN) + (hour * 60 + minute) * MINUTE_MS;
}

const minuteOf = (clock: string): number => (at(`2026-01-01 ${clock}`) - at('2026-01-01')) / MINUTE_MS;
const weekdays: Days = { kind: 'weekly', weekdays: [1, 2, 3, 4, 5] };
const everyDay: Days = { kind: 'weekly', weekdays: [0, 1, 2, 3, 4, 5, 6] };
const on = (day: string): Days => ({ kind: 'dates', first: day, last: day });

function entry(id: string, days: Days, hours: string, change: Partial<Entry> = {}): Entry {
  const [from = '', until = ''] = hours.split('–');
  return {
    id,
    name: { vi: id, en: id },
    days,
    fromMinute: minuteOf(from),
    untilMinute: minuteOf(until),
    showing: { kind: 'scene', sceneId: id },
    on: true,
    origin: 'room',
    planner: { name: 'Nguyễn Thị Hạnh', role: 'operator' },
    ...change,
  };
}

const wanted = (entries: readonly Entry[], when: string) => occurrenceAt(entries, at(when))?.entryId;

/** 23/11/2026 is a Monday. */
const briefing = entry('briefing', weekdays, '07:30–11:30');

describe('what the calendar wants', () => {
  it('begins on the minute, and its end is not counted', () => {
    const ends = ['2026-11-23 07:29', '2026-11-23 07:30', '2026-11-23 11:29', '2026-11-23 11:30'];
    expect(ends.map((when) => wanted([briefing], when))).toEqual([
      undefined,
      'briefing',
      'briefing',
      undefined,
    ]);
  });

  it('goes by the days of Viet Nam: Sunday evening in Greenwich is Monday here', () => {
    const sunday = Date.UTC(2026, 10, 22, 18);
    expect(occurrenceAt([entry('night', weekdays, '00:00–06:00')], sunday)?.entryId).toBe('night');
  });

  it('holds over midnight, also into a day that is none of its own', () => {
    const night = entry('night', { kind: 'weekly', weekdays: [5] }, '22:00–06:00');
    const hours = ['2026-11-27 21:59', '2026-11-27 23:59', '2026-11-28 00:00', '2026-11-28 05:59'];
    expect(hours.map((when) => wanted([night], when))).toEqual([undefined, 'night', 'night', 'night']);
    expect(wanted([night], '2026-11-28 06:00')).toBe(undefined);
  });

  it('goes over the end of a month, of a year and through 29 February', () => {
    for (const day of ['2026-11-30', '2026-12-31', '2028-02-29', '2028-02-28']) {
      const night = entry('night', on(day), '23:00–01:00');
      expect(occurrenceAt([night], at(`${day} 23:00`) + 90 * MINUTE_MS)?.entryId).toBe('night');
    }
  });

  it('is a whole day from 00:00 until 00:00', () => {
    const feast = entry('feast', on('2026-12-22'), '00:00–00:00');
    expect(wanted([feast], '2026-12-22 23:59')).toBe('feast');
    expect(wanted([feast], '2026-12-23 00:00')).toBe(undefined);
  });

  it('leaves out what is off', () => {
    expect(wanted([{ ...briefing, on: false }], '2026-11-23 08:00')).toBe(undefined);
  });
});

describe('two entries at once', () => {
  const holiday = entry('holiday', { kind: 'dates', first: '2026-11-20', last: '2026-11-30' }, '00:00–00:00');
  const visit = entry('visit', on('2026-11-23'), '09:00–10:00');

  it('go by the particular before the general: a day, a range of days, every week', () => {
    const all = [briefing, holiday, visit];
    expect(wanted(all, '2026-11-23 09:30')).toBe('visit');
    expect(wanted(all, '2026-11-23 10:00')).toBe('holiday');
    expect(wanted([briefing, visit], '2026-11-23 10:00')).toBe('briefing');
  });

  it('of one kind: the one that began later, then the one that ends sooner, then the first id', () => {
    const later = entry('later', everyDay, '08:00–12:00');
    const shorter = entry('shorter', everyDay, '08:00–11:00');
    const same = entry('a-same', everyDay, '08:00–11:00');
    expect(wanted([briefing, later], '2026-11-23 08:30')).toBe('later');
    expect(wanted([later, shorter], '2026-11-23 08:30')).toBe('shorter');
    expect(wanted([shorter, same, later], '2026-11-23 08:30')).toBe('a-same');
  });

  it('have the same answer in whatever order they are written', () => {
    const all = [briefing, holiday, visit, entry('x', everyDay, '06:00–18:00')];
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: 4 }), fc.nat(1_440), (shuffled, minute) => {
        const when = at('2026-11-23') + minute * MINUTE_MS;
        expect(isSame(occurrenceAt(shuffled, when), occurrenceAt(all, when))).toBe(true);
      }),
    );
  });
});

type Last = Schedule['last'];

/** Asks at each of these instants, as the core does; returns what was begun, and `end` for an end. */
function acts(entries: readonly Entry[], readings: readonly number[], last: Last = null): readonly string[] {
  return readings.flatMap((now) => {
    const due = dueAt(now, entries, last);
    if (due.due === 'begin') last = { ...due.occurrence, actedAt: now, over: false };
    if (due.due === 'end' && last) last = { ...last, actedAt: now, over: true };
    return due.due === 'begin' ? [due.occurrence.entryId] : due.due === 'end' ? ['end'] : [];
  });
}

const minutes = (from: string, count: number, step = 1): readonly number[] =>
  Array.from({ length: Math.abs(count) }, (_, n) => at(from) + Math.sign(count) * n * step * MINUTE_MS);

describe('a clock that jumps', () => {
  const night = entry('night', everyDay, '22:00–07:30');
  const day = [night, briefing, entry('office', weekdays, '11:30–17:00')];

  it('back an hour: nothing is done a second time', () => {
    const readings = [...minutes('2026-11-23 07:00', 50), ...minutes('2026-11-23 06:50', 120)];
    expect(acts(day, readings)).toEqual(['night', 'briefing']);
  });

  it('back over the end of an entry: it does not begin again', () => {
    const readings = [...minutes('2026-11-23 11:00', 60), ...minutes('2026-11-23 11:00', 60)];
    expect(acts([briefing], readings)).toEqual(['briefing', 'end']);
  });

  it('back a year: it had been wrong, and the calendar goes on from the right time', () => {
    const readings = [at('2027-11-23 08:00'), ...minutes('2026-11-23 07:00', 60)];
    expect(acts(day, readings)).toEqual(['briefing', 'night', 'briefing']);
  });

  it('forward, or asleep for days: what should stand now begins, and nothing of what was missed', () => {
    expect(acts(day, [at('2026-11-20 08:00'), at('2026-11-23 12:00')])).toEqual(['briefing', 'office']);
  });

  it('back and forth at the very minute: one begin', () => {
    const start = at('2026-11-23 07:30');
    expect(acts([briefing], [start, start - 2_000, start + 1_000, start - 1, start])).toEqual(['briefing']);
  });

  it('however often by an hour or two: the same is done as if it had never gone back', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -120, max: 30 }), { maxLength: 40 }), (steps) => {
        let minute = 0;
        const readings = steps.flatMap((step) => {
          const from = minute;
          minute = Math.max(minute + step, -120);
          const seen = step > 0 ? step : 1;
          return Array.from(
            { length: seen },
            (_, n) => at('2026-11-23 07:00') + (step > 0 ? from + n + 1 : minute) * MINUTE_MS,
          );
        });
        let farthest = at('2026-11-23 07:00');
        const steady = readings.map((now) => (farthest = Math.max(farthest, now)));
        const first: Last = { ...begun('2026-11-23 07:00'), over: false };
        expect(acts(day, readings, first)).toEqual(acts(day, steady, first));
      }),
      { numRuns: 300 },
    );
  });

  function begun(when: string) {
    const occurrence = occurrenceAt(day, at(when));
    if (!occurrence) throw new Error('nothing stands');
    return { ...occurrence, actedAt: at(when) };
  }
});

describe('what comes next', () => {
  it('is the next begin, after the weekend too', () => {
    expect(nextChange([briefing], at('2026-11-27 12:00'))).toMatchObject({
      at: at('2026-11-30 07:30'),
      occurrence: { entryId: 'briefing' },
    });
  });

  it('is the end when nothing follows, and the older entry when a nested one ends', () => {
    expect(nextChange([briefing], at('2026-11-23 08:00'))).toEqual({
      at: at('2026-11-23 11:30'),
      occurrence: undefined,
    });
    const visit = entry('visit', on('2026-11-23'), '09:00–10:00');
    expect(nextChange([briefing, visit], at('2026-11-23 09:30'))).toMatchObject({
      at: at('2026-11-23 10:00'),
      occurrence: { entryId: 'briefing' },
    });
  });

  it('passes over an entry that loses all the time it holds', () => {
    const loses = entry('loses', everyDay, '06:00–12:00');
    const wins = entry('wins', on('2026-11-23'), '05:00–23:00');
    expect(nextChange([loses, wins], at('2026-11-23 05:30'))?.at).toBe(at('2026-11-23 23:00'));
  });

  it('is nothing in an empty calendar, and nothing beyond eight days', () => {
    expect(nextChange([], at('2026-11-23'))).toBe(undefined);
    expect(nextChange([entry('far', on('2026-12-25'), '08:00–09:00')], at('2026-11-23'))).toBe(undefined);
  });

  it('always differs from what stands, and nothing changes before it', () => {
    const all = [
      briefing,
      entry('night', everyDay, '22:00–06:00'),
      entry('visit', on('2026-11-24'), '23:30–02:00'),
    ];
    fc.assert(
      fc.property(fc.nat((3 * DAY_MS) / MINUTE_MS), (minute) => {
        const now = at('2026-11-23') + minute * MINUTE_MS;
        const next = nextChange(all, now);
        const stands = occurrenceAt(all, now);
        if (!next) throw new Error('there is always something next');
        expect(isSame(occurrenceAt(all, next.at), stands)).toBe(false);
        for (let step = now; step < next.at; step += 7 * MINUTE_MS)
          expect(isSame(occurrenceAt(all, step), stands)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
