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

  it('until a day that does not exist stands and waits', () => {
    expect(countdownAt(aCountdown({ until: '2026-13-41T99:99' }), NOON).state).toBe('waiting');
  });

  it('refuses what is no moment', () => {
    expect(CountdownSpecSchema.safeParse({ ...aCountdown(), until: 'chiều mai' }).success).toBe(false);
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
