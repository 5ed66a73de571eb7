import type { Outcome } from '../kernel/outcome.ts';

/** One point of a key's history: as-of (epoch ms) and value, or a gap. */
export type HistoryPoint = readonly [asOf: number, value: number | null];

export type IndicatorsCalls = {
  /** Readings kept on this machine, oldest first, at most `limit` of the newest. */
  readonly 'indicators.history': {
    readonly input: { readonly key: string; readonly sinceMs: number; readonly limit: number };
    readonly output: Outcome<readonly HistoryPoint[], never>;
  };
};
