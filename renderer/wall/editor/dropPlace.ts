import { pointOf, type CanvasView } from './canvasView.ts';

let place: { readonly element: HTMLElement; readonly view: CanvasView } | null = null;

/** Where tiles of the palette can be dropped now. */
export function setDropPlace(element: HTMLElement | null, view: CanvasView): () => void {
  place = element && { element, view };
  return () => {
    place = null;
  };
}

/** The point of the canvas (mm) under a point of the page; undefined beside the canvas. */
export function dropPoint(event: {
  readonly clientX: number;
  readonly clientY: number;
}): { readonly xMm: number; readonly yMm: number } | undefined {
  if (place === null) return undefined;
  const { left, top, right, bottom } = place.element.getBoundingClientRect();
  const inside =
    event.clientX >= left && event.clientX <= right && event.clientY >= top && event.clientY <= bottom;
  return inside ? pointOf(event, place.element, place.view) : undefined;
}
