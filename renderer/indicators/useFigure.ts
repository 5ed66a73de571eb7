import { useMemo } from 'react';
import type { Indicator, PublishedFigure } from '../../domain/indicators/model.ts';
import { currentTime } from '../replica/clock.ts';
import { latestReading, useWorld } from '../replica/store.ts';
import { readFigure, type Figure } from './figure.ts';
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
    past && `${past.limit.name.vi}${past.limit.severity}${Math.floor(Math.log10(Math.max(1, past.distance)))}`,
  ].join('|');
}

/** The figure of an indicator; the component renders again when more than its digits change. */
export function useFigure(
  indicator: Indicator,
  speech: Speech,
): { readonly figure: Figure; readonly printed: PublishedFigure | undefined } {
  const printed = useWorld((world) => world.indicators.published[indicator.id]);
  const signature = useReadingOf(indicator.id, (reading, now) =>
    figureSignature(indicator, readFigure(indicator, reading, printed, now), speech),
  );
  return useMemo(
    () => ({ figure: readFigure(indicator, latestReading(indicator.id), printed, currentTime()), printed, signature }),
    [indicator, printed, signature],
  );
}
