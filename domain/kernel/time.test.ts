import { describe, expect, it } from 'vitest';
import { same } from './same.ts';
import { fold } from './text.ts';
import {
  dayOfIso,
  isoOfDay,
  sameVietnamDay,
  startOfVietnamDay,
  vietnamClock,
  vietnamClockSeconds,
  vietnamDate,
  vietnamDay,
  vietnamWeekday,
  weekdayOfDay,
} from './time.ts';

describe('time in Viet Nam', () => {
  it('is seven hours ahead of UTC, also over the turn of a year', () => {
    const at = Date.UTC(2025, 11, 31, 17, 0, 5);
    expect([vietnamDate(at), vietnamClock(at), vietnamClockSeconds(at)]).toEqual([
      '01/01/2026',
      '00:00',
      '00:00:05',
    ]);
  });

  it('changes the day at midnight here, not at midnight in Greenwich', () => {
    const [before, after] = [Date.UTC(2026, 10, 22, 16, 59, 59), Date.UTC(2026, 10, 22, 17)];
    expect(sameVietnamDay(before, after)).toBe(false);
    expect(sameVietnamDay(after, Date.UTC(2026, 10, 23, 1))).toBe(true);
  });
});

describe('days by their number', () => {
  it.each(['2026-13-01', '2026-02-29', '2026-04-31', '26-11-23', '2026-11-23T00:00', ''])(
    'have none that is called %j',
    (text) => expect(dayOfIso(text)).toBe(undefined),
  );

  it('begin at midnight here and bear the weekday that the calendar gives them', () => {
    const day = dayOfIso('2028-02-29') ?? 0;
    const at = startOfVietnamDay(day);
    expect([vietnamDate(at), vietnamClock(at)]).toEqual(['29/02/2028', '00:00']);
    expect([vietnamDay(at - 1), vietnamDay(at)]).toEqual([day - 1, day]);
    expect([isoOfDay(day), weekdayOfDay(day), vietnamWeekday(at)]).toEqual(['2028-02-29', 2, 2]);
  });
});

describe('folded text', () => {
  it.each([
    ['Phủ Lý', 'phu ly'],
    ['Đồng Hỷ', 'dong hy'],
    ['ĐẠI TỪ', 'dai tu'],
    ['Quảng Ngãi'.normalize('NFD'), 'quang ngai'],
  ])('of %s is %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });
});

describe('sameness', () => {
  it('is of content, not of identity', () => {
    expect(same({ a: [1, null] }, { a: [1, null] })).toBe(true);
    expect(same({ a: [1, null] }, { a: [1, 0] })).toBe(false);
  });
});
