import type { PointerEvent } from 'react';

type Cargo = { readonly cameraIds: readonly string[]; readonly name: string };

/** What is done with cameras that shall go to the wall. */
export type Hand = {
  /** Why nothing is put now, as a sentence; null when it is. */
  readonly blocked: string | null;
  /** To be put by keys, or carried from where the pointer went down. */
  readonly take: (cargo: Cargo, start: globalThis.PointerEvent | null) => void;
  /** Where they disturb least, in one step. */
  readonly putAll: (cameraIds: readonly string[]) => void;
};

/** What makes a row of cameras one that can be carried; its buttons are pressed as ever. */
export function carriedBy(hand: Hand, cargo: Cargo): (event: PointerEvent) => void {
  return (event) => {
    if (event.button !== 0 || (event.target instanceof Element && event.target.closest('button'))) return;
    event.preventDefault();
    hand.take(cargo, event.nativeEvent);
  };
}
