import { CircleDashed, Clock, ClockAlert, Newspaper, OctagonAlert, TriangleAlert } from 'lucide-react';
import type { Limit } from '../../domain/indicators/model.ts';
import type { Dictionary } from '../text/vi.ts';
import type { TileMark, Tone } from '../ui/TileFace.tsx';
import type { Figure } from './figure.ts';

/** Red is kept for what nobody has acknowledged: a figure is serious at most. */
export const limitTones: Record<Limit['severity'], Tone> = {
  attention: 'attention',
  serious: 'serious',
  emergency: 'serious',
};
const icons = { attention: TriangleAlert, serious: TriangleAlert, emergency: OctagonAlert } as const;

/** That a figure was printed in a source. */
function publishedMark(words: Dictionary): TileMark {
  return { icon: Newspaper, word: words.indicators.publishedWord, tone: 'quiet' };
}

/** The mark of a figure among others: that it was published comes before a limit that it had reached then. */
export function markAmong(figure: Figure, words: Dictionary): TileMark | undefined {
  return figure.printed ? publishedMark(words) : figureMark(figure, words);
}

/** The state in one icon and word; a fresh figure within its limits wears none: normal is quiet. */
export function figureMark(figure: Figure, words: Dictionary): TileMark | undefined {
  if (figure.state === 'missing')
    return { icon: CircleDashed, word: words.indicators.missingWord, tone: 'quiet' };
  if (figure.state === 'stale') return { icon: ClockAlert, word: words.indicators.staleWord, tone: 'quiet' };
  if (figure.past) {
    const { severity } = figure.past.limit;
    return { icon: icons[severity], word: words.indicators.severity[severity], tone: limitTones[severity] };
  }
  if (figure.state === 'published') return publishedMark(words);
  return figure.state === 'ageing'
    ? { icon: Clock, word: words.indicators.ageingWord, tone: 'quiet' }
    : undefined;
}

/** The frame of a figure: its gravest limit, or the dashed frame of a gap. */
export function figureFrame(figure: Figure): Tone | 'gap' | undefined {
  if (figure.state === 'missing') return 'gap';
  return figure.past && figure.state !== 'stale' ? limitTones[figure.past.limit.severity] : undefined;
}
