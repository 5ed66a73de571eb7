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

/** How grave the limit is that a figure has reached now; what is old or was published has reached none. */
export function severityNow({ printed, state, past }: Figure): Limit['severity'] | undefined {
  return printed || state === 'stale' ? undefined : past?.limit.severity;
}

/** That a figure was printed in a source. */
function publishedMark(words: Dictionary): TileMark {
  return { icon: Newspaper, word: words.indicators.publishedWord, tone: 'quiet' };
}

/**
 * The state in one icon and word; a fresh figure within its limits wears none: normal is quiet. What was published is no
 * limit of now: the words say which it had reached then.
 */
export function figureMark(figure: Figure, words: Dictionary): TileMark | undefined {
  if (figure.state === 'missing')
    return { icon: CircleDashed, word: words.indicators.missingWord, tone: 'quiet' };
  if (figure.printed) return publishedMark(words);
  if (figure.state === 'stale') return { icon: ClockAlert, word: words.indicators.staleWord, tone: 'quiet' };
  const severity = severityNow(figure);
  if (severity) {
    return { icon: icons[severity], word: words.indicators.severity[severity], tone: limitTones[severity] };
  }
  return figure.state === 'ageing'
    ? { icon: Clock, word: words.indicators.ageingWord, tone: 'quiet' }
    : undefined;
}

/** The frame of a figure: the gravest limit that it has reached now, or the dashed frame of a gap. */
export function figureFrame(figure: Figure): Tone | 'gap' | undefined {
  if (figure.state === 'missing') return 'gap';
  const severity = severityNow(figure);
  return severity && limitTones[severity];
}
