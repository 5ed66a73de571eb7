import { useEffect, useRef, type RefObject } from 'react';
import type { Indicator, PublishedFigure } from '../../domain/indicators/model.ts';
import { currentTime, onTick } from '../replica/clock.ts';
import { latestReading } from '../replica/store.ts';
import { readFigure, type Figure } from './figure.ts';
import { figureSentence, type Speech } from './words.ts';

/** Keeps an element's accessible name telling the whole figure, renewed once a second and on every change of state. */
export function useSentence(
  indicator: Indicator,
  told: { readonly figure: Figure; readonly printed: PublishedFigure | undefined },
  speech: Speech,
): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null);
  const { figure, printed } = told;
  useEffect(() => {
    function say(): void {
      const reading = latestReading(indicator.id);
      const now = readFigure(indicator, reading, printed, currentTime());
      const sentence = figureSentence(indicator, reading, now, speech);
      if (element.current?.ariaLabel !== sentence) element.current?.setAttribute('aria-label', sentence);
    }
    say();
    return onTick(say);
    // `figure` is renewed when the state changes.
  }, [indicator, figure, printed, speech]);
  return element;
}
