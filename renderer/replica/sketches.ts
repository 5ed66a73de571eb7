import type { PortEvent } from '../../domain/contract/port.ts';

/** More of a line that somebody draws now. */
export type Sketch = Extract<PortEvent, { type: 'sketch' }>;

const listeners = new Set<(sketch: Sketch) => void>();

export function tellSketch(sketch: Sketch): void {
  for (const listener of listeners) listener(sketch);
}

/** Calls `listener` with every piece; returns the function that stops. */
export function onSketch(listener: (sketch: Sketch) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
