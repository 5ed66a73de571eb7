import type { CameraGridSpec } from './tileSpec.ts';
import { MOST_CELLS } from './gridLimits.ts';

export type GridShape = { readonly columns: number; readonly rows: number };
type SizeMm = { readonly widthMm: number; readonly heightMm: number };

/** Narrow between cells: a grid reads as one picture, mm. */
export const CELL_GAP_MM = 4;
/** A cell smaller than this, in heights of the smallest capitals that the farthest seat reads, has no room for a name. */
const LEAST_CELL = { wide: 12.5, high: 7 } as const;
const PICTURE_RATIO = 16 / 9;

function cellOf({ widthMm, heightMm }: SizeMm, { columns, rows }: GridShape): SizeMm {
  return {
    widthMm: (widthMm - (columns - 1) * CELL_GAP_MM) / columns,
    heightMm: (heightMm - (rows - 1) * CELL_GAP_MM) / rows,
  };
}

/** How wide a whole picture is in a cell, mm. */
function pictureMm({ widthMm, heightMm }: SizeMm): number {
  return Math.min(widthMm, heightMm * PICTURE_RATIO);
}

function everyShape(): readonly GridShape[] {
  const sides = Array.from({ length: MOST_CELLS }, (_, index) => index + 1);
  return sides.flatMap((columns) =>
    sides.filter((rows) => rows * columns <= MOST_CELLS).map((rows) => ({ columns, rows })),
  );
}
const shapes = everyShape();

/**
 * Columns and rows of a grid: those that were chosen; else as many cells as there are cameras and the farthest seat can
 * read the names of, and of these the shape with the largest pictures. `capitalMm`: the smallest capitals that it reads.
 */
export function gridShape(
  chosen: CameraGridSpec['cells'],
  size: SizeMm,
  { cameras, capitalMm }: { readonly cameras: number; readonly capitalMm: number },
): GridShape {
  if (chosen !== undefined) return { columns: chosen[0], rows: chosen[1] };
  const readable = shapes.filter((shape) => {
    const cell = cellOf(size, shape);
    return cell.widthMm >= LEAST_CELL.wide * capitalMm && cell.heightMm >= LEAST_CELL.high * capitalMm;
  });
  const shown = ({ columns, rows }: GridShape): number => Math.min(Math.max(1, cameras), columns * rows);
  const best = readable.sort(
    (a, b) =>
      shown(b) - shown(a) ||
      pictureMm(cellOf(size, b)) - pictureMm(cellOf(size, a)) ||
      a.columns * a.rows - b.columns * b.rows,
  )[0];
  return best ?? { columns: 1, rows: 1 };
}

/** How a tile goes round: moved by hand to `page` at `at` (epoch ms), and from there by the clock unless it is paused. */
export type Turn = { readonly page: number; readonly at: number; readonly paused: boolean };

/** The next page's cameras are connected so long before they are shown, ms. */
export const PREPARE_MS = 2_500;

/** Milliseconds on the tile's own clock: the same in every window, for all read one clock and one turn. */
function turnedMs(turn: Turn | null, dwellMs: number, now: number): number {
  if (turn === null) return now;
  return turn.page * dwellMs + (turn.paused ? 0 : Math.max(0, now - turn.at));
}

/** Turns since the beginning; a tile that goes round n pages shows this modulo n. */
export function turnsAt(turn: Turn | null, dwellMs: number, now: number): number {
  return Math.floor(turnedMs(turn, dwellMs, now) / dwellMs);
}

function cycled(value: number, of: number): number {
  return ((value % of) + of) % of;
}

type Cells = readonly (string | null)[];

function padded(ids: readonly string[], count: number): Cells {
  return Array.from({ length: count }, (_, index) => ids[index] ?? null);
}

/** One cell after the other changes, so that never more than one picture is new. */
function cellsInTurn(ids: readonly string[], count: number, ms: number, dwellMs: number): Cells {
  return Array.from({ length: count }, (_, cell) => {
    const share = ids.filter((_id, index) => index % count === cell);
    const early = (cell * dwellMs) / count;
    return share[cycled(Math.floor((ms + early) / dwellMs), share.length || 1)] ?? null;
  });
}

/** What a grid shows: its cells row by row, and what it will show in a moment. */
export type GridView = GridShape & {
  readonly cells: Cells;
  /** To be connected by now, though not shown yet. */
  readonly soon: Cells;
  /** From 0. */
  readonly page: number;
  readonly pages: number;
};

/** What a grid shows now. `forward`: the cells as activity ordered them; empty while nothing goes on. */
export function gridView(
  spec: Pick<CameraGridSpec, 'turn' | 'dwellS' | 'order'>,
  shape: GridShape,
  at: {
    readonly cameraIds: readonly string[];
    readonly turn: Turn | null;
    readonly forward: readonly string[];
    readonly now: number;
  },
): GridView {
  const { cameraIds, turn, forward, now } = at;
  const count = shape.columns * shape.rows;
  const dwellMs = spec.dwellS * 1_000;
  const pages = Math.max(1, Math.ceil(cameraIds.length / count));
  if (spec.order === 'activity') {
    const cells = padded(forward.length > 0 ? forward : cameraIds, count);
    return { ...shape, cells, soon: cells, page: 0, pages: 1 };
  }
  const soonAt = turn?.paused ? now : now + PREPARE_MS;
  const page = cycled(turnsAt(turn, dwellMs, now), pages);
  const cellsAt = (when: number): Cells => {
    const ms = turnedMs(turn, dwellMs, when);
    if (spec.turn === 'cell') return cellsInTurn(cameraIds, count, ms, dwellMs);
    const from = cycled(Math.floor(ms / dwellMs), pages) * count;
    return padded(cameraIds.slice(from, from + count), count);
  };
  return { ...shape, cells: cellsAt(now), soon: cellsAt(soonAt), page, pages };
}
