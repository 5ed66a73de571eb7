import { overlaps } from '../../../domain/wall/area.ts';
import {
  arcMinutes,
  capHeight,
  fittingArc,
  FLOOR_ARC_MINUTES,
  heightForArcMm,
  pitchMm,
} from '../../../domain/wall/legibility.ts';
import type { Area, Canvas, Display, Tile } from '../../../domain/wall/model.ts';
import { tileType } from '../../panels/editing.ts';
import type { EditingRoom } from '../../panels/editingDefinition.ts';
import { floorFontPx } from '../../ui/typeScale.ts';
import { rectOn } from '../tilePlacement.ts';

/** How large the type of a tile is for the farthest seat, minutes of arc of its capitals. */
export type Reading = {
  /** The smallest text that the tile shows; under the floor: what would fit if it were allowed. */
  readonly textArc: number;
  readonly numberArc: number | null;
};

type On = { readonly display: Display; readonly canvas: Canvas };

function typeAt(tile: Tile, { display, canvas }: On, minutes: number, room: EditingRoom) {
  const { widthPx, heightPx } = rectOn(display, tile);
  const capPx = heightForArcMm(minutes, canvas.seatDistanceMm) / pitchMm(display);
  return tileType(tile.panel, { widthPx, heightPx, floorPx: floorFontPx(capPx) }, room);
}

function arcOf(fontPx: number, cap: number, { display, canvas }: On): number {
  return arcMinutes(fontPx * cap * pitchMm(display), canvas.seatDistanceMm);
}

function readingOn(tile: Tile, on: On, room: EditingRoom): Reading {
  const { textPx, numberPx, whole } = typeAt(tile, on, FLOOR_ARC_MINUTES, room);
  if (whole) {
    const numberArc = numberPx === null ? null : arcOf(numberPx, capHeight.numbers, on);
    return { textArc: arcOf(textPx, capHeight.text, on), numberArc };
  }
  return { textArc: fittingArc((minutes) => typeAt(tile, on, minutes, room).whole), numberArc: null };
}

/** The reading on the display where the tile is hardest to read; null off all displays. */
export function tileReading(canvas: Canvas, tile: Tile, room: EditingRoom): Reading | null {
  const readings = canvas.displays
    .filter(({ area }) => overlaps(area, tile.area))
    .map((display) => readingOn(tile, { display, canvas }, room));
  return readings.sort((a, b) => a.textArc - b.textArc)[0] ?? null;
}

/** False when what the tile is there to say would need smaller type than the farthest seat reads. */
export function isLegible(reading: Reading | null): boolean {
  return reading === null || reading.textArc >= FLOOR_ARC_MINUTES - 0.01;
}

function between(from: Area, to: Area, part: number): Area {
  const mix = (a: number, b: number): number => a + (b - a) * part;
  const [right, bottom] = [from.xMm + from.widthMm, from.yMm + from.heightMm];
  const xMm = Math.floor(mix(from.xMm, to.xMm));
  const yMm = Math.floor(mix(from.yMm, to.yMm));
  return {
    xMm: Math.max(xMm, to.xMm),
    yMm: Math.max(yMm, to.yMm),
    widthMm: mix(right, to.xMm + to.widthMm) - Math.max(xMm, to.xMm),
    heightMm: mix(bottom, to.yMm + to.heightMm) - Math.max(yMm, to.yMm),
  };
}

/** The least that the tile must grow towards `limit` to be legible; undefined when even the limit is too small. */
export function grownToLegible(canvas: Canvas, tile: Tile, limit: Area, room: EditingRoom): Area | undefined {
  const legible = (area: Area): boolean => isLegible(tileReading(canvas, { ...tile, area }, room));
  const steps = 16;
  for (let step = 0; step <= steps; step += 1) {
    const area = between(tile.area, limit, step / steps);
    if (legible(area)) return area;
  }
  return undefined;
}
