import { useMemo } from 'react';
import type { Indicator } from '../../domain/indicators/model.ts';
import { useWorld } from '../replica/store.ts';
import type { Figure, Source } from './figure.ts';
import { figureNow } from './figureNow.ts';
import { useReadingOf } from './useReadingOf.ts';
import { againstWords, valueWords, type Speech } from './words.ts';

function shape(text: string): string {
  return text.replace(/\d/g, '0');
}

/** Everything about a figure that a tile's picture depends on, but for the digits themselves. */
export function figureSignature(indicator: Indicator, figure: Figure, speech: Speech): string {
  const { comparison, past } = figure;
  return [
    figure.state,
    figure.sample,
    shape(valueWords(indicator, figure, speech.language)),
    comparison && shape(againstWords(indicator, comparison, speech)[0] ?? ''),
    past &&
      `${past.limit.name.vi}${past.limit.severity}${Math.floor(Math.log10(Math.max(1, past.distance)))}`,
  ].join('|');
}

/** The figure of an indicator and its source; the component renders again when more than its digits change. */
export function useFigure(
  indicator: Indicator,
  speech: Speech,
): { readonly figure: Figure; readonly source: Source } {
  const printed = useWorld((world) => world.indicators.published[indicator.id]);
  const source = useMemo(() => ({ indicator, printed }), [indicator, printed]);
  const signature = useReadingOf(indicator.id, () => figureSignature(indicator, figureNow(source), speech));
  return useMemo(() => ({ figure: figureNow(source), source, signature }), [source, signature]);
}
