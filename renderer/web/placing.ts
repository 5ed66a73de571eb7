import type { WebPlace, WindowRect } from '../../domain/web/model.ts';

/** Where a page's box lies in its window, measured by the browser: everything above it already turned and scaled. */
export type Box = {
  readonly page: WindowRect;
  /** Its display's picture in this window: a page on the edge shows no further. */
  readonly display: WindowRect;
  /** Window px for one px of the tile. */
  readonly scale: number;
  /** What lies over tiles now: banners, marks, covers, stills. */
  readonly over: readonly WindowRect[];
  readonly seen: boolean;
  /** Its display is turned by the product itself: a page from outside cannot be. */
  readonly turned: boolean;
};

/** The part that two rectangles have in common; without size when they have none. */
export function common(a: WindowRect, b: WindowRect): WindowRect {
  const xPx = Math.max(a.xPx, b.xPx);
  const yPx = Math.max(a.yPx, b.yPx);
  return {
    xPx,
    yPx,
    widthPx: Math.max(0, Math.min(a.xPx + a.widthPx, b.xPx + b.widthPx) - xPx),
    heightPx: Math.max(0, Math.min(a.yPx + a.heightPx, b.yPx + b.heightPx) - yPx),
  };
}

function isSomething({ widthPx, heightPx }: WindowRect): boolean {
  return widthPx >= 1 && heightPx >= 1;
}

/**
 * Where the shell puts a page. It stands above everything of the window's own page: under a banner, a mark, a cover or a
 * turned display it must give way to its still, or it would hide them.
 */
export function placeOf(
  view: Pick<WebPlace, 'viewId' | 'url' | 'zoom' | 'reloadMinutes'>,
  box: Box,
): WebPlace & { readonly covered: boolean } {
  const clip = common(box.page, box.display);
  const covered = box.turned || box.over.some((rect) => isSomething(common(clip, rect)));
  const seen = box.seen && !covered && isSomething(clip);
  return { ...view, zoom: view.zoom * box.scale, area: box.page, clip, seen, covered };
}
