import { useSyncExternalStore } from 'react';

export type Face = 'text' | 'strong' | 'numbers';

/** Width of `text` in a face, in parts of its font size. */
export type Measure = (text: string, face?: Face) => number;

const SAMPLE_PX = 100;
const fonts: Record<Face, string> = {
  text: `400 ${SAMPLE_PX}px 'Be Vietnam Pro'`,
  strong: `500 ${SAMPLE_PX}px 'Be Vietnam Pro'`,
  numbers: `500 ${SAMPLE_PX}px 'Barlow Condensed'`,
};
/** One letter of each subset that a wall needs at once. */
const LETTERS = 'aảế0';

const widths = new Map<string, number>();
const listeners = new Set<() => void>();
let generation = 0;
let canvas: CanvasRenderingContext2D | null | undefined;

async function loadFonts(): Promise<void> {
  await Promise.all(Object.values(fonts).map((font) => document.fonts.load(font, LETTERS)));
  widths.clear();
  generation += 1;
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  if (canvas === undefined) {
    canvas = document.createElement('canvas').getContext('2d');
    void loadFonts();
  }
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Digits are counted by the widest one, so that a figure keeps its place while it changes. */
function asWidest(text: string): string {
  return text.replace(/\d/g, '0');
}

function measured(text: string, face: Face): number {
  const key = `${face}${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  if (!canvas) return text.length * 0.56;
  canvas.font = fonts[face];
  const width = canvas.measureText(asWidest(text)).width / SAMPLE_PX;
  if (widths.size > 5_000) widths.clear();
  widths.set(key, width);
  return width;
}

const measure: Measure = (text, face = 'text') => measured(text, face);

/** Rises when the bundled fonts are loaded: canvases draw their text anew. */
export function useFontGeneration(): number {
  return useSyncExternalStore(listen, () => generation);
}

/** Measures text in the bundled fonts; the component renders again when they are loaded. */
export function useMeasure(): Measure {
  useFontGeneration();
  return measure;
}

/** The first candidate (longest first) that fits `widthPx`; the last one when none does. */
export function firstFitting(
  candidates: readonly string[],
  fits: (text: string) => boolean,
): { readonly text: string; readonly whole: boolean } {
  const found = candidates.find(fits);
  return found === undefined ? { text: candidates.at(-1) ?? '', whole: false } : { text: found, whole: true };
}
