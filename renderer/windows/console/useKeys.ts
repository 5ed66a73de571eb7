import { useEffect, useRef } from 'react';
import { commandOf, type Command, type Press } from './keys.ts';

/** Where a key was pressed. The chosen scene is part of the page: Enter on it takes it. */
function whereOf(target: EventTarget | null): Press['where'] {
  if (!(target instanceof Element)) return 'page';
  const control = target.closest('button, a[href], summary, input[type="checkbox"]');
  if (!control && target.closest('input, textarea, select, [contenteditable]')) return 'field';
  return control === null || control.matches('[data-scene][aria-pressed="true"]') ? 'page' : 'control';
}

/** Runs the console's commands from the keyboard, wherever the focus is. */
export function useKeys(run: (command: Command) => void, editing: boolean): void {
  const latest = useRef({ run, editing });
  useEffect(() => {
    latest.current = { run, editing };
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || event.metaKey) return;
      const { key, ctrlKey: ctrl, shiftKey: shift, altKey: alt, repeat, target } = event;
      const press = { key, ctrl, shift, alt, repeat, where: whereOf(target) };
      const command = commandOf(press, latest.current.editing);
      // A dialog closes itself with Escape; the same key must not close a second thing.
      const inDialog = target instanceof Element && target.closest('dialog') !== null;
      if (command === null || (command.do === 'drop' && inDialog)) return;
      event.preventDefault();
      latest.current.run(command);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
