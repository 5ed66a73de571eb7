import { linePx } from '../ui/tileLayout.ts';
import { stepPx } from '../ui/typeScale.ts';

export type ListLayout = {
  /** Font size of the rows, px. */
  readonly fontPx: number;
  /** Rows shown, from the gravest. */
  readonly shown: number;
  /** Of these, so many from the top have place and state on a second line. */
  readonly twoLines: number;
  /** Open incidents that are not shown. */
  readonly hidden: number;
  readonly padPx: number;
  readonly gapPx: number;
  /** On a narrow tile a row is its title on two lines and one line for the rest. */
  readonly narrow: boolean;
};

/** What is there to list; `mayGrow` where every row would still say all of it in larger type. */
type Wanted = { readonly open: number; readonly max: number; readonly mayGrow: boolean };

type Room = { readonly widthPx: number; readonly heightPx: number; readonly floorPx: number };

const NARROW = 24;

function spaces(floorPx: number) {
  return { padPx: Math.round(floorPx * 0.1), gapPx: Math.round(floorPx * 0.12) };
}

/** Height that a row of `lines` lines takes with its gap, px. */
function rowPx(lines: number, fontPx: number, floorPx: number): number {
  const { padPx, gapPx } = spaces(floorPx);
  return lines * linePx(fontPx) + 2 * padPx + gapPx;
}

/**
 * How many incidents a tile shows, and which of them with place and state on a second line: all if they fit, else the
 * gravest. Type may grow one step when few incidents leave room.
 */
export function listLayout(room: Room, { open, max, mayGrow }: Wanted): ListLayout {
  const { floorPx } = room;
  const heightPx = room.heightPx + spaces(floorPx).gapPx;
  const wanted = Math.min(open, max);
  const narrow = room.widthPx < NARROW * floorPx;
  const rest = { ...spaces(floorPx), narrow };
  if (narrow) {
    const shown = Math.max(1, Math.min(wanted, Math.floor(heightPx / rowPx(3, floorPx, floorPx))));
    return { ...rest, fontPx: floorPx, shown, twoLines: 0, hidden: open - shown };
  }
  const larger = stepPx(floorPx, 1);
  if (mayGrow && open <= max && wanted * rowPx(2, larger, floorPx) <= heightPx) {
    return { ...rest, fontPx: larger, shown: wanted, twoLines: wanted, hidden: 0 };
  }
  const one = rowPx(1, floorPx, floorPx);
  const shown = Math.max(1, Math.min(wanted, Math.floor(heightPx / one)));
  const twoLines = Math.max(0, Math.min(shown, Math.floor((heightPx - shown * one) / linePx(floorPx))));
  return { ...rest, fontPx: floorPx, shown, twoLines, hidden: open - shown };
}
