import { useReadingOf } from './useReadingOf.ts';
import { readFigure, type Source } from './figure.ts';
import { ageWords, type Speech } from './words.ts';

/** How fresh a figure is, longest wording first; the component renders again only when the words change. */
export function useAges(source: Source, away: boolean, speech: Speech): readonly string[] {
  const joined = useReadingOf(source.indicator.id, (reading, now) =>
    ageWords(readFigure(source, reading, now), { now, away }, speech).join('\n'),
  );
  return joined === '' ? [] : joined.split('\n');
}
