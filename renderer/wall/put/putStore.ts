import { create } from 'zustand';

/** Cameras in the operator's hand: what is put where, and what it is called. */
export type Cargo = { readonly cameraIds: readonly string[]; readonly name: string };

type PutState = {
  readonly cargo: Cargo | null;
  /** Carried under the pointer, or put by keys. */
  readonly by: 'pointer' | 'keys';
  /** Where the pointer is, CSS px of the page. */
  readonly at: { readonly xPx: number; readonly yPx: number };
  /** What the last word of the hand came to; `refused` is said louder. */
  readonly word: { readonly sentence: string; readonly refused: boolean } | null;
};

/** What this console's operator carries to the wall. */
export const usePut = create<PutState>()(() => ({
  cargo: null,
  by: 'keys',
  at: { xPx: 0, yPx: 0 },
  word: null,
}));

/** Less than this is a click, CSS px. */
const CLICK_PX = 4;

/** Takes cameras in hand, to be put by keys. */
export function takeInHand(cargo: Cargo): void {
  usePut.setState({ cargo, by: 'keys', word: null });
}

/** Takes cameras in hand once the pointer moves away from where it went down. */
export function carryFrom(cargo: Cargo, start: PointerEvent): void {
  function stop(): void {
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', stop);
    window.removeEventListener('pointercancel', stop);
  }
  function move(event: PointerEvent): void {
    if (Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) <= CLICK_PX) return;
    stop();
    usePut.setState({ cargo, by: 'pointer', at: { xPx: event.clientX, yPx: event.clientY }, word: null });
  }
  window.addEventListener('pointermove', move);
  window.addEventListener('pointerup', stop);
  window.addEventListener('pointercancel', stop);
}

export function letGo(): void {
  usePut.setState({ cargo: null });
}

export function sayPut(sentence: string, refused = false): void {
  usePut.setState({ word: { sentence, refused } });
}
