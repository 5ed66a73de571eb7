import type { ReadingItem } from '../../domain/contract/wire.ts';
import type { Indicator } from '../../domain/indicators/model.ts';
import { own } from '../../domain/kernel/own.ts';
import { guarded, type Log } from '../log.ts';
import type { Store } from '../store/store.ts';
import {
  monthValue,
  partOfDay,
  periodStart,
  periodValue,
  walkOn,
  type SampleReadings,
  type Shape,
} from './shapes.ts';

export type FeedClock = {
  /** Epoch ms. */
  readonly now: () => number;
  /** Between 0 and 1. */
  readonly random: () => number;
};

/** A period's value changes seldom: looking for a new one this often is enough, ms. */
const LOOK_FOR_PERIOD_MS = 10_000;

function cadence(cadenceMs: number, shape: Shape): number {
  return shape.shape === 'period' || shape.shape === 'months' ? LOOK_FOR_PERIOD_MS : cadenceMs;
}

type Value = { readonly value: number; readonly asOf: number };

/** Invents the readings of one province. `pace` speeds up how often they come, not the day they follow. */
export function createIndicatorFeed(
  { profiles, readings }: SampleReadings,
  indicators: readonly Indicator[],
  { now, random }: FeedClock,
) {
  const values = new Map<string, number>();
  const lastAsOf = new Map<string, number>();
  const due = new Map<string, number>();
  const keys = indicators.filter(({ id }) => Object.hasOwn(readings, id));

  function valueOf(key: string, shape: Shape, at: number): Value {
    const profile = profiles['day' in shape ? shape.day : 'flat'] ?? [];
    switch (shape.shape) {
      case 'walk':
        return { value: walkOn(shape, values.get(key), { profile, at, random }), asOf: at };
      case 'today':
        return { value: shape.total * partOfDay(profile, at), asOf: at };
      case 'share':
        return { value: ((values.get(shape.of) ?? 0) / shape.total) * 100, asOf: at };
      case 'period': {
        const start = periodStart(shape.every, at);
        return { value: periodValue(key, shape, { profile, start }), asOf: start };
      }
      case 'months': {
        const start = periodStart('month', at);
        return { value: monthValue(shape, start), asOf: start };
      }
    }
  }

  function reading({ id, decimals }: Indicator, shape: Shape, at: number): ReadingItem | null {
    const { value, asOf } = valueOf(id, shape, at);
    values.set(id, value);
    if (lastAsOf.get(id) === asOf) return null;
    lastAsOf.set(id, asOf);
    const rounded =
      shape.shape === 'today' && decimals === 0 ? Math.floor(value) : Number(value.toFixed(decimals));
    return { asOf, body: { type: 'indicators.reading', key: id, value: rounded, provenance: 'sample' } };
  }

  /** The readings that are due at this instant, each at its indicator's own cadence. */
  function dueReadings(pace: number): readonly ReadingItem[] {
    const at = now();
    return keys.flatMap((indicator) => {
      const shape = own(readings, indicator.id);
      if (shape === undefined || (due.get(indicator.id) ?? 0) > at) return [];
      due.set(indicator.id, at + cadence(indicator.cadenceMs, shape) / pace);
      const item = reading(indicator, shape, at);
      return item === null ? [] : [item];
    });
  }

  return { dueReadings };
}

/** Puts due readings into the province's topic until it is stopped. */
export function runIndicatorFeed(
  feed: ReturnType<typeof createIndicatorFeed>,
  {
    store,
    unit,
    pace,
    log,
  }: { readonly store: Store; readonly unit: string; readonly pace: number; readonly log: Log },
): () => void {
  const topic = `indicators/${unit}`;
  const step = guarded(log, 'sample.failed', () => store.note(topic, feed.dueReadings(pace)));
  const timer = setInterval(step, Math.max(10, 200 / pace));
  step();
  return () => clearInterval(timer);
}
