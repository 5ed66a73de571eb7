import type { PortReading } from '../../domain/contract/port.ts';
import type { IndicatorsCalls } from '../../domain/indicators/calls.ts';
import { HistoryInput } from '../../domain/indicators/inputs.ts';
import type { PublishedFigure } from '../../domain/indicators/model.ts';
import type { IndicatorsChange } from '../../domain/indicators/state.ts';
import { accept } from '../../domain/kernel/outcome.ts';
import { own } from '../../domain/kernel/own.ts';
import type { Handlers } from '../kernel/handlers.ts';
import type { Hub } from '../kernel/hub.ts';
import type { ReadingTimes } from '../kernel/intake.ts';
import type { Cache, Clock } from '../kernel/ports.ts';

/** Of a key the catalogue does not name, no history is kept closer than this, ms. */
const UNKNOWN_CADENCE_MS = 60_000;

type Body = { readonly key: string; readonly value: number | null; readonly provenance: 'live' | 'sample' };
type Needs = { readonly hub: Hub; readonly cache: Pick<Cache, 'history'>; readonly clock: Clock };

/** The province's figures: what is published, what is measured, what was measured. */
export function createIndicatorsService({ hub, cache, clock }: Needs) {
  const calls: Handlers<keyof IndicatorsCalls> = {
    'indicators.history': {
      allowed: ['wall', 'console'],
      parse: (raw) => HistoryInput.parse(raw),
      run: ({ key, sinceMs, limit }) => accept(cache.history(key, clock.now() - sinceMs, limit)),
    },
  };
  return {
    calls,
    cadenceMs: (key: string): number =>
      own(hub.world().indicators.catalogue, key)?.cadenceMs ?? UNKNOWN_CADENCE_MS,
    /** A reading of an indicator that nobody defined has no name, unit or office to be shown with: null. */
    receiveReading(
      { key, value, provenance }: Body,
      { asOf, sentAt, arrivedAt }: ReadingTimes,
    ): PortReading | null {
      if (!Object.hasOwn(hub.world().indicators.catalogue, key)) return null;
      return [key, value, asOf, arrivedAt, Math.max(0, sentAt - asOf), provenance];
    },
    receivePublished: (figure: PublishedFigure): readonly IndicatorsChange[] => [
      { type: 'indicators.published', figure },
    ],
    reset: (figures: readonly PublishedFigure[]): readonly IndicatorsChange[] => [
      { type: 'indicators.publishedReset', figures },
    ],
  };
}
