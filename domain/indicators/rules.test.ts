import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Indicator, Limit, Reading } from './model.ts';
import { freshness, limitReached, readingAgeMs, supersedes, verdict } from './rules.ts';

const NOW = Date.UTC(2026, 10, 22, 5);
const MINUTE_MS = 60_000;
const both = (text: string) => ({ vi: text, en: text });

const water: Indicator = {
  id: 'water.gia-bay',
  unit: '19',
  name: both('Mực nước sông Cầu tại Gia Bảy'),
  shortName: both('Sông Cầu'),
  measure: both('m'),
  decimals: 2,
  direction: 'lower-better',
  office: both('Đài Khí tượng Thủy văn'),
  cadenceMs: 10 * MINUTE_MS,
  freshForMs: 60 * MINUTE_MS,
  limits: [],
};

function reading(change: Partial<Reading> = {}): Reading {
  return {
    key: water.id,
    value: 27.4,
    provenance: 'live',
    asOf: NOW,
    arrivedAt: NOW,
    ageOnArrivalMs: 0,
    ...change,
  };
}

const alarm = (value: number, severity: Limit['severity'], when: Limit['when'] = 'above'): Limit => ({
  name: both(`Báo động ${value}`),
  value,
  severity,
  when,
});

describe('the age of a reading', () => {
  it('counts what it had on arrival, so that no two clocks need agree', () => {
    expect(readingAgeMs(reading({ asOf: NOW + 86_400_000, ageOnArrivalMs: 5_000 }), NOW + 1_000)).toBe(6_000);
  });

  it('that came in the future of a clock that was set back is unknown, not zero', () => {
    expect(readingAgeMs(reading({ arrivedAt: NOW + 3_600_000 }), NOW)).toBe(null);
  });

  it('is never negative, whatever the clocks say', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), fc.integer(), (arrivedAt, ageOnArrivalMs, now) => {
        expect(readingAgeMs(reading({ arrivedAt, ageOnArrivalMs }), now) ?? 0).toBeGreaterThanOrEqual(0);
      }),
      { seed: 1 },
    );
  });
});

describe('the reading that stands', () => {
  const standing = reading({ asOf: NOW });
  const next = (change: Partial<Reading>, now = NOW + MINUTE_MS) =>
    supersedes(reading(change), standing, now);

  it('gives way to a later one and to its own correction, never to an earlier one', () => {
    expect(supersedes(reading(), undefined, NOW)).toBe(true);
    expect([next({ asOf: NOW + 1 }), next({ asOf: NOW }), next({ asOf: NOW - 1 })]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('holds no place when it is from the future of a clock that was set back', () => {
    expect(next({ asOf: NOW - 86_400_000 }, NOW - 86_399_000)).toBe(true);
  });

  it('gives way to one of another kind, whenever that was: yesterday’s measured value ends a demonstration', () => {
    expect(next({ asOf: NOW - 86_400_000, provenance: 'sample' })).toBe(true);
  });

  it('is the same in the end in whatever order they came', () => {
    const times = fc.uniqueArray(fc.integer({ min: 0, max: 50 }), { minLength: 1 });
    fc.assert(
      fc.property(times, (minutes) => {
        const readings = minutes.map((minute) => reading({ asOf: NOW + minute * MINUTE_MS }));
        const end = readings.reduce((stands, each) =>
          supersedes(each, stands, NOW + 60 * MINUTE_MS) ? each : stands,
        );
        expect(end.asOf).toBe(NOW + Math.max(...minutes) * MINUTE_MS);
      }),
      { seed: 6 },
    );
  });
});

describe('a reading', () => {
  it.each([
    [0, 'fresh'],
    [20, 'fresh'],
    [21, 'ageing'],
    [60, 'ageing'],
    [61, 'stale'],
  ])('that is %d minutes old is %s when one is due every ten and good for sixty', (minutes, expected) => {
    expect(freshness(water, reading(), NOW + minutes * MINUTE_MS)).toBe(expected);
  });

  it('without a value is missing, never zero', () => {
    expect(freshness(water, reading({ value: null }), NOW)).toBe('missing');
    expect(freshness(water, undefined, NOW)).toBe('missing');
  });

  it('of zero is a value', () => {
    expect(freshness(water, reading({ value: 0 }), NOW)).toBe('fresh');
  });

  it('from the future of a clock that was set back is stale, not good for a day', () => {
    expect(freshness(water, reading({ arrivedAt: NOW + 86_400_000 }), NOW)).toBe('stale');
    expect(freshness(water, reading({ arrivedAt: NOW + 1_000 }), NOW)).toBe('fresh');
  });

  it('never grows fresher with time', () => {
    const order = ['fresh', 'ageing', 'stale'];
    const minutes = fc.integer({ min: 0, max: 10_000 });
    fc.assert(
      fc.property(minutes, minutes, (a, b) => {
        const [early, late] = [Math.min(a, b), Math.max(a, b)].map((at) =>
          freshness(water, reading(), NOW + at * MINUTE_MS),
        );
        expect(order.indexOf(late ?? '')).toBeGreaterThanOrEqual(order.indexOf(early ?? ''));
      }),
      { seed: 2 },
    );
  });
});

describe('the limit that a value has reached', () => {
  const river: Indicator = {
    ...water,
    limits: [alarm(25, 'attention'), alarm(27, 'serious'), alarm(28, 'emergency')],
  };

  it.each([
    [24.99, undefined],
    [25, 25],
    [27.4, 27],
    [29.13, 28],
  ])('at %d m is %s', (value, limit) => {
    expect(limitReached(river, value)?.value).toBe(limit);
  });

  it('counts downwards where the low side is the bad one', () => {
    const reservoir: Indicator = {
      ...water,
      limits: [alarm(40, 'attention', 'below'), alarm(36, 'serious', 'below')],
    };
    expect([41, 40, 35].map((value) => limitReached(reservoir, value)?.value)).toEqual([undefined, 40, 36]);
  });

  it('is the gravest, in whatever order the province wrote them', () => {
    const shuffled = { ...river, limits: [...river.limits].reverse() };
    fc.assert(
      fc.property(fc.double({ min: 0, max: 40, noNaN: true }), (value) => {
        expect(limitReached(shuffled, value)).toEqual(limitReached(river, value));
      }),
      { seed: 3 },
    );
  });

  it('leaves the catalogue as it was', () => {
    const before = JSON.stringify(river);
    limitReached(river, 29);
    expect(JSON.stringify(river)).toBe(before);
  });
});

describe('a difference', () => {
  it('is for the better by the direction of its own indicator', () => {
    const growth: Indicator = { ...water, direction: 'higher-better' };
    const share: Indicator = { ...water, direction: 'neutral' };
    expect([verdict(water, 1), verdict(water, -1), verdict(growth, 1), verdict(growth, -1)]).toEqual([
      'worse',
      'better',
      'better',
      'worse',
    ]);
    expect([verdict(share, 5), verdict(water, 0)]).toEqual(['even', 'even']);
  });
});
