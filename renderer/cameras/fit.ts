export type Size = { readonly widthPx: number; readonly heightPx: number };

/** A picture may lose this part of its width or height to fill its tile; more would cut what a camera is there to see. */
const MAY_LOSE = 0.08;

/** Fills the tile where that costs next to nothing, else shows the whole picture; it is never distorted. */
export function fitOf(tile: Size, picture: Size): 'cover' | 'contain' {
  const ratio = (tile.widthPx * picture.heightPx) / (tile.heightPx * picture.widthPx);
  return Math.min(ratio, 1 / ratio) >= 1 - MAY_LOSE ? 'cover' : 'contain';
}
