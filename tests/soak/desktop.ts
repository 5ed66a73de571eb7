// Which tiles of the wall are one colour on the desktop itself, and for how long.
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { contrastIn, startGrab, type Rectangle } from '../support/grab.ts';
import { soonOrNot, type Room } from '../support/room.ts';

/** Pictures are an eighth of the desktop; a quarter of a megabyte each. */
const SCALE = 8;
const HEAD = { widthPx: 1_920, heightPx: 1_080 } as const;
/**
 * A display that has told nothing by then: its page was found while its process died, and answers never, or was not found
 * at all. Pages are looked for anew, no more often than this, ms.
 */
const ANSWERS_WITHIN_MS = 10_000;
/** A tile with less between its brightest and darkest pixel is one colour. */
const ONE_COLOUR = 8;

const TilesSchema = z.array(
  z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }),
);
const shownTiles = `[...document.querySelectorAll('.wall-tile:not(.unseen)')].map((tile) => {
  const { x, y, width, height } = tile.getBoundingClientRect();
  return { x: window.screenX + x, y: window.screenY + y, width, height };
})`;

export type Blackest = { readonly seconds: number; readonly tile: string };
/** `at`: when it ended, epoch ms. */
export type Blindest = { readonly seconds: number; readonly display: number; readonly at: number };

/** Watches the desktop once a second until stopped. A display that was unplugged owes nothing. */
export function watchDesktop(room: Room) {
  const tiles = new Map<number, readonly Rectangle[]>();
  const blackSince = new Map<string, number>();
  const dark = new Set<number>();
  /** Pages that are asked and have not answered yet: a map can keep its page busy for seconds. */
  const asked = new WeakSet<Page>();
  /** Since when nobody knows where a display's tiles are. */
  const blindSince = new Map<number, number>();
  let blackest: Blackest = { seconds: 0, tile: '' };
  let lookedAnewAt = Date.now();
  let blindest: Blindest = { seconds: 0, display: 0, at: 0 };
  let pictures = 0;
  let takes = 0;
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

  async function learnOne(display: number, page: Page): Promise<void> {
    if (asked.has(page)) return;
    asked.add(page);
    const takesBefore = takes;
    const seen = TilesSchema.safeParse(await soonOrNot(page.evaluate(shownTiles), ANSWERS_WITHIN_MS));
    asked.delete(page);
    if (takes !== takesBefore || !seen.success || seen.data.length === 0) return;
    tiles.set(display, seen.data);
    blindSince.delete(display);
  }

  function noteBlind(now: number): void {
    for (const [display, since] of blindSince) {
      if (dark.has(display)) blindSince.set(display, now);
      else if (now - since > blindest.seconds * 1000)
        blindest = { seconds: (now - since) / 1000, display, at: now };
    }
  }

  return {
    stop,
    /** Where the tiles are now; a window that does not answer keeps its old ones: they must not stay black. */
    async learn(): Promise<void> {
      const now = Date.now();
      noteBlind(now);
      const isLost = [...blindSince.values()].some((since) => now - since >= ANSWERS_WITHIN_MS);
      if (isLost && now - lookedAnewAt >= ANSWERS_WITHIN_MS) {
        lookedAnewAt = now;
        await room.lookAgain();
      }
      for (const [display, page] of await room.wallsNow()) void learnOne(display, page);
    },
    /** Another scene goes up: the old places say nothing any more, and each window has to tell its new ones. */
    taken(): void {
      takes += 1;
      const now = Date.now();
      for (const display of tiles.keys()) if (!blindSince.has(display)) blindSince.set(display, now);
      tiles.clear();
      blackSince.clear();
    },
    unplugged(display: number): void {
      dark.add(display);
    },
    plugged: (display: number): void => void dark.delete(display),
    seen: () => ({ pictures, blackest, blindest }),
  };
}
