import type { Indicator, Limit, PublishedFigure, Reading } from '../../domain/indicators/model.ts';
import {
  freshness,
  limitReached,
  readingAgeMs,
  verdict,
  type Freshness,
} from '../../domain/indicators/rules.ts';

/** Where a tile's figure comes from, beside the readings: what it is, and the published figure if there is one. */
export type Source = { readonly indicator: Indicator; readonly printed: PublishedFigure | undefined };

/** How a value stands against its comparison. */
export type Comparison = {
  readonly kind: NonNullable<Indicator['comparison']>['kind'];
  readonly difference: number;
  readonly verdict: 'better' | 'worse' | 'even';
  /** How much of a planned amount is there, %, rounded down: what falls short is never told as the whole. */
  readonly share?: number;
};

/** A limit that the value has reached, and how far it is past it (never negative). */
export type PastLimit = { readonly limit: Limit; readonly distance: number };

/** What a tile has to tell of one indicator at one moment, in numbers. */
export type Figure = {
  readonly state: Freshness | 'published';
  readonly sample: boolean;
  readonly value: number | null;
  /** A published figure as printed; it is never formatted anew. */
  readonly printed?: PublishedFigure;
  readonly asOf: number | null;
  /** Null also for a value whose age nobody knows: the clock was set back. */
  readonly ageMs: number | null;
  readonly comparison?: Comparison;
  readonly past?: PastLimit;
};

/** Whether everything that a tile shows is sample data, so that the tile says it once for all. */
export function allSample(figures: readonly Figure[]): boolean {
  return (
    figures.some(({ sample }) => sample) &&
    figures.every(({ sample, state }) => sample || state === 'missing')
  );
}

/** What is a share already is told by its difference: a share of a share means little. */
export const PERCENT = '%';

function compared(indicator: Indicator, value: number): Comparison | undefined {
  if (indicator.comparison === undefined) return undefined;
  const scale = 10 ** indicator.decimals;
  // Rounded as it is shown, so that a shown difference of zero is "even".
  const { kind, value: against } = indicator.comparison;
  const difference = Math.round((value - against) * scale) / scale;
  const isAmount = kind === 'plan' && against > 0 && value >= 0 && indicator.measure.vi !== PERCENT;
  return {
    kind,
    difference,
    verdict: verdict(indicator, difference),
    ...(isAmount && { share: Math.floor((value / against) * 1_000) / 10 }),
  };
}

function past(indicator: Indicator, value: number): PastLimit | undefined {
  const limit = limitReached(indicator, value);
  return limit && { limit, distance: Math.abs(value - limit.value) };
}

function told(indicator: Indicator, value: number): Pick<Figure, 'comparison' | 'past'> {
  const comparison = compared(indicator, value);
  const limit = past(indicator, value);
  return { ...(comparison && { comparison }), ...(limit && { past: limit }) };
}

/** A value is not called late for less, ms: what comes every second may be two seconds old. */
const CALM_MS = 10_000;

/** A reading wins over a published figure; a published one stands until the province sends its own, and never ages. */
export function readFigure(
  { indicator, printed }: Source,
  reading: Reading | undefined,
  now: number,
): Figure {
  if (reading === undefined && printed !== undefined) {
    const value = printed.value ?? null;
    const rest = value === null ? {} : told(indicator, value);
    return { state: 'published', sample: false, value, printed, asOf: null, ageMs: null, ...rest };
  }
  const rule = freshness(indicator, reading, now);
  const ageMs = reading === undefined ? null : readingAgeMs(reading, now);
  const state = rule === 'ageing' && ageMs !== null && ageMs < CALM_MS ? 'fresh' : rule;
  if (reading === undefined || reading.value === null) {
    return {
      state,
      sample: reading?.provenance === 'sample',
      value: null,
      asOf: reading?.asOf ?? null,
      ageMs: null,
    };
  }
  return {
    state,
    sample: reading.provenance === 'sample',
    value: reading.value,
    asOf: reading.asOf,
    ageMs,
    ...told(indicator, reading.value),
  };
}
