import { useMemo } from 'react';
import { currentTime } from '../replica/clock.ts';
import type { ChartLine } from './chartFace.ts';
import type { Source } from './figure.ts';
import { figureNow } from './figureNow.ts';
import { figureSignature } from './useFigure.ts';
import { useReadingsOf } from './useReadingOf.ts';
import { ageWords, type Speech } from './words.ts';

/**
 * The lines of a chart as they stand now. `sources` is the same list every time; the component renders again when more
 * than digits change: a line's state, or the words for its age.
 */
export function useChartLines(
  sources: readonly Source[],
  away: boolean,
  speech: Speech,
): readonly ChartLine[] {
  const keys = useMemo(() => sources.map(({ indicator }) => indicator.id), [sources]);
  useReadingsOf(keys, () => {
    const when = { now: currentTime(), away };
    return sources
      .map((source) => {
        const figure = figureNow(source);
        return [figureSignature(source.indicator, figure, speech), ...ageWords(figure, when, speech)].join();
      })
      .join('\n');
  });
  return sources.map((source) => ({ indicator: source.indicator, figure: figureNow(source) }));
}
