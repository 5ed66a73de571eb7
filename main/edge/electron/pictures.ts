import type { Room } from './scheme.ts';

const EVERY_MS = 1_000;
/** Between two rounds, however long the last one was: the shell has other work. */
const PAUSE_MS = 100;
/** Somebody who asked within this time is still looking. */
const LOOKING_MS = 5_000;
/** A window that gives no picture in this time holds the others up no longer. */
const TURN_MS = 500;
/** A picture not given after this long will not come: the page died under it. */
const LOST_MS = 3_000;

type Picture = { readonly jpeg: Buffer; readonly takenAt: number };

const pause = (ms: number): Promise<void> => new Promise((over) => setTimeout(over, ms));

/** Waits for `work`, but no longer than this. */
async function within(ms: number, work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<void>((late) => (timer = setTimeout(late, ms)));
  await Promise.race([work, over]);
  clearTimeout(timer);
}

/**
 * Small pictures of the real wall windows for the console, under `ioc://app/pictures/<displayId>`, with their time in
 * `x-taken-at` (epoch ms). They are taken one after another, for each is a whole window's pixels until it is encoded, and
 * only while `isWatched` and somebody asked for one in the last few seconds. A display without a window has no picture,
 * not even its last.
 */
export function createPictures<Source extends { readonly displayId: string }>(parts: {
  readonly sources: () => readonly Source[];
  /** The picture of one source as JPEG; `undefined` when there is nothing to see. */
  readonly take: (source: Source) => Promise<Buffer | undefined>;
  readonly isWatched: () => boolean;
}) {
  const pictures = new Map<string, Picture>();
  /** When a display was asked for a picture that it has not given yet. */
  const askedOf = new Map<string, number>();
  let askedAt = 0;
  let running = false;

  async function takeOne(source: Source): Promise<void> {
    const { displayId } = source;
    const takenAt = Date.now();
    if (takenAt - (askedOf.get(displayId) ?? 0) < LOST_MS) return;
    askedOf.set(displayId, takenAt);
    const jpeg = await parts.take(source).catch(() => undefined);
    if (askedOf.get(displayId) !== takenAt) return;
    askedOf.delete(displayId);
    if (jpeg !== undefined) pictures.set(displayId, { jpeg, takenAt });
  }

  async function follow(): Promise<void> {
    running = true;
    while (Date.now() - askedAt < LOOKING_MS) {
      const startedAt = Date.now();
      const sources = parts.isWatched() ? parts.sources() : [];
      for (const source of sources) await within(TURN_MS, takeOne(source));
      await pause(Math.max(PAUSE_MS, EVERY_MS - (Date.now() - startedAt)));
    }
    running = false;
  }

  const serve: Room = (displayId) => {
    if (!parts.sources().some((source) => source.displayId === displayId)) {
      pictures.delete(displayId);
      return Promise.resolve(undefined);
    }
    askedAt = Date.now();
    if (!running) void follow();
    const picture = pictures.get(displayId);
    // No picture yet is an empty answer, not a fault.
    if (picture === undefined) return Promise.resolve(new Response(null, { status: 204 }));
    const headers = {
      'content-type': 'image/jpeg',
      'x-taken-at': String(picture.takenAt),
      'cache-control': 'no-store',
    };
    return Promise.resolve(new Response(new Uint8Array(picture.jpeg), { headers }));
  };
  return { serve };
}
