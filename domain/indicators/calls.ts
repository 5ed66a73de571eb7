import type { Outcome } from '../kernel/outcome.ts';
import type { Reading } from './model.ts';

/** One point of a key's history: as-of (epoch ms), value or a gap, and whether it is measured or invented if that is known. */
export type HistoryPoint = readonly [asOf: number, value: number | null, provenance?: Reading['provenance']];

export type IndicatorsCalls = {
  /** Readings kept on this machine, oldest first, at most `limit` of the newest. */
  readonly 'indicators.history': {
    readonly input: { readonly key: string; readonly sinceMs: number; readonly limit: number };
    readonly output: Outcome<readonly HistoryPoint[], never>;
  };
};
