import type { Room } from './scheme.ts';

const EVERY_MS = 1_500;
/** Who has the newest picture waits so long for the next one. */
const NEXT_WITHIN_MS = 1_000;
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
 * only while `isWatched` and somebody asked for one in the last few seconds. `?after=<epoch ms>` waits for one that is
 * newer: it is shown as soon as it is there, and none is asked for in vain. A display without a window has no picture, not
 * even its last.
 */
export function createPictures<Source extends { readonly displayId: string }>(parts: {
  readonly sources: () => readonly Source[];
  /** The picture of one source as JPEG; `undefined` when there is nothing to see. */
  readonly take: (source: Source) => Promise<Buffer | undefined>;
  readonly isWatched: () => boolean;
}) {
  const pictures = new Map<string, Picture>();
  /** Who waits for the next picture of a display. */
  const waiting = new Map<string, Set<() => void>>();
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
    if (jpeg === undefined) return;
    pictures.set(displayId, { jpeg, takenAt });
    for (const tell of waiting.get(displayId) ?? []) tell();
  }

  async function next(displayId: string): Promise<void> {
    const those = waiting.get(displayId) ?? new Set();
    waiting.set(displayId, those);
    let tell = (): void => undefined;
    const told = new Promise<void>((over) => (tell = over));
    those.add(tell);
    await within(NEXT_WITHIN_MS, told);
    those.delete(tell);
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

  const isThere = (displayId: string): boolean =>
    parts.sources().some((source) => source.displayId === displayId);

  const serve: Room = async (displayId, request) => {
    if (!isThere(displayId)) {
      pictures.delete(displayId);
      return undefined;
    }
    askedAt = Date.now();
    if (!running) void follow();
    const after = new URL(request.url).searchParams.get('after');
    const newer = (): Picture | undefined => {
      const picture = pictures.get(displayId);
      return picture && picture.takenAt > Number(after) ? picture : undefined;
    };
    if (after !== null && newer() === undefined) await next(displayId);
    if (!isThere(displayId)) return undefined;
    const picture = newer();
    // No picture yet, or none newer, is an empty answer, not a fault.
    if (picture === undefined) return new Response(null, { status: 204 });
    const headers = {
      'content-type': 'image/jpeg',
      'x-taken-at': String(picture.takenAt),
      'cache-control': 'no-store',
    };
    return new Response(new Uint8Array(picture.jpeg), { headers });
  };
  return { serve };
}
