import { isOn, type PxPoint, type PxRect } from './mercator.ts';

/** A text that wants to stand near its anchor; the first in the list chooses first. */
export type LabelWish = {
  readonly id: string;
  readonly anchor: PxPoint;
  readonly widthPx: number;
  readonly heightPx: number;
  /** `over`: on its anchor or nowhere. `beside`: next to it. `reaching`: further away with a line, rather than not at all. */
  readonly stands: 'over' | 'beside' | 'reaching';
  /** Room between anchor and text. */
  readonly gap: { readonly acrossPx: number; readonly downPx: number };
  /** Clear room around the text that no later text enters. */
  readonly marginPx: number;
  /** Where it finds no free place, it covers what yields and stands in the midst of the data. */
  readonly insists?: boolean;
};

export type PlacedLabel = PxRect & {
  readonly id: string;
  readonly anchor: PxPoint;
  /** The text stands apart from its anchor: draw a line between them. */
  readonly apart: boolean;
};

export type LabelRoom = {
  /** Texts stay wholly on it. */
  readonly area: PxRect;
  /** Nothing covers these. */
  readonly obstacles: readonly PxRect[];
  /** Only a text that insists covers these. */
  readonly yielding?: readonly PxRect[];
  /** Where the data lies: a text that stands apart stays out of it. */
  readonly core?: PxRect;
};

type Direction = readonly [across: number, down: number];
type Place = PxRect & { readonly apart: boolean };

const SIDES: readonly Direction[] = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
  [1, 1],
  [1, -1],
  [-1, 1],
  [-1, -1],
];

/** Sides first, then the directions between them. */
const ROUND: readonly Direction[] = [
  ...SIDES,
  ...[-0.6, -0.3, 0.3, 0.6].flatMap((part): readonly Direction[] => [
    [1, part],
    [-1, part],
    [part, 1],
    [part, -1],
  ]),
];

/** In gaps from the anchor: a longer line would tear a text from its place. */
const REACHES = [1, 1.5, 2, 3, 4, 5, 6, 7, 8];

function meet(a: PxRect, b: PxRect, marginPx: number): boolean {
  return (
    a.xPx < b.xPx + b.widthPx + marginPx &&
    b.xPx < a.xPx + a.widthPx + marginPx &&
    a.yPx < b.yPx + b.heightPx + marginPx &&
    b.yPx < a.yPx + a.heightPx + marginPx
  );
}

function inside(outer: PxRect, inner: PxRect): boolean {
  return (
    isOn(outer, inner) && isOn(outer, { xPx: inner.xPx + inner.widthPx, yPx: inner.yPx + inner.heightPx })
  );
}

/** The point of a text's box that is nearest to its anchor: its line ends there. */
export function nearestEdge({ xPx, yPx, widthPx, heightPx }: PxRect, to: PxPoint): PxPoint {
  return {
    xPx: Math.min(Math.max(to.xPx, xPx), xPx + widthPx),
    yPx: Math.min(Math.max(to.yPx, yPx), yPx + heightPx),
  };
}

/** True when the straight line from `a` to `b` touches the rectangle. */
export function crosses(a: PxPoint, b: PxPoint, rect: PxRect): boolean {
  let from = 0;
  let to = 1;
  const axes = [
    [a.xPx, b.xPx - a.xPx, rect.xPx, rect.xPx + rect.widthPx],
    [a.yPx, b.yPx - a.yPx, rect.yPx, rect.yPx + rect.heightPx],
  ] as const;
  for (const [start, step, low, high] of axes) {
    if (step === 0) {
      if (start < low || start > high) return false;
      continue;
    }
    const first = (low - start) / step;
    const last = (high - start) / step;
    from = Math.max(from, Math.min(first, last));
    to = Math.min(to, Math.max(first, last));
  }
  return from <= to;
}

/** On which side of the way from `a` to `b` a point lies: positive, negative, or 0 on it. */
function sideOf(a: PxPoint, b: PxPoint, { xPx, yPx }: PxPoint): number {
  return Math.sign((b.xPx - a.xPx) * (yPx - a.yPx) - (b.yPx - a.yPx) * (xPx - a.xPx));
}

type Line = readonly [from: PxPoint, to: PxPoint];

/** True when two straight lines cross; lines that only touch do not. */
export function linesCross([a, b]: Line, [c, d]: Line): boolean {
  return sideOf(a, b, c) * sideOf(a, b, d) < 0 && sideOf(c, d, a) * sideOf(c, d, b) < 0;
}

function beside(wish: LabelWish, [across, down]: Direction, reach: number): PxRect {
  const { anchor, widthPx, heightPx, gap } = wish;
  return {
    xPx: anchor.xPx - widthPx / 2 + across * (widthPx / 2 + gap.acrossPx * reach),
    yPx: anchor.yPx - heightPx / 2 + down * (heightPx / 2 + gap.downPx * reach),
    widthPx,
    heightPx,
  };
}

function places(wish: LabelWish): readonly Place[] {
  if (wish.stands === 'over') return [{ ...beside(wish, [0, 0], 0), apart: false }];
  if (wish.stands === 'beside') return SIDES.map((side) => ({ ...beside(wish, side, 1), apart: false }));
  return REACHES.flatMap((reach) =>
    ROUND.map((side) => ({ ...beside(wish, side, reach), apart: reach > 1 })),
  );
}

type Around = { readonly obstacles: readonly PxRect[]; readonly placed: readonly PlacedLabel[] };

/** A text covers nobody's line, and its own line crosses no text, no other line and nothing that is not at its anchor. */
function leads(wish: LabelWish, place: Place, { obstacles, placed }: Around): boolean {
  const lines = placed
    .filter(({ apart }) => apart)
    .map((other): Line => [other.anchor, nearestEdge(other, other.anchor)]);
  if (lines.some(([from, to]) => crosses(from, to, place))) return false;
  if (!place.apart) return true;
  const end = nearestEdge(place, wish.anchor);
  if (lines.some((line) => linesCross(line, [wish.anchor, end]))) return false;
  const others = obstacles.filter((obstacle) => !isOn(obstacle, wish.anchor));
  return ![...placed, ...others].some((other) => crosses(wish.anchor, end, other));
}

function freePlaces(wish: LabelWish, area: PxRect, { obstacles, placed }: Around): readonly Place[] {
  return places(wish).filter(
    (one) =>
      inside(area, one) &&
      !obstacles.some((obstacle) => meet(one, obstacle, 0)) &&
      !placed.some((other) => meet(one, other, wish.marginPx)) &&
      leads(wish, one, { obstacles, placed }),
  );
}

function place(wish: LabelWish, room: LabelRoom, placed: readonly PlacedLabel[]): Place | undefined {
  const { area, core, obstacles, yielding = [] } = room;
  const best = (free: readonly Place[]): Place | undefined =>
    core === undefined || wish.stands !== 'reaching'
      ? free[0]
      : (free.find((one) => !meet(one, core, 0)) ?? free.find((one) => !one.apart));
  const found = best(freePlaces(wish, area, { obstacles: [...obstacles, ...yielding], placed }));
  if (found || wish.insists !== true) return found;
  const free = freePlaces(wish, area, { obstacles, placed });
  return best(free) ?? free[0];
}

/**
 * Places texts one after the other: wholly on the area, clear of obstacles and of each other. A text without a free place
 * is left out, and so is one whose anchor lies outside the area: another display shows it.
 */
export function placeLabels(wishes: readonly LabelWish[], room: LabelRoom): readonly PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  for (const wish of wishes) {
    const found = isOn(room.area, wish.anchor) ? place(wish, room, placed) : undefined;
    if (found) placed.push({ id: wish.id, anchor: wish.anchor, ...found });
  }
  return placed;
}
