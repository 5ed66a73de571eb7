import type { Area, Canvas } from '../../../domain/wall/model.ts';

/** How a canvas in mm lies in the editor, CSS px. */
export type CanvasView = {
  readonly scale: number;
  readonly originXMm: number;
  readonly originYMm: number;
  readonly widthPx: number;
  readonly heightPx: number;
};

/** The whole canvas with its bezels, as large as the box allows. */
export function canvasView(canvas: Canvas, box: { widthPx: number; heightPx: number }): CanvasView {
  const edgeMm = Math.max(0, ...canvas.displays.map(({ bezelMm }) => bezelMm)) + 12;
  const wide = canvas.area.widthMm + 2 * edgeMm;
  const high = canvas.area.heightMm + 2 * edgeMm;
  const scale = Math.max(0, Math.min(box.widthPx / wide, box.heightPx / high));
  return {
    scale,
    originXMm: canvas.area.xMm - edgeMm,
    originYMm: canvas.area.yMm - edgeMm,
    widthPx: wide * scale,
    heightPx: high * scale,
  };
}

/** Where an area lies in the view. */
export function boxOf(area: Area, { scale, originXMm, originYMm }: CanvasView) {
  return {
    left: (area.xMm - originXMm) * scale,
    top: (area.yMm - originYMm) * scale,
    width: area.widthMm * scale,
    height: area.heightMm * scale,
  };
}

/** The point of the canvas (mm) under a point of the page. */
export function pointOf(
  event: { readonly clientX: number; readonly clientY: number },
  element: Element,
  { scale, originXMm, originYMm }: CanvasView,
): { readonly xMm: number; readonly yMm: number } {
  const { left, top } = element.getBoundingClientRect();
  return {
    xMm: originXMm + (event.clientX - left) / scale,
    yMm: originYMm + (event.clientY - top) / scale,
  };
}
