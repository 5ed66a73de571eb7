import { leastFloors } from '../../domain/wall/leastRoom.ts';
import type { TileBody } from '../ui/faceLayout.ts';
import { linePx } from '../ui/tileLayout.ts';

/** Between rows, below the last one, and above and below the words of a row together. */
const ROW_GAP_EM = 0.35;

type Pages = {
  readonly columns: number;
  readonly columnPx: number;
  readonly perPage: number;
  /** So many lie one above the other on a page that is full. */
  readonly high: number;
  readonly tall: boolean;
};

/**
 * Two lines a row where all cameras fit so, else one, else one and pages; as many columns as hold the longest row in one
 * line (`widestPx`): a name cut short may be that of two cameras.
 */
export function cameraPages(
  body: Pick<TileBody, 'widthPx' | 'heightPx'>,
  { floorPx, widestPx }: { readonly floorPx: number; readonly widestPx: number },
  count: number,
): Pages {
  const gap = ROW_GAP_EM * floorPx;
  const leastPx = Math.max(leastFloors.list.wide * floorPx, widestPx);
  const columns = Math.max(1, Math.floor((body.widthPx + gap) / (leastPx + gap)));
  const columnPx = (body.widthPx - (columns - 1) * gap) / columns;
  const highest = (lines: number): number =>
    Math.max(1, Math.floor(body.heightPx / (lines * linePx(floorPx) + 2 * gap)));
  const tall = count <= columns * highest(2);
  const high = highest(tall ? 2 : 1);
  return { columns, columnPx, perPage: Math.min(count, columns * high), high, tall };
}
