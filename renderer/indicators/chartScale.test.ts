import { describe, expect, it } from 'vitest';
import type { Limit } from '../../domain/indicators/model.ts';
import {
  labelledTimes,
  splitDecimals,
  timeLabel,
  timeRange,
  timeSplits,
  valueRange,
  valueSplits,
} from './chartScale.ts';
import { limitLines } from './limitLines.ts';

const HOUR_MS = 3_600_000;
/** 22/11/2026 00:00 in Viet Nam. */
const midnight = Date.UTC(2026, 10, 21, 17);
const bd3: Limit = { name: { vi: 'BĐ3', en: 'BĐ3' }, value: 27, severity: 'emergency', when: 'above' };

describe('the axis of time', () => {
  it('has round hours of Viet Nam', () => {
    const splits = timeSplits(midnight, midnight + 24 * HOUR_MS, 4);
    expect(splits.map((at) => timeLabel(at, 24 * HOUR_MS))).toEqual(['00:00', '06:00', '12:00', '18:00']);
  });

  it('has a label also where it spans a few minutes only', () => {
    for (let second = 0; second < 600; second += 10) {
      const from = midnight + second * 1_000;
      expect(timeSplits(from, from + 200_000, 2).length).toBeGreaterThan(0);
    }
  });

  it('has no label that hangs over its end', () => {
    const times = labelledTimes([midnight, midnight + 24 * HOUR_MS], { widthPx: 600, labelPx: 120 });
    expect(times.at(-1)).toBeLessThanOrEqual(midnight + 24 * HOUR_MS * 0.9);
  });

  it('starts with the history, and not with an empty day', () => {
    const now = midnight + 24 * HOUR_MS;
    expect(timeRange([now - 6 * HOUR_MS, now], now, 24 * HOUR_MS)[0]).toBe(now - 6 * HOUR_MS);
    expect(timeRange([undefined, undefined], now, 24 * HOUR_MS)).toEqual([midnight, now]);
  });
});

describe('the axis of values', () => {
  it('has round values and as many places as tell them apart', () => {
    expect(valueSplits([23.6, 30.2], 4, 0.01)).toEqual([24, 26, 28, 30]);
    expect(splitDecimals([0, 2.5])).toBe(1);
    expect(splitDecimals([0, 500])).toBe(0);
  });

  it('keeps a limit in sight while the values have a third of the height', () => {
    expect(valueRange([28.9, 29.9], [bd3], 0.01)[0]).toBeLessThan(27);
    expect(valueRange([28.9, 29.2], [bd3], 0.01)[0]).toBeGreaterThan(27);
  });

  it('does not go below zero for what is never negative', () => {
    expect(valueRange([0, 10], [], 1)[0]).toBe(0);
  });

  it('has no parts of what is counted whole', () => {
    expect(valueSplits([8_621.5, 8_628.5], 4, 1)).toEqual([8_622, 8_624, 8_626, 8_628]);
    expect(valueSplits([0, 3], 6, 1)).toEqual([0, 1, 2, 3]);
    expect(valueSplits([0, 9], 4, 1)).toEqual([0, 5]);
    expect(valueSplits([0, 0.09], 4, 0.01)).toEqual([0, 0.05]);
  });

  it('does not blow a movement of a few of the least steps up to its whole height', () => {
    const [low, high] = valueRange([8_634, 8_637], [], 1);

    expect(high - low).toBeGreaterThanOrEqual(10);
    expect(low).toBeLessThan(8_634);
    expect(high).toBeGreaterThan(8_637);
    expect(valueRange([13, 13], [], 1)).toEqual([7.2, 18.8]);
    expect(valueRange([2, 3], [], 1)).toEqual([0, 10.8]);
  });

  it('lets a river rise by ten centimetres', () => {
    const [low, high] = valueRange([25.1, 25.2], [], 0.01);

    expect(high - low).toBeLessThan(0.12);
  });
});

describe('the lines of limits', () => {
  it('name the gravest where two names would lie on each other', () => {
    const bd2: Limit = { ...bd3, value: 26.8, severity: 'serious' };
    const lines = limitLines({ lines: [], limits: [bd2, bd3] }, (value) => (30 - value) * 50, {
      labelPx: 60,
      topPx: 0,
    });
    expect(lines.map(({ limit, labelled }) => [limit.value, labelled])).toEqual([
      [27, true],
      [26.8, false],
    ]);
  });

  it('stand named at the end that the values keep away from', () => {
    const rising = {
      lines: [{ points: [[0, 27.1] as const, [1, 29.9] as const], printed: false }],
      limits: [bd3],
    };
    expect(limitLines(rising, (value) => (30 - value) * 50, { labelPx: 60, topPx: 0 })[0]?.side).toBe('end');
  });
});
