import { useEffect, useRef, type RefObject } from 'react';
import { onTick } from '../replica/clock.ts';
import type { Figure, Source } from './figure.ts';
import { figureNow } from './figureNow.ts';
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
      const sentence = figureSentence(source.indicator, figureNow(source), speech);
      if (element.current?.ariaLabel !== sentence) element.current?.setAttribute('aria-label', sentence);
    }
    say();
    return onTick(say);
    // `figure` is renewed when the state changes.
  }, [source, figure, speech]);
  return element;
}
