import type { Zoom } from '../../domain/wall/looking.ts';
import type { Size } from './fit.ts';

/** Where the whole picture lies in its box, px. */
function pictureIn(box: Size, picture: Size) {
  const scale = Math.min(box.widthPx / picture.widthPx, box.heightPx / picture.heightPx);
  const [widthPx, heightPx] = [picture.widthPx * scale, picture.heightPx * scale];
  return { leftPx: (box.widthPx - widthPx) / 2, topPx: (box.heightPx - heightPx) / 2, widthPx, heightPx };
}

/** The shift that brings a point to the middle of the box; a picture that fills the box never leaves an edge of it bare. */
function shift(
  boxPx: number,
  point: number,
  edges: { readonly fromPx: number; readonly toPx: number },
): number {
  const wanted = boxPx / 2 - point;
  if (edges.toPx - edges.fromPx <= boxPx) return boxPx / 2 - (edges.fromPx + edges.toPx) / 2;
  return Math.min(-edges.fromPx, Math.max(boxPx - edges.toPx, wanted));
}

/** The CSS transform of a picture that lies whole in its box and is enlarged; the transform's origin is the box's corner. */
export function zoomTransform(box: Size, picture: Size, { x, y, scale }: Zoom): string {
  const { leftPx, topPx, widthPx, heightPx } = pictureIn(box, picture);
  const across = { fromPx: leftPx * scale, toPx: (leftPx + widthPx) * scale };
  const down = { fromPx: topPx * scale, toPx: (topPx + heightPx) * scale };
  const left = shift(box.widthPx, (leftPx + x * widthPx) * scale, across);
  const top = shift(box.heightPx, (topPx + y * heightPx) * scale, down);
  return `translate(${Math.round(left)}px, ${Math.round(top)}px) scale(${scale})`;
}
