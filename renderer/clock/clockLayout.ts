import type { Measure } from '../ui/measure.ts';
import { linePx } from '../ui/tileLayout.ts';
import { largestNumberPx, numberFloorPx } from '../ui/typeScale.ts';

export type ClockLayout = {
  readonly clockPx: number;
  /** The lines that fit under the clock, in their order. */
  readonly lines: readonly string[];
};

type Room = { readonly widthPx: number; readonly heightPx: number; readonly floorPx: number };

/** Lower than this many floors, and wide, a tile shows everything on one line. */
const STRIP_UNDER = 6;
const LINE_UNDER = 4.4;
const STRIP_OVER = 20;

/** True where the tile is too low for anything but one line. */
export function isStrip({ widthPx, heightPx, floorPx }: Room): boolean {
  return (
    heightPx < LINE_UNDER * floorPx || (heightPx < STRIP_UNDER * floorPx && widthPx >= STRIP_OVER * floorPx)
  );
}

type Said = {
  readonly clock: string;
  /** Each line in its wordings, longest first. */
  readonly lines: readonly (readonly string[])[];
  readonly linesPx: number;
};

/** The clock as large as the room gives, with as many of the lines as leave it at least twice the floor. */
export function clockLayout(room: Room, { clock, lines, linesPx }: Said, measure: Measure): ClockLayout {
  const fitting = lines.flatMap((wordings) => {
    const line = wordings.find((text) => measure(text) * linesPx <= room.widthPx);
    return line === undefined ? [] : [line];
  });
  const widest = room.widthPx / measure(clock, 'numbers');
  for (let count = fitting.length; count > 0; count -= 1) {
    const high = room.heightPx - count * linePx(linesPx);
    const clockPx = largestNumberPx(room.floorPx, Math.min(widest, high));
    if (clockPx >= 2 * numberFloorPx(room.floorPx)) return { clockPx, lines: fitting.slice(0, count) };
  }
  return { clockPx: largestNumberPx(room.floorPx, Math.min(widest, room.heightPx)), lines: [] };
}

const STRIP_GAP_EM = 1.6;
const STRIP_PAD_EM = 1.2;
const LINK_ICON_EM = 1.3;

/** What stands on one line beside the clock: the link first, then the lines in their order, each in the longest wording that fits. */
export function stripParts(
  room: Room,
  said: Pick<Said, 'clock' | 'lines'> & { readonly link: readonly string[] },
  measure: Measure,
): { readonly clockPx: number; readonly parts: readonly string[]; readonly link: string | undefined } {
  const clockPx = largestNumberPx(room.floorPx, room.heightPx * 0.9);
  let leftEm =
    room.widthPx / room.floorPx - STRIP_PAD_EM - (measure(said.clock, 'numbers') * clockPx) / room.floorPx;
  function taken(wordings: readonly string[], extraEm: number): string | undefined {
    const found = wordings.find((text) => measure(text) + extraEm + STRIP_GAP_EM <= leftEm);
    if (found !== undefined) leftEm -= measure(found) + extraEm + STRIP_GAP_EM;
    return found;
  }
  const link = taken(said.link, LINK_ICON_EM);
  return { clockPx, parts: said.lines.flatMap((wordings) => taken(wordings, 0) ?? []), link };
}
