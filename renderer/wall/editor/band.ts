import { overlaps } from '../../../domain/wall/area.ts';
import type { Tile } from '../../../domain/wall/model.ts';
import { pointOf, type CanvasView } from './canvasView.ts';

type Band = {
  readonly canvas: HTMLElement;
  readonly view: CanvasView;
  readonly band: HTMLElement;
  readonly tiles: readonly Tile[];
  /** Tiles that the band touches; null: it was a click. */
  readonly onEnd: (ids: readonly string[] | null) => void;
};

const CLICK_PX = 3;

/** Draws a band from where the pointer went down, and tells which tiles it touches. */
export function startBand(start: PointerEvent, { canvas, view, band, tiles, onEnd }: Band): void {
  const box = canvas.getBoundingClientRect();

  function place(event: PointerEvent): void {
    const [x, y] = [start.clientX - box.left, start.clientY - box.top];
    const [toX, toY] = [event.clientX - box.left, event.clientY - box.top];
    band.hidden = false;
    band.style.left = `${Math.min(x, toX)}px`;
    band.style.top = `${Math.min(y, toY)}px`;
    band.style.width = `${Math.abs(toX - x)}px`;
    band.style.height = `${Math.abs(toY - y)}px`;
  }

  function end(event: PointerEvent): void {
    band.hidden = true;
    window.removeEventListener('pointermove', place);
    window.removeEventListener('pointerup', end);
    window.removeEventListener('pointercancel', end);
    const far = Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY);
    if (far < CLICK_PX) return onEnd(null);
    const from = pointOf(start, canvas, view);
    const to = pointOf(event, canvas, view);
    const area = {
      xMm: Math.min(from.xMm, to.xMm),
      yMm: Math.min(from.yMm, to.yMm),
      widthMm: Math.abs(to.xMm - from.xMm),
      heightMm: Math.abs(to.yMm - from.yMm),
    };
    onEnd(tiles.filter((tile) => overlaps(tile.area, area)).map(({ id }) => id));
  }

  window.addEventListener('pointermove', place);
  window.addEventListener('pointerup', end);
  window.addEventListener('pointercancel', end);
}
