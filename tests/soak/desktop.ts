// Which tiles of the wall are one colour on the desktop itself, and for how long.
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { contrastIn, startGrab, type Rectangle } from '../support/grab.ts';
import { soonOrNot, type Room } from '../support/room.ts';

/** Pictures are an eighth of the desktop; a quarter of a megabyte each. */
const SCALE = 8;
const HEAD = { widthPx: 1_920, heightPx: 1_080 } as const;
/** A tile with less between its brightest and darkest pixel is one colour. */
const ONE_COLOUR = 8;
/** A window that does not answer within this time is busy or hangs, ms; the others are not kept waiting for it. */
const ANSWER_MS = 1_000;

const TilesSchema = z.array(
  z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }),
);
const shownTiles = `[...document.querySelectorAll('.wall-tile:not(.unseen)')].map((tile) => {
  const { x, y, width, height } = tile.getBoundingClientRect();
  return { x: window.screenX + x, y: window.screenY + y, width, height };
})`;

export type Blackest = { readonly seconds: number; readonly tile: string };

/** Watches the desktop once a second until stopped. A display that was unplugged owes nothing. */
export function watchDesktop(room: Room) {
  const tiles = new Map<number, readonly Rectangle[]>();
  const blackSince = new Map<string, number>();
  const dark = new Set<number>();
  let blackest: Blackest = { seconds: 0, tile: '' };
  let pictures = 0;
  const columns = 1 + Math.max(...room.heads.places.map(({ x }) => x)) / HEAD.widthPx;
  const rows = 1 + Math.max(...room.heads.places.map(({ y }) => y)) / HEAD.heightPx;
  const size = {
    widthPx: (columns * HEAD.widthPx) / SCALE,
    heightPx: (rows * HEAD.heightPx) / SCALE,
  };

  function look(picture: Buffer, now: number): void {
    pictures += 1;
    const black = new Set<string>();
    for (const [display, rectangles] of tiles) {
      if (dark.has(display)) continue;
      for (const one of rectangles) {
        const part = {
          x: one.x / SCALE,
          y: one.y / SCALE,
          width: one.width / SCALE,
          height: one.height / SCALE,
        };
        if (contrastIn(picture, size.widthPx, part) < ONE_COLOUR)
          black.add(`${display} ${Math.round(one.x)},${Math.round(one.y)}`);
      }
    }
    for (const tile of blackSince.keys()) if (!black.has(tile)) blackSince.delete(tile);
    for (const tile of black) {
      const since = blackSince.get(tile) ?? now;
      blackSince.set(tile, since);
      const seconds = (now - since) / 1000;
      if (seconds > blackest.seconds) blackest = { seconds, tile };
    }
  }

  const stop = startGrab({
    env: room.heads.env,
    perSecond: 1,
    ...size,
    onPicture: (picture) => look(picture, Date.now()),
  });

  return {
    stop,
    /** Where the tiles are now; a window that does not answer keeps its old ones: they must not stay black. */
    async learn(): Promise<void> {
      const learnOne = async ([display, page]: readonly [number, Page]): Promise<void> => {
        const seen = TilesSchema.safeParse(await soonOrNot(page.evaluate(shownTiles), ANSWER_MS));
        if (seen.success && seen.data.length > 0) tiles.set(display, seen.data);
      };
      await Promise.all([...(await room.wallsNow())].map(learnOne));
    },
    unplugged(display: number): void {
      dark.add(display);
    },
    plugged: (display: number): void => void dark.delete(display),
    seen: () => ({ pictures, blackest }),
  };
}
