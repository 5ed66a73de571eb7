import { useCallback, useEffect, useRef, type RefObject } from 'react';
import { onTick } from '../replica/clock.ts';

/** Keeps an element's accessible name telling all of it, renewed once a second and whenever the component renders. */
export function useSentence(sentence: () => string): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null);
  const latest = useRef(sentence);
  latest.current = sentence;
  const say = useCallback(() => {
    const said = latest.current();
    if (element.current?.ariaLabel !== said) element.current?.setAttribute('aria-label', said);
  }, []);
  useEffect(say);
  useEffect(() => onTick(say), [say]);
  return element;
}
