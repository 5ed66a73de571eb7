import { isTooLarge, STALE_AFTER_MS, SUSPECT_AFTER_MS } from '../../../domain/cameras/rules.ts';
import type { StreamAddress } from '../../cameras/ports.ts';
import type { Clock, Log } from '../../kernel/ports.ts';
import { jpegSize } from './jpeg.ts';
import { Refused, type PictureReader } from './pictureReaders.ts';
import type { PictureViewer } from './pictureViewer.ts';
import { createRepeats } from './repeats.ts';
import { refusalKey, type Refusals } from './refusals.ts';
import { retryDelayMs } from './retry.ts';
import type { Shared } from './sharing.ts';
import { createStanding } from './standing.ts';

/** A connection that brings nothing for so long is dead, ms. */
const SILENT_MS = 10_000;
const WATCH_EVERY_MS = 500;

export type PictureNeeds = {
  readonly clock: Clock;
  readonly log: Log;
  /** 0…1, spreads the attempts of many cameras. */
  readonly chance: () => number;
  readonly refusals: Refusals;
};

/** Its pictures are larger than any tile could show: unpacked, one of 8K takes 130 MB. */
class TooLarge extends Error {}

/** One camera's one session, for however many tiles; it keeps asking for pictures for as long as it is open. */
export function createPictureSource(
  request: { readonly stream: StreamAddress; readonly read: PictureReader; readonly everyMs: number },
  { clock, log, chance, refusals }: PictureNeeds,
): Shared<PictureViewer> {
  const { stream, read, everyMs } = request;
  const key = refusalKey(stream);
  const viewers = new Set<PictureViewer>();
  const onWalls = new Set<PictureViewer>();
  const { suspectAfterMs = SUSPECT_AFTER_MS } = stream;
  // A picture alone says nothing of the camera's own clock.
  const repeats = createRepeats(suspectAfterMs);
  const standing = createStanding(clock, (told) => viewers.forEach((viewer) => viewer.state(told)));
  /** What who comes later sees at once; none when no further one is known to come. */
  let last: Uint8Array<ArrayBuffer> | null = null;
  let attempts = 0;
  let over = false;
  let asking = false;
  let heardAt = clock.now();
  let running = new AbortController();
  let callOff = (): void => undefined;
  let callOffWatch = clock.after(WATCH_EVERY_MS, watch);

  function receive(jpeg: Uint8Array<ArrayBuffer>): void {
    if (over) return;
    const size = jpegSize(jpeg);
    if (size && isTooLarge(size.widthPx, size.heightPx)) throw new TooLarge();
    attempts = 0;
    heardAt = clock.now();
    refusals.forget(key);
    last = jpeg;
    standing.pictured(repeats({ data: jpeg, timestampUs: heardAt * 1_000 }, heardAt));
    for (const viewer of viewers) viewer.picture(jpeg);
  }

  function tell(failure: unknown): void {
    const { state, lastPictureAt } = standing.now();
    if (failure instanceof TooLarge) standing.become('unsupported', 'too-large');
    else if (failure instanceof Refused) standing.become('unauthorised');
    // The first loss may be a blip.
    else if (attempts > 1 || lastPictureAt === undefined) standing.become('offline');
    if (state !== standing.now().state)
      log.warn('cameras.picturesLost', {
        source: new URL(stream.url).host,
        refused: failure instanceof Refused,
      });
  }

  /** Takes a failure, and says when to ask again, ms. */
  function lose(failure: unknown, asked: number): number {
    attempts += 1;
    last = null;
    tell(failure);
    if (failure instanceof Refused) return refusals.refused(key, asked);
    refusals.forget(key);
    // What does not pass by itself is not asked for every second.
    const onWall = onWalls.size > 0 && !(failure instanceof TooLarge);
    return retryDelayMs({ attempts, onWall, chance: chance() });
  }

  async function askOnce(): Promise<number> {
    const waitMs = refusals.claim(key);
    if (waitMs > 0) {
      standing.become('unauthorised');
      return waitMs;
    }
    running = new AbortController();
    const asked = (heardAt = clock.now());
    try {
      await read(stream, receive, running.signal);
      return everyMs;
    } catch (failure) {
      return over ? everyMs : lose(failure, asked);
    }
  }

  async function ask(): Promise<void> {
    callOff();
    asking = true;
    const againMs = await askOnce();
    asking = false;
    if (!over) callOff = clock.after(againMs, () => void ask());
  }

  function watch(): void {
    const silentMs = clock.now() - heardAt;
    if (standing.now().state === 'live' && silentMs >= STALE_AFTER_MS) standing.become('stale');
    if (silentMs >= SILENT_MS) running.abort();
    callOffWatch = clock.after(WATCH_EVERY_MS, watch);
  }

  void ask();
  return {
    add(viewer, { onWall }) {
      viewers.add(viewer);
      const { state } = standing.now();
      viewer.state(standing.now());
      if (last !== null && state === 'live') viewer.picture(last);
      if (!onWall) return;
      onWalls.add(viewer);
      // It may have been asked seldom while no wall showed it.
      if (onWalls.size === 1 && !asking && state === 'offline') void ask();
    },
    remove(viewer) {
      onWalls.delete(viewer);
      viewers.delete(viewer);
    },
    viewers: () => viewers.size,
    close() {
      over = true;
      callOff();
      callOffWatch();
      running.abort();
    },
  };
}
