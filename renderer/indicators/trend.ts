import type { HistoryPoint } from '../../domain/indicators/calls.ts';
import type { PublishedFigure } from '../../domain/indicators/model.ts';

/** What is drawn of one figure over time. */
export type Trend = {
  readonly points: readonly HistoryPoint[];
  /** As its source printed it: nothing is missing between its points. */
  readonly printed: boolean;
};

/**
 * The past of what the number says: of a published figure (`printed`) the series printed with it, of a reading what was
 * kept of its key.
 */
export function trendOf(printed: PublishedFigure | undefined, kept: readonly HistoryPoint[]): Trend {
  return printed ? { points: printed.series, printed: true } : { points: kept, printed: false };
}
