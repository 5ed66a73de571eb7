import type { Indicator, Reading } from '../../domain/indicators/model.ts';
import type { World } from '../../domain/contract/world.ts';
import { latestReading } from '../replica/store.ts';
import { readFigure, type Figure, type Source } from './figure.ts';

/** A value as long as the indicator's own are, where none has arrived in this window: what it is compared with, its limits. */
function typicalValue({ comparison, limits }: Indicator): number {
  const known = [...limits.map(({ value }) => value), ...(comparison ? [comparison.value] : [])];
  return known.length === 0 ? 1_000 : Math.max(...known.map(Math.abs));
}

/** What a tile of this indicator shows now, or what it may show: enough to lay its type out. */
export function typicalFigure(
  world: World,
  indicator: Indicator,
  now: number,
): { readonly source: Source; readonly figure: Figure } {
  const source = { indicator, printed: world.indicators.published[indicator.id] };
  const latest = latestReading(indicator.id);
  const stands = latest !== undefined || source.printed !== undefined;
  const typical: Reading = {
    key: indicator.id,
    value: typicalValue(indicator),
    provenance: 'live',
    asOf: now,
    arrivedAt: now,
    ageOnArrivalMs: 0,
  };
  return { source, figure: readFigure(source, stands ? latest : typical, now) };
}
