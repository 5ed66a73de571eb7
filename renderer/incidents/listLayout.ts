import { linePx } from '../ui/tileLayout.ts';
import { stepPx } from '../ui/typeScale.ts';

export type ListLayout = {
  /** Font size of the rows, px. */
  readonly fontPx: number;
  /** Rows shown, from the gravest. */
  readonly shown: number;
  /** Of these, so many from the top stand on two lines. */
  readonly twoLines: number;
  /** Open incidents that are not shown. */
  readonly hidden: number;
  readonly padPx: number;
  readonly gapPx: number;
};

type Room = { readonly widthPx: number; readonly heightPx: number; readonly floorPx: number };

function heights(room: Room, fontPx: number) {
  const padPx = Math.round(room.floorPx * 0.1);
  const gapPx = Math.round(room.floorPx * 0.12);
  return { padPx, gapPx, one: linePx(fontPx) + 2 * padPx + gapPx, two: 2 * linePx(fontPx) + 2 * padPx + gapPx };
}

/**
 * How many incidents a tile shows, and which of them with place and state on a second line: all if they fit, else the
 * gravest. Type grows one step when few incidents leave room.
 */
export function listLayout(room: Room, open: number, max: number): ListLayout {
  const wanted = Math.min(open, max);
  const larger = stepPx(room.floorPx, 1);
  const large = heights(room, larger);
  if (room.widthPx >= 26 * room.floorPx && open <= max && wanted * large.two <= room.heightPx) {
    return { ...large, fontPx: larger, shown: wanted, twoLines: wanted, hidden: 0 };
  }
  const { padPx, gapPx, one, two } = heights(room, room.floorPx);
  const shown = Math.max(1, Math.min(wanted, Math.floor((room.heightPx + gapPx) / one)));
  const twoLines = Math.max(0, Math.min(shown, Math.floor((room.heightPx + gapPx - shown * one) / (two - one))));
  return { fontPx: room.floorPx, shown, twoLines, hidden: open - shown, padPx, gapPx };
}
