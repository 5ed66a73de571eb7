import { SUSPECT_AFTER_MS } from '../../domain/cameras/rules.ts';

/** A picture is looked at this often: each look costs a copy of it, ms. */
const LOOK_EVERY_MS = 1_000;
/** Points looked at, at their full value: a mean of several would hide the noise by which a live picture is known. */
const ACROSS = 160;
const DOWN = 90;

/**
 * Says since when what was painted has been the same to the last bit, once that lasts `afterMs`; null before, and where
 * `afterMs` is 0. Only pictures that were painted count: one that does not come is old, not suspect.
 */
export function createStandstill(afterMs: number): (print: number, now: number) => number | null {
  let last: number | null = null;
  let since = 0;
  return (print, now) => {
    if (print !== last) since = now;
    last = print;
    return afterMs > 0 && now - since >= afterMs ? since : null;
  };
}

/** FNV-1a over 32-bit points. */
export function printOf(points: Uint32Array): number {
  let hash = 0x811c9dc5;
  for (const point of points) hash = Math.imul(hash ^ point, 0x01000193);
  return hash >>> 0;
}

let sheet: OffscreenCanvasRenderingContext2D | null = null;

/** One sheet for all tiles of the window; kept in memory, where it can be read at no cost to the graphics card. */
function sheetOf(): OffscreenCanvasRenderingContext2D | null {
  sheet ??= new OffscreenCanvas(ACROSS, DOWN).getContext('2d', { alpha: false, willReadFrequently: true });
  if (sheet) sheet.imageSmoothingEnabled = false;
  return sheet;
}

/** Watches what stands on a canvas; `look` after each painted picture, `onChange` when it is suspected or no longer. */
export function watchStandstill(canvas: HTMLCanvasElement, onChange: (since: number | null) => void) {
  let judge = createStandstill(SUSPECT_AFTER_MS);
  let lookedAt = 0;
  let told: number | null = null;
  return {
    /** The site's own patience with this camera; what was seen before still counts for nothing. */
    begin(afterMs = SUSPECT_AFTER_MS): void {
      judge = createStandstill(afterMs);
    },
    look(now: number): void {
      if (now - lookedAt < LOOK_EVERY_MS || canvas.width === 0) return;
      lookedAt = now;
      const context = sheetOf();
      if (context === null) return;
      context.drawImage(canvas, 0, 0, ACROSS, DOWN);
      const since = judge(
        printOf(new Uint32Array(context.getImageData(0, 0, ACROSS, DOWN).data.buffer)),
        now,
      );
      if (since === told) return;
      told = since;
      onChange(since);
    },
  };
}
