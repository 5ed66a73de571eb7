import { create } from 'zustand';
import type { InkColour, InkWidth } from '../../../domain/wall/ink.ts';

type Pen = { readonly on: boolean; readonly colour: InkColour; readonly width: InkWidth };

/** This console's pen: whether it is in the hand, and what it draws with. */
export const usePen = create<Pen>()(() => ({ on: false, colour: 'pink', width: 'thin' }));

export function togglePen(): void {
  usePen.setState(({ on }) => ({ on: !on }));
}

/** True when there was a pen to put down. */
export function putPenDown(): boolean {
  const { on } = usePen.getState();
  usePen.setState({ on: false });
  return on;
}

export function choosePen(choice: Partial<Omit<Pen, 'on'>>): void {
  usePen.setState(choice);
}
