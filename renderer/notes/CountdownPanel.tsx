import { TimerOff, TimerReset } from 'lucide-react';
import { useEffect } from 'react';
import { countdownAt, endOf, leftWords, type Countdown } from '../../domain/notes/rules.ts';
import type { PanelProps } from '../panels/definition.ts';
import { useNow } from '../replica/clock.ts';
import { formatMoment, spanWords } from '../text/format.ts';
import { useLanguage, useText } from '../text/language.ts';
import { useMeasure } from '../ui/measure.ts';
import { TileFace, type TileMark } from '../ui/TileFace.tsx';
import { largestNumberPx } from '../ui/typeScale.ts';
import './notes.css';

/** A countdown that stands or is over says so in a word; one that runs needs none. */
function useMark({ state }: Countdown): TileMark | undefined {
  const words = useText().notes;
  if (state === 'running') return undefined;
  if (state === 'waiting') return { icon: TimerReset, word: words.waiting, tone: 'quiet' };
  return { icon: TimerOff, word: words.over, tone: 'attention', filled: true };
}

/** Time that is left until a moment, as large as the tile allows. */
export default function CountdownPanel({ spec, place, onReady }: PanelProps<'countdown'>) {
  const words = useText();
  const language = useLanguage();
  const measure = useMeasure();
  const now = useNow();
  useEffect(onReady, [onReady]);
  const countdown = countdownAt(spec, now);
  const mark = useMark(countdown);
  const over = countdown.state === 'over';
  const shown = leftWords(over ? 0 : countdown.leftMs);
  const label = spec.label === '' ? words.panels.countdown : spec.label;
  const end = endOf(spec);
  const when = end === undefined ? [] : [words.notes.until(formatMoment(end, now))];
  return (
    <TileFace
      place={place}
      titles={[label]}
      mark={mark}
      frame={over ? 'attention' : undefined}
      ages={over ? [words.notes.overFor(spanWords(countdown.overMs, words.span, language))] : when}
    >
      {({ widthPx, heightPx }) => {
        const limitPx = Math.min(heightPx, widthPx / measure(shown, 'numbers'));
        return (
          <div className="countdown" role="timer" aria-label={words.notes.left(label, shown)}>
            <time style={{ fontSize: largestNumberPx(place.floorPx, limitPx) }}>{shown}</time>
          </div>
        );
      }}
    </TileFace>
  );
}
