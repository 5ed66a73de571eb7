import type { Measure } from '../ui/measure.ts';
import { linePx } from '../ui/tileLayout.ts';
import { largestNumberPx, numberFloorPx } from '../ui/typeScale.ts';

export type ClockLayout = {
  readonly clockPx: number;
  /** The lines that fit under the clock, in their order. */
  readonly lines: readonly string[];
};

type Room = { readonly widthPx: number; readonly heightPx: number; readonly floorPx: number };

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
