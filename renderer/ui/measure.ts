import { useSyncExternalStore } from 'react';

export type Face = 'text' | 'strong' | 'numbers';

/** Width of `text` in a face, in parts of its font size. */
export type Measure = (text: string, face?: Face) => number;

const SAMPLE_PX = 100;
const DIGITS = [...'0123456789'];
const faces = ['text', 'strong', 'numbers'] as const;
const fonts: Record<Face, string> = {
  text: `400 ${SAMPLE_PX}px 'Be Vietnam Pro'`,
  strong: `500 ${SAMPLE_PX}px 'Be Vietnam Pro'`,
  numbers: `500 ${SAMPLE_PX}px 'Barlow Condensed'`,
};
/**
 * Width of the widest digit as the page draws it, in parts of the font size. Digits of one width (`tabular-nums`) exist in
 * the face for numbers alone; in the others the widest stands for all: what fits stays fitting when its digits change.
 */
const digits: Record<Face, number> = { text: 0.71, strong: 0.71, numbers: 0.45 };
/** One letter of each subset that a wall needs at once. */
const LETTERS = 'aảế0';

const widths = new Map<string, number>();
const listeners = new Set<() => void>();
let generation = 0;
let canvas: CanvasRenderingContext2D | null | undefined;

/** A canvas knows no digits of one width: those of the page are measured on the page. */
function measureDigits(): void {
  const samples = faces.flatMap((face) =>
    DIGITS.map((digit) => {
      const element = document.createElement('span');
      element.textContent = digit;
      element.style.cssText = `position:absolute;visibility:hidden;font:${fonts[face]};font-variant-numeric:tabular-nums lining-nums`;
      return { face, element };
    }),
  );
  document.body.append(...samples.map(({ element }) => element));
  for (const face of faces) {
    const widths = samples
      .filter((sample) => sample.face === face)
      .map(({ element }) => element.getBoundingClientRect().width);
    digits[face] = Math.max(...widths) / SAMPLE_PX;
  }
  for (const { element } of samples) element.remove();
}

async function loadFonts(): Promise<void> {
  await Promise.all(faces.map((face) => document.fonts.load(fonts[face], LETTERS)));
  measureDigits();
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

function measured(text: string, face: Face): number {
  const key = `${face}${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  if (!canvas) return text.length * 0.56;
  canvas.font = fonts[face];
  const others = text.replace(/\d/g, '');
  const width = canvas.measureText(others).width / SAMPLE_PX + (text.length - others.length) * digits[face];
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
