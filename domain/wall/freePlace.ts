import { around, contains, overlaps } from './area.ts';
import { TILE_GAP_MM } from './layout.ts';
import type { Area, Canvas, Display, Scene, Tile } from './model.ts';

type Size = Pick<Area, 'widthMm' | 'heightMm'>;

function inset({ xMm, yMm, widthMm, heightMm }: Area, mm: number): Area {
  return { xMm: xMm + mm, yMm: yMm + mm, widthMm: widthMm - 2 * mm, heightMm: heightMm - 2 * mm };
}

function baseAreas(scene: Scene, within: Area): readonly Area[] {
  return Object.values(scene.tiles)
    .filter(({ layer, area }) => layer === 'base' && overlaps(area, within))
    .map(({ area }) => area);
}

/** The base tiles that stand in the way within an area, each with the gap around it. */
function inTheWay(scene: Scene, within: Area): readonly Area[] {
  return baseAreas(scene, within).map((area) => inset(area, -TILE_GAP_MM));
}

function fitsAt(display: Display, scene: Scene, size: Size): Area | undefined {
  const within = inset(display.area, TILE_GAP_MM);
  const taken = inTheWay(scene, display.area);
  const xs = [within.xMm, ...taken.map(({ xMm, widthMm }) => xMm + widthMm)].sort((a, b) => a - b);
  const ys = [within.yMm, ...taken.map(({ yMm, heightMm }) => yMm + heightMm)].sort((a, b) => a - b);
  for (const yMm of ys) {
    for (const xMm of xs) {
      const area = { xMm, yMm, ...size };
      if (contains(within, area) && !taken.some((other) => overlaps(other, area))) return area;
    }
  }
  return undefined;
}

/** Displays in the order in which people look for room: the one they chose, then by number. */
function inOrder(canvas: Canvas, firstId: string | undefined): readonly Display[] {
  return [...canvas.displays].sort(
    (a, b) => Number(b.id === firstId) - Number(a.id === firstId) || a.order - b.order,
  );
}

/** The first free place for a tile of this size: row by row on the chosen display, then on the others. */
export function freePlace(
  canvas: Canvas,
  scene: Scene,
  size: Size,
  displayId: string | undefined,
): Area | undefined {
  for (const display of inOrder(canvas, displayId)) {
    const found = fitsAt(display, scene, size);
    if (found) return found;
  }
  return undefined;
}

type Span = { readonly from: number; readonly to: number };

/** The widest span of `whole` that none of the others touches. */
function widestGap(whole: Span, others: readonly Span[]): Span {
  let widest: Span = { from: whole.from, to: whole.from };
  let from = whole.from;
  const take = (to: number): void => {
    if (to - from > widest.to - widest.from) widest = { from, to };
  };
  for (const other of [...others].sort((a, b) => a.from - b.from)) {
    take(Math.min(other.from, whole.to));
    from = Math.max(from, other.to);
  }
  take(whole.to);
  return widest;
}

/** The largest free rectangle of a display, or undefined where there is none. */
export function largestFree(display: Display, scene: Scene): Area | undefined {
  const within = inset(display.area, TILE_GAP_MM);
  const taken = inTheWay(scene, display.area);
  const right = within.xMm + within.widthMm;
  const starts = [within.xMm, ...taken.map(({ xMm, widthMm }) => xMm + widthMm)];
  const ends = [right, ...taken.map(({ xMm }) => xMm)];
  let best: Area | undefined;
  for (const xMm of starts) {
    for (const end of ends) {
      if (end <= xMm || end > right || xMm < within.xMm) continue;
      const strip = { ...within, xMm, widthMm: end - xMm };
      const spans = taken
        .filter((other) => overlaps(other, strip))
        .map(({ yMm, heightMm }) => ({ from: yMm, to: yMm + heightMm }));
      const gap = widestGap({ from: within.yMm, to: within.yMm + within.heightMm }, spans);
      const area = { xMm, yMm: gap.from, widthMm: end - xMm, heightMm: gap.to - gap.from };
      if (area.widthMm * area.heightMm > (best ? best.widthMm * best.heightMm : 0)) best = area;
    }
  }
  return best;
}

/** Where the tile may grow to: the displays that it lies on. */
function homeOf(canvas: Canvas, tile: Tile): Area {
  const on = canvas.displays.filter(({ area }) => overlaps(area, tile.area)).map(({ area }) => area);
  return on.length === 0 ? canvas.area : inset(around(on), TILE_GAP_MM);
}

function grownAlong(area: Area, home: Area, taken: readonly Area[], axis: 'across' | 'down'): Area {
  const across = axis === 'across';
  const strip = across
    ? { ...area, xMm: home.xMm, widthMm: home.widthMm }
    : { ...area, yMm: home.yMm, heightMm: home.heightMm };
  const beside = taken.filter((other) => overlaps(inset(other, -TILE_GAP_MM), strip));
  const start = (of: Area): number => (across ? of.xMm : of.yMm);
  const end = (of: Area): number => (across ? of.xMm + of.widthMm : of.yMm + of.heightMm);
  const before = beside.map(end).filter((mm) => mm <= start(area) + 0.01);
  const after = beside.map(start).filter((mm) => mm >= end(area) - 0.01);
  const from = Math.min(start(area), Math.max(start(home), ...before.map((mm) => mm + TILE_GAP_MM)));
  const to = Math.max(end(area), Math.min(end(home), ...after.map((mm) => mm - TILE_GAP_MM)));
  return across ? { ...area, xMm: from, widthMm: to - from } : { ...area, yMm: from, heightMm: to - from };
}

/** The largest area that a tile could take without moving another one: it grows both ways, the better way first. */
export function grown(canvas: Canvas, scene: Scene, tile: Tile): Area {
  const home = homeOf(canvas, tile);
  const taken =
    tile.layer === 'base'
      ? baseAreas(scene, around([home, tile.area])).filter((area) => area !== tile.area)
      : [];
  const ways = (['across', 'down'] as const).map((first) => {
    const second = first === 'across' ? 'down' : 'across';
    return grownAlong(grownAlong(tile.area, home, taken, first), home, taken, second);
  });
  return ways.reduce((best, area) =>
    area.widthMm * area.heightMm > best.widthMm * best.heightMm ? area : best,
  );
}
