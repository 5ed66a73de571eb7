import { leastFloors } from '../../domain/wall/leastRoom.ts';
import type { TileBody } from '../ui/faceLayout.ts';
import { linePx } from '../ui/tileLayout.ts';

/** Numbers over a chart are read after the line: they take this part of the tile at most. */
const HEAD_SHARE = 0.3;
/** On a wide tile the number and what it stands against share one row. */
export function isWideChart(body: TileBody, floorPx: number): boolean {
  return body.widthPx >= 16 * floorPx;
}

/** The air between the numbers and the chart, px. */
export function chartGapPx(floorPx: number): number {
  return Math.round(floorPx * 0.2);
}

/** How high a legend of so many lines of type stands, px. */
export function legendPx(lines: number, floorPx: number): number {
  return lines * linePx(floorPx);
}

/** Whether so many entries may take two lines each and leave the chart its least. */
export function mayStack(body: TileBody, floorPx: number, count: number): boolean {
  const left = body.heightPx - legendPx(2 * count, floorPx) - chartGapPx(floorPx);
  return left >= leastFloors.chart.high * floorPx;
}

/** How high the number of a lone line stands above its chart, px; the chart gets the rest. */
export function chartHeadPx(body: TileBody, floorPx: number): number {
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
