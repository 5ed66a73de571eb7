import { describe, expect, it } from 'vitest';
import { clockOf, isoOf, localOf, minuteOf, momentOf } from './written.ts';

/** 22/11/2026, 23:59 in Viet Nam. */
const LATE_EVENING = Date.UTC(2026, 10, 22, 16, 59);

describe('what a person writes', () => {
  it.each([
    ['07:30', 450],
    ['7h05', 425],
    ['23.59', 1_439],
    ['00:00', 0],
    ['24:00', undefined],
    ['7:60', undefined],
    ['7', undefined],
    ['', undefined],
  ])('as time %j is minute %j', (text, minute) => expect(minuteOf(text)).toBe(minute));

  it.each([
    ['24/11/2026', '2026-11-24'],
    ['4/1/2027', '2027-01-04'],
    ['29/02/2027', undefined],
    ['2026-11-24', undefined],
  ])('as day %j is %j', (text, iso) => expect(isoOf(text)).toBe(iso));

  it.each([
    ['17:00 24/11/2026', '2026-11-24T17:00'],
    ['24/11/2026 17:00', '2026-11-24T17:00'],
    [' 4/1/2027   7h05 ', '2027-01-04T07:05'],
    ['17:00', '2026-11-22T17:00'],
    ['24:00 24/11/2026', undefined],
    ['17:00 31/11/2026', undefined],
    ['2026-11-24T17:00', undefined],
    ['24/11/2026', undefined],
    ['17:00 24/11/2026 chiều', undefined],
    ['', undefined],
  ])('as moment %j is %j', (text, local) => expect(localOf(text, LATE_EVENING)).toBe(local));

  it('stands there again as it is read', () => {
    expect([clockOf(450), momentOf('2026-11-24T17:00'), momentOf('')]).toEqual([
      '07:30',
      '17:00 24/11/2026',
      '',
    ]);
    expect(localOf(momentOf('2026-11-24T17:00'), LATE_EVENING)).toBe('2026-11-24T17:00');
  });
});
