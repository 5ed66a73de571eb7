import type { PxRect } from '../../domain/map/mercator.ts';

/** Places an element on the tile. */
export function rectStyle({ xPx, yPx, widthPx, heightPx }: PxRect) {
  return { left: xPx, top: yPx, width: widthPx, height: heightPx };
}
