import { around } from './area.ts';
import type { Display } from './model.ts';

/** How a window shows several displays at once: its scale, and the corner that lies at its top left, mm. */
export type Fit = { readonly pxPerMm: number; readonly leftMm: number; readonly topMm: number };

/** The largest scale at which these displays, as they hang, fit a window of this size (CSS px). */
export function fitIn(
  displays: readonly Pick<Display, 'area'>[],
  size: { readonly widthPx: number; readonly heightPx: number },
): Fit {
  const { xMm, yMm, widthMm, heightMm } = around(displays.map(({ area }) => area));
  return { pxPerMm: Math.min(size.widthPx / widthMm, size.heightPx / heightMm), leftMm: xMm, topMm: yMm };
}

/** The largest window within this size that these displays fill without a rim, whole CSS px. */
export function filledBy(
  displays: readonly Pick<Display, 'area'>[],
  most: { readonly widthPx: number; readonly heightPx: number },
): { readonly widthPx: number; readonly heightPx: number } {
  const { pxPerMm } = fitIn(displays, most);
  const { widthMm, heightMm } = around(displays.map(({ area }) => area));
  return { widthPx: Math.round(widthMm * pxPerMm), heightPx: Math.round(heightMm * pxPerMm) };
}

/** Where a display lies in the window, CSS px. */
export function placeIn(
  { pxPerMm, leftMm, topMm }: Fit,
  { area }: Pick<Display, 'area'>,
): { readonly xPx: number; readonly yPx: number; readonly widthPx: number; readonly heightPx: number } {
  return {
    xPx: (area.xMm - leftMm) * pxPerMm,
    yPx: (area.yMm - topMm) * pxPerMm,
    widthPx: area.widthMm * pxPerMm,
    heightPx: area.heightMm * pxPerMm,
  };
}
