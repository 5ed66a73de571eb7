import type { PxRect, PxSize } from '../../domain/map/mercator.ts';

/** What stands on the map besides the map: in parts of the floor of type. */
const EDGE_EM = 0.5;
const LEGEND_WIDTH_EM = 11.2;
/** In one row, where the tile is so wide: four marks with their counts, and what is outside. */
const COMPACT_LEGEND_EM = 14;
/** With more than the severities and the word for samples: longer words, and thousands of cameras. */
const LAYERS_LEGEND = { fromRows: 6, widthEm: 13 };
const LEGEND_ROW_EM = 1.5;
const LEGEND_PADDING_EM = 0.8;
/** Room for the country, and beside the archipelagos for their names in three lines each. */
const INSET_EM = { width: 12.7, height: 8.4 };
/** A smaller tile has no room for words in the legend, nor for the inset. */
const ROOMY_EM = { width: 26, height: 15 };

/** A tile that shows marks and counts alone, and no names in an inset. */
export function isCompact({ widthPx, heightPx }: PxSize, floorPx: number): boolean {
  return widthPx < ROOMY_EM.width * floorPx || heightPx < ROOMY_EM.height * floorPx;
}

/** Height that a compact legend takes from the map, px. */
export function compactLegendPx(floorPx: number): number {
  return (LEGEND_ROW_EM + LEGEND_PADDING_EM + EDGE_EM) * floorPx;
}

/** Whether a legend of so many rows leaves the map above it in sight. */
export function legendFits(rows: number, { heightPx }: PxSize, floorPx: number): boolean {
  return rows * LEGEND_ROW_EM + LEGEND_PADDING_EM + 2 * EDGE_EM <= heightPx / floorPx;
}

export type Furniture = {
  /** Marks and counts only, in one row. */
  readonly compact: boolean;
  readonly legend: PxRect;
  readonly inset: PxRect | null;
};

/** Legend bottom left, inset bottom right, within what head and foot of the tile leave clear. */
export function furniture(request: {
  readonly clear: PxRect;
  readonly compact: boolean;
  readonly floorPx: number;
  readonly legendRows: number;
  readonly needsInset: boolean;
}): Furniture {
  const { clear, floorPx, compact, needsInset } = request;
  const edge = EDGE_EM * floorPx;
  const right = clear.xPx + clear.widthPx - edge;
  const bottom = clear.yPx + clear.heightPx - edge;
  const rows = compact ? 1 : request.legendRows;
  const widthPx = (rows >= LAYERS_LEGEND.fromRows ? LAYERS_LEGEND.widthEm : LEGEND_WIDTH_EM) * floorPx;
  const legend = {
    widthPx: compact
      ? Math.max(widthPx, Math.min(COMPACT_LEGEND_EM * floorPx, clear.widthPx - 2 * edge))
      : widthPx,
    heightPx: (rows * LEGEND_ROW_EM + LEGEND_PADDING_EM) * floorPx,
  };
  const inset = { widthPx: INSET_EM.width * floorPx, heightPx: INSET_EM.height * floorPx };
  return {
    compact,
    legend: { xPx: clear.xPx + edge, yPx: bottom - legend.heightPx, ...legend },
    inset:
      needsInset && !compact ? { xPx: right - inset.widthPx, yPx: bottom - inset.heightPx, ...inset } : null,
  };
}
