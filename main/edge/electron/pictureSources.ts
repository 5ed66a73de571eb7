import type { Rectangle, WebContents } from 'electron';
import { fitIn, placeIn } from '../../../domain/wall/fit.ts';
import type { Canvas } from '../../../domain/wall/model.ts';
import type { Windows } from './windows.ts';

/** A display's place inside its window, CSS px; null when it fills the window. */
export type PictureSource = {
  readonly displayId: string;
  readonly contents: WebContents;
  readonly area: Rectangle | null;
  /** How wide its picture is: the more displays the console shows, the smaller it shows each, px. */
  readonly widthPx: number;
};

const WIDTH_PX = { most: 640, least: 240, inAll: 1_280 } as const;

function widthOf(displays: number): number {
  return Math.round(Math.min(WIDTH_PX.most, Math.max(WIDTH_PX.least, WIDTH_PX.inAll / Math.sqrt(displays))));
}

type Size = { readonly width: number; readonly height: number };

/** Where each of a window's displays is painted inside it, CSS px; the same fit as the wall window's own. */
function placesIn(canvas: Canvas, displayIds: readonly string[], size: Size): ReadonlyMap<string, Rectangle> {
  const displays = canvas.displays.filter(({ id }) => displayIds.includes(id));
  const fit = fitIn(displays, { widthPx: size.width, heightPx: size.height });
  const place = (display: Canvas['displays'][number]): Rectangle => {
    const { xPx, yPx, widthPx, heightPx } = placeIn(fit, display);
    return {
      x: Math.round(xPx),
      y: Math.round(yPx),
      width: Math.round(widthPx),
      height: Math.round(heightPx),
    };
  };
  return new Map(displays.map((display) => [display.id, place(display)]));
}

/** Which window, and which part of it, is the picture of each display. */
export function pictureSources(windows: Windows, canvas: Canvas): readonly PictureSource[] {
  const widthPx = widthOf(canvas.displays.length);
  return windows.all().flatMap(({ window, page, identity }) => {
    const only = identity.displayIds.length === 1;
    const [width = 0, height = 0] = window.isDestroyed() ? [] : window.getContentSize();
    const places = only ? undefined : placesIn(canvas, identity.displayIds, { width, height });
    return identity.displayIds.map((displayId) => ({
      displayId,
      contents: page.contents,
      area: places?.get(displayId) ?? null,
      widthPx,
    }));
  });
}
