import { useEffect, useRef, type RefObject } from 'react';
import { currentTime, onTick } from '../replica/clock.ts';
import { latestReading } from '../replica/store.ts';
import { readFigure, type Figure, type Source } from './figure.ts';
import { figureSentence, type Speech } from './words.ts';

/** Keeps an element's accessible name telling the whole figure, renewed once a second and on every change of state. */
export function useSentence(
  source: Source,
  figure: Figure,
  speech: Speech,
): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    function say(): void {
      const now = readFigure(source, latestReading(source.indicator.id), currentTime());
      const sentence = figureSentence(source.indicator, now, speech);
      if (element.current?.ariaLabel !== sentence) element.current?.setAttribute('aria-label', sentence);
    }
    say();
    return onTick(say);
    // `figure` is renewed when the state changes.
  }, [source, figure, speech]);
  return element;
}
