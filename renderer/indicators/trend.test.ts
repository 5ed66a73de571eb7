import { describe, expect, it } from 'vitest';
import type { HistoryPoint } from '../../domain/indicators/calls.ts';
import type { Indicator, PublishedFigure, Reading } from '../../domain/indicators/model.ts';
import { chartData } from './chartData.ts';
import { readFigure } from './figure.ts';
import { trendOf } from './trend.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const now = Date.UTC(2026, 10, 22, 7);
const both = (text: string) => ({ vi: text, en: text });

const river: Indicator = {
  id: 'tt.level.gia-bay',
  unit: '19',
  name: both('Mực nước sông Cầu tại Gia Bảy'),
  shortName: both('Sông Cầu'),
  measure: both('m'),
  decimals: 2,
  direction: 'lower-better',
  office: both('Đài KTTV tỉnh'),
  cadenceMs: MINUTE_MS,
  freshForMs: 10 * MINUTE_MS,
  limits: [],
};
const october = Date.UTC(2025, 9, 7);
const printed: PublishedFigure = {
  key: river.id,
  text: '29,90',
  place: both('Gia Bảy'),
  source: both('Báo Thái Nguyên'),
  publishedOn: both('08/10/2025'),
  series: [
    [october, 27.1],
    [october + 6 * HOUR_MS, 29.9],
  ],
};
const reading: Reading = {
  key: river.id,
  value: 21.4,
  provenance: 'live',
  asOf: now,
  arrivedAt: now,
  ageOnArrivalMs: 0,
};
const kept: readonly HistoryPoint[] = [
  [now - MINUTE_MS, 21.3],
  [now, 21.4],
];
const source = { indicator: river, printed };
const trendWith = (latest: Reading | undefined) => trendOf(readFigure(source, latest, now).printed, kept);

describe('the trend under a figure', () => {
  it('is that of the readings as soon as there is one: no published flood is drawn under a number of today', () => {
    expect(trendWith(reading)).toEqual({ points: kept, printed: false });
  });

  it('is the printed one while the printed figure stands', () => {
    expect(trendWith(undefined)).toEqual({ points: printed.series, printed: true });
  });

  it('spans the time of what is drawn', () => {
    const axis = (latest: Reading | undefined) =>
      chartData([source], [trendWith(latest)], { now, spanMs: HOUR_MS }).time;
    expect(axis(reading)[1]).toBe(now);
    expect(axis(undefined)).toEqual([october, october + 6 * HOUR_MS]);
  });
});
