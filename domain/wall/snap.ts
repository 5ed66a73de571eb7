import { TILE_GAP_MM } from './layout.ts';
import type { Area, Canvas, Tile } from './model.ts';

/** Every display has this grid of columns and rows, the gap between tiles left free, as the province's scenes are laid out. */
export const GRID_PARTS = 12;

/** Where edges like to lie along one axis, mm, ascending: upper or left edges on `starts`, lower or right ones on `ends`. */
export type AxisLines = { readonly starts: readonly number[]; readonly ends: readonly number[] };
export type SnapLines = { readonly x: AxisLines; readonly y: AxisLines };

/** The edges of a tile that the hand moves; `move` takes all four along. */
export type Grip = {
  readonly x: 'start' | 'end' | 'move' | null;
  readonly y: 'start' | 'end' | 'move' | null;
};

/** An area on its lines, and the lines to show, mm. */
export type Snapped = {
  readonly area: Area;
  readonly guides: { readonly x: number | null; readonly y: number | null };
};

type Span = { readonly from: number; readonly to: number };

const across = ({ xMm, widthMm }: Area): Span => ({ from: xMm, to: xMm + widthMm });
const down = ({ yMm, heightMm }: Area): Span => ({ from: yMm, to: yMm + heightMm });

function ascending(values: readonly number[]): readonly number[] {
  return [...new Set(values.map((value) => Math.round(value * 100) / 100))].sort((a, b) => a - b);
}

function axisLines(displays: readonly Span[], tiles: readonly Span[]): AxisLines {
  const cells = displays.flatMap(({ from, to }) => {
    const step = (to - from - TILE_GAP_MM) / GRID_PARTS;
    return Array.from({ length: GRID_PARTS }, (_cell, index) => from + TILE_GAP_MM + index * step).map(
      (start): Span => ({ from: start, to: start + step - TILE_GAP_MM }),
    );
  });
  return {
    starts: ascending([
      ...displays.map(({ from }) => from),
      ...cells.map(({ from }) => from),
      ...tiles.flatMap(({ from, to }) => [from, to, to + TILE_GAP_MM]),
    ]),
    ends: ascending([
      ...displays.map(({ to }) => to),
      ...cells.map(({ to }) => to),
      ...tiles.flatMap(({ from, to }) => [to, from, from - TILE_GAP_MM]),
    ]),
  };
}

/** The lines of a canvas: display edges, their grid, and the edges and gaps of the tiles that stay where they are. */
export function snapLines(canvas: Canvas, still: readonly Tile[]): SnapLines {
  const areas = canvas.displays.map(({ area }) => area);
  const tiles = still.map(({ area }) => area);
  return {
    x: axisLines(areas.map(across), tiles.map(across)),
    y: axisLines(areas.map(down), tiles.map(down)),
  };
}

/** The line nearest to a value, by halving; undefined when there is none within `withinMm`. */
export function nearestLine(lines: readonly number[], valueMm: number, withinMm: number): number | undefined {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle] ?? 0) < valueMm) low = middle + 1;
    else high = middle;
  }
  const near = [lines[low - 1], lines[low]].filter((line) => line !== undefined);
  const best = near.sort((a, b) => Math.abs(a - valueMm) - Math.abs(b - valueMm))[0];
  return best !== undefined && Math.abs(best - valueMm) <= withinMm ? best : undefined;
}

type SpanSnap = Span & { readonly guide: number | null };

function spanOnLines(span: Span, grip: Grip['x'], lines: AxisLines, withinMm: number): SpanSnap {
  const start = grip === 'end' || grip === null ? undefined : nearestLine(lines.starts, span.from, withinMm);
  const end = grip === 'start' || grip === null ? undefined : nearestLine(lines.ends, span.to, withinMm);
  if (grip === 'move') {
    const startOff = start === undefined ? Infinity : start - span.from;
    const endOff = end === undefined ? Infinity : end - span.to;
    const byStart = Math.abs(startOff) <= Math.abs(endOff);
    const off = byStart ? startOff : endOff;
    if (off === Infinity) return { ...span, guide: null };
    return { from: span.from + off, to: span.to + off, guide: (byStart ? start : end) ?? null };
  }
  return { from: start ?? span.from, to: end ?? span.to, guide: start ?? end ?? null };
}

/** The area with the edges that the hand holds on the nearest lines within `withinMm`; 0 snaps to nothing. */
export function snapped(area: Area, grip: Grip, lines: SnapLines, withinMm: number): Snapped {
  const x = spanOnLines(across(area), grip.x, lines.x, withinMm);
  const y = spanOnLines(down(area), grip.y, lines.y, withinMm);
  return {
    area: {
      xMm: x.from,
      yMm: y.from,
      widthMm: grip.x === 'move' ? area.widthMm : x.to - x.from,
      heightMm: grip.y === 'move' ? area.heightMm : y.to - y.from,
    },
    guides: { x: x.guide, y: y.guide },
  };
}

/** The next line after (1) or before (-1) a value, mm; the value itself at the last one. */
export function nextLine(lines: readonly number[], valueMm: number, step: 1 | -1): number {
  const beyond = lines.filter((line) => (line - valueMm) * step > 0.01);
  return (step === 1 ? beyond[0] : beyond.at(-1)) ?? valueMm;
}
