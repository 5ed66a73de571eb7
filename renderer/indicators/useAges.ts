import { currentTime } from '../replica/clock.ts';
import type { Source } from './figure.ts';
import { figureNow } from './figureNow.ts';
import { useTimed } from './useReadingOf.ts';
import { ageWords, type Speech } from './words.ts';

/**
 * How fresh a figure is, longest wording first: renewed once a second, and with the figure when its state changes. The
 * component renders again only when the words do.
 */
export function useAges(source: Source, away: boolean, speech: Speech): readonly string[] {
  const joined = useTimed(() => ageWords(figureNow(source), { now: currentTime(), away }, speech).join('\n'));
  return joined === '' ? [] : joined.split('\n');
}
