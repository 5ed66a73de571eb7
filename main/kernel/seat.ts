import type { PortReading, WindowIdentity } from '../../domain/contract/port.ts';
import type { Clock, Log, WindowPort } from './ports.ts';

/**
 * A picture costs a window about as much as forty numbers in it. So the first news of a quiet window waits half a picture
 * for what else comes in the same breath, ms,
 */
export const BREATH_MS = 8;
/** and after readings a window is left in peace this long, ms: what changes meanwhile comes after it, as the latest. */
export const PEACE_MS = 40;
/**
 * A value that was overtaken before it was seen is sent as often as a picture allows, ms; what moves calmly comes with every
 * second of those pictures, so that most of them are as small as the few tiles that hurry.
 */
export const SHORT_PEACE_MS = 25;
/** So long after it was overtaken a value is in a hurry, ms. */
export const LIVELY_MS = 1_000;
/** A window that owes this many words is busy painting: what it would only queue waits here, and becomes the latest. */
export const BUSY_AT = 2;
/** A window that owes this many words and turns hangs: half a second while numbers race, a second and a quarter at most. */
export const HOLD_AT = 32;
/** It is back when it owes no more than this. */
export const RELEASE_AT = 8;

type Needs = {
  readonly window: WindowIdentity;
  readonly port: WindowPort;
  readonly clock: Clock;
  readonly log: Log;
  readonly latest: (key: string) => PortReading | undefined;
  /** The whole picture for this seat, as text. */
  readonly snapshot: (seat: Seat) => string;
};

export type Seat = {
  window: WindowIdentity;
  readonly port: WindowPort;
  /** The readings that this window's tiles show. */
  watched: ReadonlySet<string>;
  /** False while the window hangs. */
  post(text: string): boolean;
  sendReadings(texts: readonly string[]): void;
  /** The reading of a key that it watches is new. */
  put(key: string): void;
  /** The preload has handed one event on. */
  taken(): void;
  /** Nobody sits here any more. */
  leave(): void;
  stats(): { readonly windowId: string; readonly untaken: number; readonly held: boolean };
};

/**
 * One window at the core. Which of its readings changed is remembered here; they go out as the latest at its next turn, and
 * wait while it is busy, so that it is never sent more than it can paint. Numbers that lose nothing by it share a picture;
 * those that move faster than the pictures get more of them. While it hangs nothing is sent, and whether
 * anything but readings was missed is remembered too. When it is back it gets the latest of those, or the whole picture.
 */
export function createSeat({ window, port, clock, log, latest, snapshot }: Needs): Seat {
  /** Events sent whose taking the preload has not confirmed. */
  let untaken = 0;
  /** Turns that passed because the window is busy. */
  let skipped = 0;
  let held = false;
  let missedMore = false;
  let callOffTurn: (() => void) | undefined;
  const changed = new Set<string>();
  /** When a value of these keys last replaced one that this window had not seen, epoch ms. */
  const hurrying = new Map<string, number>();
  /** The last picture was of what hurries alone. */
  let wasSmall = false;

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

  function sendChanged(keys: readonly string[] = [...changed]): void {
    const texts = readingTexts(keys, latest);
    for (const key of keys) changed.delete(key);
    skipped = 0;
    sendReadings(texts);
  }

  /** What is to be sent at this turn. */
  function due(): readonly string[] {
    const now = clock.now();
    for (const [key, at] of hurrying) if (now - at >= LIVELY_MS) hurrying.delete(key);
    const few = wasSmall ? [] : [...changed].filter((key) => hurrying.has(key));
    wasSmall = few.length > 0;
    return wasSmall ? few : [...changed];
  }

  function turn(): void {
    callOffTurn = undefined;
    if (held || changed.size === 0) return;
    if (untaken < BUSY_AT) {
      sendChanged(due());
    } else {
      skipped += 1;
      holdIfLate();
    }
    callOffTurn = clock.after(hurrying.size > 0 ? SHORT_PEACE_MS : PEACE_MS, turn);
  }

  function release(): void {
    const whole = missedMore;
    held = false;
    missedMore = false;
    log.info('windows.released', { windowId: window.windowId });
    if (!whole) return sendChanged();
    changed.clear();
    skipped = 0;
    post(snapshot(seat));
  }

  const seat: Seat = {
    window,
    port,
    watched: new Set(),
    post,
    sendReadings,
    put(key) {
      if (changed.has(key)) hurrying.set(key, clock.now());
      changed.add(key);
      if (!held) callOffTurn ??= clock.after(BREATH_MS, turn);
    },
    taken() {
      untaken = Math.max(0, untaken - 1);
      if (held && untaken <= RELEASE_AT) release();
      else if (!held && untaken < BUSY_AT && skipped > 0) sendChanged();
    },
    leave() {
      callOffTurn?.();
      changed.clear();
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
