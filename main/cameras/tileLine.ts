import {
  FEWER_EVERY_MS,
  KEYS_EVERY_MS,
  LADDER,
  STILL_EVERY_MS,
  type ShedLevel,
} from '../../domain/cameras/shedding.ts';
import type { TileWord, VideoConfig } from '../../domain/cameras/packets.ts';
import type { Clock } from '../kernel/ports.ts';
import { isDisposable } from './disposable.ts';
import type { SourceState, StreamAddress, TilePort, Watch } from './ports.ts';

type Numbered = Extract<TileWord, { readonly number: number }>;

/** One stream on its way to the tile. Until its first picture comes, what it says is kept back. */
type Feed = {
  stop(): void;
  heard: (message: unknown) => void;
  standing: SourceState | null;
  config: VideoConfig | null;
  /** The last number that it sent, and the last that was passed on to the tile. */
  seen: number;
  passed: number;
  taken: number;
};

/** Whole pictures are sent no closer than this at each level, ms: all that is sent is decoded. */
const pictureEveryMs: Record<ShedLevel, number> = {
  full: 0,
  sub: 0,
  fewer: FEWER_EVERY_MS,
  keys: KEYS_EVERY_MS,
  still: STILL_EVERY_MS,
};

const isNumbered = (word: TileWord): word is Numbered => 'number' in word;

function takenUpTo(message: unknown): number | null {
  if (typeof message !== 'object' || message === null) return null;
  if (!('type' in message && 'number' in message)) return null;
  return message.type === 'taken' && typeof message.number === 'number' ? message.number : null;
}

/**
 * What one tile gets: a stream, at a level of shedding. Another stream takes over with its first picture, so that a tile
 * never goes dark between the large picture and the small one.
 */
export function createTileLine(needs: {
  readonly port: TilePort;
  readonly watch: Watch;
  readonly clock: Pick<Clock, 'now'>;
  readonly onState: (standing: SourceState) => void;
  /** A picture was sent on to the tile. */
  readonly onSent: () => void;
}) {
  const { port, watch, clock, onState, onSent } = needs;
  let current: Feed | null = null;
  let next: Feed | null = null;
  let level: ShedLevel = 'full';
  let needsKey = false;
  let lastSentAt = 0;

  port.onMessage((message) => {
    const number = takenUpTo(message);
    if (current === null || number === null) return current?.heard(message);
    current.taken = number;
    // What was left out after it is off the way too.
    current.heard(number >= current.passed ? { type: 'taken', number: current.seen } : message);
  });

  /** Whether a picture is sent at this level; what follows one that was left out waits for the next key. */
  function isSent(word: Numbered, codec: string): boolean {
    if (word.type === 'picture') return clock.now() - lastSentAt >= pictureEveryMs[level];
    if (level === 'still') return word.key && clock.now() - lastSentAt >= STILL_EVERY_MS;
    if (word.key) return true;
    if (level === 'keys' || needsKey) return false;
    return level !== 'fewer' || !isDisposable(word.data, codec);
  }

  function pass(feed: Feed, word: Numbered): void {
    feed.seen = word.number;
    if (!isSent(word, feed.config?.codec ?? '')) {
      if (feed.taken >= feed.passed) feed.heard({ type: 'taken', number: feed.seen });
      return;
    }
    needsKey = level === 'keys' || level === 'still';
    lastSentAt = clock.now();
    feed.passed = word.number;
    onSent();
    port.postMessage(word);
  }

  function takeOver(feed: Feed): void {
    current?.stop();
    current = feed;
    next = null;
    if (feed.standing) {
      port.postMessage({ type: 'state', ...feed.standing });
      onState(feed.standing);
    }
    if (feed.config) port.postMessage(feed.config);
  }

  function hear(feed: Feed, word: TileWord): void {
    if (word.type === 'config') feed.config = word;
    if (feed === next && isNumbered(word)) takeOver(feed);
    if (feed !== current) return;
    if (isNumbered(word)) pass(feed, word);
    else port.postMessage(word);
  }

  function open(stream: StreamAddress): void {
    const feed: Feed = {
      stop: () => undefined,
      heard: () => undefined,
      ...{ standing: null, config: null, seen: 0, passed: 0, taken: 0 },
    };
    if (current === null) current = feed;
    else next = feed;
    feed.stop = watch(
      { ...stream, isExtra: () => feed === next },
      {
        postMessage: (word) => hear(feed, word),
        onMessage: (listener) => void (feed.heard = listener),
        onClose: port.onClose,
        close: () => undefined,
      },
      (standing) => {
        feed.standing = standing;
        if (feed === current) onState(standing);
      },
    );
  }

  return {
    /** Shows another stream as soon as it gives a picture; the one before goes on until then. */
    show(stream: StreamAddress): void {
      next?.stop();
      next = null;
      open(stream);
    },
    /** From now on the tile gets what this level leaves. */
    shed(wanted: ShedLevel): void {
      if (LADDER.indexOf(wanted) >= LADDER.indexOf('keys')) needsKey = true;
      level = wanted;
    },
    close(): void {
      current?.stop();
      next?.stop();
      current = next = null;
      port.close();
    },
  };
}

export type TileLine = ReturnType<typeof createTileLine>;
