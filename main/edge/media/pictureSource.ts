import { isTooLarge, STALE_AFTER_MS, SUSPECT_AFTER_MS } from '../../../domain/cameras/rules.ts';
import type { StreamAddress } from '../../cameras/ports.ts';
import type { Clock, Log } from '../../kernel/ports.ts';
import { jpegSize } from './jpeg.ts';
import { createLateLook } from './lateLook.ts';
import { createLookers } from './lookers.ts';
import { createOwnTurn } from './ownTurn.ts';
import { Refused, type PictureReader } from './pictureReaders.ts';
import type { PictureViewer } from './pictureViewer.ts';
import { createRepeats } from './repeats.ts';
import type { Refusals } from './refusals.ts';
import { retryDelayMs } from './retry.ts';
import type { Shared } from './sharing.ts';
import { createStanding } from './standing.ts';
import type { Turns } from './turns.ts';

/** A connection that brings nothing for so long is dead, ms. */
const SILENT_MS = 10_000;
const WATCH_EVERY_MS = 500;

export type PictureNeeds = {
  readonly clock: Clock;
  readonly log: Log;
  /** 0…1, spreads the attempts of many cameras. */
  readonly chance: () => number;
  readonly refusals: Refusals;
  readonly turns: Turns;
};

/** Its pictures are larger than any tile could show: unpacked, one of 8K takes 130 MB. */
class TooLarge extends Error {}

/** One camera's one session, for however many tiles; it keeps asking for pictures for as long as it is open. */
export function createPictureSource(
  request: { readonly stream: StreamAddress; readonly read: PictureReader; readonly everyMs: number },
  { clock, log, chance, refusals, turns }: PictureNeeds,
): Shared<PictureViewer> {
  const { stream, read, everyMs } = request;
  const password = refusals.of(stream);
  const lookers = createLookers<PictureViewer>();
  const late = createLateLook(clock, WATCH_EVERY_MS);
  const { suspectAfterMs = SUSPECT_AFTER_MS } = stream;
  // A picture alone says nothing of the camera's own clock.
  const repeats = createRepeats(suspectAfterMs);
  const standing = createStanding(clock, (told) => {
    for (const viewer of lookers.all()) viewer.state(told);
  });
  const turn = createOwnTurn({
    ...{ clock, turns, password, lookers, standing, attempts: () => attempts },
    onTaken() {
      last = null;
      running.abort();
      // What is still read ends for nobody.
      running = new AbortController();
      ask();
    },
  });
  /** What who comes later sees at once; none when no further one is known to come. */
  let last: Uint8Array<ArrayBuffer> | null = null;
  let attempts = 0;
  let begun = false;
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
    password.accepted();
    turn.connected();
    last = jpeg;
    standing.pictured(repeats({ data: jpeg, timestampUs: heardAt * 1_000 }, heardAt));
    for (const viewer of lookers.all()) viewer.picture(jpeg);
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
    turn.leave();
    tell(failure);
    if (failure instanceof Refused) return password.refused(asked, failure.forbidden);
    password.unanswered();
    // What does not pass by itself is not asked for every second.
    const onWall = lookers.onWall() && !(failure instanceof TooLarge);
    return retryDelayMs({ attempts, onWall, chance: chance() });
  }

  async function readOnce(): Promise<void> {
    const own = (running = new AbortController());
    const asked = refusals.now();
    heardAt = clock.now();
    const againMs = await read(stream, (jpeg) => running === own && receive(jpeg), own.signal).then(
      () => everyMs,
      (failure: unknown) => (running === own && !over ? lose(failure, asked) : everyMs),
    );
    // An answer that was not read to its end would go on coming.
    own.abort();
    if (running !== own || over) return;
    asking = false;
    callOff = clock.after(againMs, ask);
  }

  function ask(): void {
    callOff();
    asking = true;
    turn.ask(() => void readOnce());
  }

  function watch(): void {
    callOffWatch = clock.after(WATCH_EVERY_MS, watch);
    const moved = late();
    if (moved !== null) {
      heardAt = moved(heardAt);
      return;
    }
    const silentMs = clock.now() - heardAt;
    const { state, trouble } = standing.now();
    if (state === 'live' && silentMs >= STALE_AFTER_MS) standing.become('stale', trouble);
    if (silentMs >= SILENT_MS && !turn.waits()) running.abort();
    turn.look();
  }

  return {
    add(viewer, looks) {
      const wasOnWall = lookers.onWall();
      lookers.add(viewer, looks);
      const { state } = standing.now();
      viewer.state(standing.now());
      if (last !== null && state === 'live') viewer.picture(last);
      // It may have been asked seldom while no wall showed it.
      const isWantedMore = looks.onWall && !wasOnWall && !asking && state === 'offline';
      if (!begun || isWantedMore) ask();
      begun = true;
    },
    remove: lookers.remove,
    viewers: lookers.size,
    close() {
      over = true;
      callOff();
      callOffWatch();
      running.abort();
      turn.leave();
    },
  };
}
