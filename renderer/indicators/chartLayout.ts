import { leastFloors } from '../../domain/wall/leastRoom.ts';
import type { TileBody } from '../ui/faceLayout.ts';
import { linePx } from '../ui/tileLayout.ts';

/** Numbers over a chart are read after the line: they take this part of the tile at most. */
const HEAD_SHARE = 0.3;
/** On a wide tile the number and what it stands against share one row. */
export function isWideChart(body: TileBody, floorPx: number): boolean {
  return body.widthPx >= 16 * floorPx;
}

/** How high the numbers above the chart stand, px; the chart gets the rest. */
export function chartHeadPx(body: TileBody, floorPx: number, count: number): number {
  if (count > 1) return count * linePx(floorPx);
  const line = linePx(body.layout.titlePx);
  if (isWideChart(body, floorPx))
    return Math.max(line, Math.min(Math.round(body.heightPx * 0.18), 4 * floorPx));
  const least = Math.round(floorPx * 1.6) + line;
  const wanted = Math.max(
    least,
    Math.min(Math.round(body.heightPx * HEAD_SHARE), Math.round(floorPx * 2.6) + line),
  );
  return body.heightPx - wanted < leastFloors.chart.high * floorPx ? body.heightPx : wanted;
}
