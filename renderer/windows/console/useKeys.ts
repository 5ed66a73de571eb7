import { useEffect, useRef } from 'react';
import { commandOf, type Command, type Press } from './keys.ts';

/** Where a key was pressed. The chosen scene is part of the page: Enter on it takes it. */
function whereOf(target: EventTarget | null): Press['where'] {
  if (!(target instanceof Element)) return 'page';
  if (target.closest('input, textarea, select, [contenteditable]')) return 'field';
  const control = target.closest('button, a[href], summary');
  return control === null || control.matches('[data-scene][aria-pressed="true"]') ? 'page' : 'control';
}

/** Runs the console's commands from the keyboard, wherever the focus is. */
export function useKeys(run: (command: Command) => void): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || event.metaKey) return;
      const { key, ctrlKey, altKey, repeat, target } = event;
      const command = commandOf({ key, ctrl: ctrlKey, alt: altKey, repeat, where: whereOf(target) });
      // A dialog closes itself with Escape; the same key must not close a second thing.
      const inDialog = target instanceof Element && target.closest('dialog') !== null;
      if (command === null || (command.do === 'drop' && inDialog)) return;
      event.preventDefault();
      latest.current(command);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
