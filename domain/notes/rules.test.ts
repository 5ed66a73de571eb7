import { describe, expect, it } from 'vitest';
import { CountdownSpecSchema, type CountdownSpec } from './model.ts';
import { countdownAt, endOf, leftWords } from './rules.ts';

const NOON = Date.UTC(2026, 10, 22, 5);

function aCountdown(change: Partial<CountdownSpec> = {}): CountdownSpec {
  return { kind: 'countdown', label: 'Họp giao ban', until: '', minutes: 15, ...change };
}

describe('a countdown', () => {
  it('for some minutes stands until somebody starts it', () => {
    expect(countdownAt(aCountdown(), NOON)).toEqual({ state: 'waiting', leftMs: 900_000 });
  });

  it('counts from the moment it was started, on every machine alike', () => {
    const started = aCountdown({ startedAt: NOON });

    expect(countdownAt(started, NOON + 60_000)).toEqual({ state: 'running', leftMs: 840_000 });
    expect(countdownAt(started, NOON + 901_000)).toEqual({ state: 'over', overMs: 1_000 });
  });

  it('until a moment means Viet Nam time, and needs no start', () => {
    expect(endOf(aCountdown({ until: '2026-11-22T12:30' }))).toBe(NOON + 1_800_000);
  });

  it.each(['2026-13-41T99:99', '2026-02-30T10:00', '2026-11-23T24:00', '2026-11-23', 'chiều mai'])(
    'refuses %s, which is no moment',
    (until) => expect(CountdownSpecSchema.safeParse({ ...aCountdown(), until }).success).toBe(false),
  );

  it('takes a moment, or none', () => {
    const takes = (until: string) => CountdownSpecSchema.safeParse({ ...aCountdown(), until }).success;
    expect(['2028-02-29T23:59', ''].map(takes)).toEqual([true, true]);
  });
});

describe('the time left', () => {
  it('ends at 0:00, not a second before', () => {
    expect([leftWords(1), leftWords(0), leftWords(59_001), leftWords(3_723_000)]).toEqual([
      '0:01',
      '0:00',
      '1:00',
      '1:02:03',
    ]);
  });
});
