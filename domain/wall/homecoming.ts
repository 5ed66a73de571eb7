import type { Canvas, Display } from './model.ts';

/** The canvas with these displays dark, and no others changed. */
export function withDark(canvas: Canvas, ids: ReadonlySet<string>): Canvas {
  if (!canvas.displays.some(({ id, dark }) => ids.has(id) && dark !== true)) return canvas;
  const displays = canvas.displays.map((display): Display =>
    ids.has(display.id) ? { ...display, dark: true } : display,
  );
  return { ...canvas, displays };
}

/** The canvas as one window sees it: its own displays are there, for it stands on them. */
export function seenFrom(canvas: Canvas, displayIds: readonly string[]): Canvas {
  if (!canvas.displays.some(({ id, dark }) => dark === true && displayIds.includes(id))) return canvas;
  const displays = canvas.displays.map((display): Display => {
    if (display.dark !== true || !displayIds.includes(display.id)) return display;
    const { dark: _dark, ...lit } = display;
    return lit;
  });
  return { ...canvas, displays };
}

/** Ids of the displays on which nothing is shown now. */
export function darkIds(canvas: Canvas): readonly string[] {
  return canvas.displays.filter(({ dark }) => dark === true).map(({ id }) => id);
}
