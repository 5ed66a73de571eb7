import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ProvinceFileSchema } from '../../domain/contract/provinceFile.ts';
import { ReadingBodySchema } from '../../domain/contract/wire.ts';
import { createIndicatorFeed } from './feed.ts';
import { factorAt, monthValue, partOfDay, periodStart, periodValue, SampleReadingsSchema } from './shapes.ts';

const HOUR = 3_600_000;
const sample = SampleReadingsSchema.parse(
  JSON.parse(readFileSync(new URL('../sample/thai-nguyen.indicators.json', import.meta.url), 'utf8')),
);
const { indicators } = ProvinceFileSchema.parse(
  JSON.parse(readFileSync(new URL('../../config/provinces/thai-nguyen.json', import.meta.url), 'utf8')),
);
const published = new Set<string>(
  JSON.parse(readFileSync(new URL('../sample/thai-nguyen.published.json', import.meta.url), 'utf8')).map(
    ({ key }: { key: string }) => key,
  ),
);
/** 08:00 in Viet Nam. */
const MORNING = Date.UTC(2026, 10, 23, 1);

function seeded(): () => number {
  let state = 42;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

function run(minutes: number) {
  let now = MORNING;
  const feed = createIndicatorFeed(sample, indicators, { now: () => now, random: seeded() });
  const values = new Map<string, number[]>();
  for (let second = 0; second < minutes * 60; second += 1) {
    for (const { body } of feed.dueReadings(1)) {
      expect(ReadingBodySchema.safeParse(body).success).toBe(true);
      if (body.type !== 'indicators.reading') continue;
      values.set(body.key, [...(values.get(body.key) ?? []), body.value ?? Number.NaN]);
    }
    now += 1_000;
  }
  return values;
}

describe('the sample readings of a province', () => {
  const values = run(10);

  it('cover every indicator that has no published figure, and none that has', () => {
    expect([...values.keys()].sort()).toEqual(
      indicators
        .map(({ id }) => id)
        .filter((id) => !published.has(id))
        .sort(),
    );
    expect(Object.keys(sample.readings).filter((key) => published.has(key))).toEqual([]);
  });

  it('come each at the cadence of its indicator', () => {
    expect(values.get('gt.flow.dong-quang')).toHaveLength(600);
    expect(values.get('hc.received')).toHaveLength(120);
    expect(values.get('tt.level.nui-coc')).toHaveLength(10);
    expect(values.get('ns.revenue')).toHaveLength(1);
  });

  it('count a day’s total up, never down', () => {
    const received = values.get('hc.received') ?? [];
    expect(received).toEqual([...received].sort((a, b) => a - b));
    expect(received.at(-1)).toBeGreaterThan(received[0] ?? 0);
  });

  it('stay within their bounds and move by small steps', () => {
    for (const [key, shape] of Object.entries(sample.readings)) {
      if (shape.shape !== 'walk') continue;
      const list = values.get(key) ?? [];
      const step = Math.max(...list.slice(1).map((value, index) => Math.abs(value - (list[index] ?? value))));
      expect(Math.min(...list), key).toBeGreaterThanOrEqual(Math.floor(shape.low));
      expect(Math.max(...list), key).toBeLessThanOrEqual(Math.ceil(shape.high));
      if (list.length > 1) expect(step, key).toBeLessThanOrEqual(2 * shape.step + 1);
    }
  });

  it('keep a share true to the figure it is a share of', () => {
    const inpatients = values.get('yt.inpatients')?.at(-1) ?? 0;
    expect(values.get('yt.bed-occupancy')?.at(-1)).toBeCloseTo((inpatients / 5_640) * 100, 0);
  });
});

describe('a day', () => {
  const office = sample.profiles['office'] ?? [];

  it('has none of its total at midnight and all of it at the next', () => {
    const midnight = Date.UTC(2026, 10, 22, 17);
    expect(partOfDay(office, midnight)).toBe(0);
    expect(partOfDay(office, midnight + 24 * HOUR - 1)).toBeCloseTo(1, 5);
  });

  it('follows its profile between the hours', () => {
    expect(factorAt(office, MORNING)).toBe(1);
    expect(factorAt(office, MORNING - HOUR / 2)).toBeCloseTo(0.8, 5);
  });
});

describe('a period', () => {
  it('begins at the hour, at seven in the morning, or on the first of the month, in Viet Nam', () => {
    expect(new Date(periodStart('hour', MORNING + 59_000)).toISOString()).toBe('2026-11-23T01:00:00.000Z');
    expect(new Date(periodStart('day', MORNING)).toISOString()).toBe('2026-11-23T00:00:00.000Z');
    expect(new Date(periodStart('day', MORNING - 2 * HOUR)).toISOString()).toBe('2026-11-22T00:00:00.000Z');
    expect(new Date(periodStart('month', MORNING)).toISOString()).toBe('2026-11-01T00:00:00.000Z');
  });

  it('has one value, the same after a restart', () => {
    const shape = {
      shape: 'period',
      every: 'day',
      base: 50,
      low: 40,
      high: 60,
      spread: 5,
      day: 'flat',
    } as const;
    const at = { profile: [], start: periodStart('day', MORNING) };
    expect(periodValue('k', shape, at)).toBe(periodValue('k', shape, at));
    expect(periodValue('k', shape, at)).not.toBe(
      periodValue('k', shape, { ...at, start: at.start + 24 * HOUR }),
    );
  });

  it('reports the month that ended: in January, December', () => {
    const shape = { shape: 'months', values: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] } as const;
    expect(monthValue({ ...shape, values: [...shape.values] }, Date.UTC(2026, 10, 1))).toBe(10);
    expect(monthValue({ ...shape, values: [...shape.values] }, Date.UTC(2027, 0, 1))).toBe(12);
  });
});
