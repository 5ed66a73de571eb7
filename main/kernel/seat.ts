import type { PortReading, WindowIdentity } from '../../domain/contract/port.ts';
import type { Log, WindowPort } from './ports.ts';

/** A window that owes this many words is busy painting: what it would only queue waits here, and becomes the latest. */
export const BUSY_AT = 2;
/** A window that owes this many words and ticks hangs: half a second of ticks. */
export const HOLD_AT = 32;
/** It is back when it owes no more than this. */
export const RELEASE_AT = 8;

type Needs = {
  readonly window: WindowIdentity;
  readonly port: WindowPort;
  readonly log: Log;
  readonly latest: (key: string) => PortReading | undefined;
  /** The whole picture for this seat, as text. */
  readonly snapshot: (seat: Seat) => string;
};

export type Seat = {
  readonly window: WindowIdentity;
  readonly port: WindowPort;
  /** The readings that this window's tiles show. */
  watched: ReadonlySet<string>;
  /** False while the window hangs. */
  post(text: string): boolean;
  sendReadings(texts: readonly string[]): void;
  /** A reading of this tick; goes out with `flush`. */
  put(key: string, text: string): void;
  flush(): void;
  /** The preload has handed one event on. */
  taken(): void;
  stats(): { readonly windowId: string; readonly untaken: number; readonly held: boolean };
};

/**
 * One window at the core. While it is busy its readings wait, so that it is never sent more than it can paint. While it
 * hangs nothing is sent: only which readings changed is remembered, and whether anything else did. When it is back it
 * gets the latest of those, or the whole picture.
 */
export function createSeat({ window, port, log, latest, snapshot }: Needs): Seat {
  /** Events sent whose taking the preload has not confirmed. */
  let untaken = 0;
  /** Ticks whose readings wait because the window is busy. */
  let skipped = 0;
  let held = false;
  let missedMore = false;
  let batch: string[] = [];
  const missedKeys = new Set<string>();

  function post(text: string): boolean {
    if (held) {
      missedMore = true;
      return false;
    }
    port.post(text);
    untaken += 1;
    holdIfLate();
    return true;
  }

  function holdIfLate(): void {
    if (held || untaken + skipped < HOLD_AT) return;
    held = true;
    log.warn('windows.held', { windowId: window.windowId });
  }

  function sendReadings(texts: readonly string[]): void {
    if (texts.length > 0) post(`{"type":"readings","readings":[${texts.join(',')}]}`);
  }

  function sendMissed(): void {
    const texts = readingTexts(missedKeys, latest);
    missedKeys.clear();
    skipped = 0;
    sendReadings(texts);
  }

  function release(): void {
    const whole = missedMore;
    held = false;
    missedMore = false;
    log.info('windows.released', { windowId: window.windowId });
    if (!whole) return sendMissed();
    missedKeys.clear();
    skipped = 0;
    post(snapshot(seat));
  }

  const seat: Seat = {
    window,
    port,
    watched: new Set(),
    post,
    sendReadings,
    put(key, text) {
      if (held || untaken >= BUSY_AT) missedKeys.add(key);
      else batch.push(text);
    },
    flush() {
      const texts = batch;
      batch = [];
      if (missedKeys.size > 0 && !held) skipped += 1;
      holdIfLate();
      sendReadings(texts);
    },
    taken() {
      untaken = Math.max(0, untaken - 1);
      if (held && untaken <= RELEASE_AT) release();
      else if (!held && untaken < BUSY_AT && missedKeys.size > 0) sendMissed();
    },
    stats: () => ({ windowId: window.windowId, untaken: untaken + skipped, held }),
  };
  return seat;
}

/** The latest readings of these keys, as text; keys without one are left out. */
export function readingTexts(
  keys: Iterable<string>,
  latest: (key: string) => PortReading | undefined,
): readonly string[] {
  return [...keys].flatMap((key) => {
    const reading = latest(key);
    return reading ? [JSON.stringify(reading)] : [];
  });
}
