import { randomUUID } from 'node:crypto';
import { GAP_MS } from '../../../../domain/cameras/recording.ts';
import type { VideoConfig, VideoUnit } from '../../../../domain/cameras/packets.ts';
import type { Feed, Footage, FootageUnit } from '../../../cameras/ports.ts';
import { createCameraTime } from './cameraTime.ts';
import { createDecodeOrder } from './decodeOrder.ts';

/** A piece ends at the first key unit after so long, or so many bytes; without a key unit at the larger ones. */
const PIECE_MS = 4_000;
const PIECE_BYTES = 4 * 1024 * 1024;
const LONGEST_MS = 12_000;
const MOST_BYTES = 8 * 1024 * 1024;

/** Pictures of one camera that follow each other without a break; so do pieces of one `run` whose `nth` follow each other. */
export type Piece = Footage & { readonly run: string; readonly nth: number };

type Stream = 'main' | 'sub';

/**
 * Cuts one camera's pictures into pieces that each begin where decoding can begin, as far as the camera allows. Of its
 * two streams the large one is recorded while it flows, the small one else.
 */
export function createTape(now: () => number, onPiece: (piece: Piece) => void) {
  let units: FootageUnit[] = [];
  let bytes = 0;
  let run = randomUUID();
  let nth = 0;
  let current: { readonly stream: Stream; readonly config: VideoConfig } | null = null;
  let mainFlows = false;
  /** Who feeds each stream: a camera that got another address has two sources for a while. */
  const feeding = new Map<Stream, object>();

  function seal(): void {
    if (current !== null && units.length > 0) onPiece({ run, nth, config: current.config, units });
    nth += 1;
    units = [];
    bytes = 0;
  }

  function breakOff(): void {
    seal();
    run = randomUUID();
    nth = 0;
    current = null;
  }

  function isFull(unit: VideoUnit, at: number): boolean {
    const lengthMs = at - (units[0]?.at ?? at);
    return unit.key
      ? lengthMs >= PIECE_MS || bytes >= PIECE_BYTES
      : lengthMs >= LONGEST_MS || bytes >= MOST_BYTES;
  }

  function keep(unit: VideoUnit, at: number): void {
    if (isFull(unit, at)) seal();
    units.push({ key: unit.key, at, data: unit.data });
    bytes += unit.data.length;
  }

  /** From now on this feed alone is heard of its stream. */
  function feed(stream: Stream): Feed {
    const own = {};
    const isOver = (): boolean => feeding.get(stream) !== own;
    let config: VideoConfig | null = null;
    let isLive = false;
    let time = createCameraTime();
    let order = createDecodeOrder();
    let lastAt = 0;
    let lastUs = 0;
    const records = (): boolean => current?.stream === stream;
    /** While a large picture that cannot be recorded flows, the small one is. */
    const tellFlow = (): void => {
      if (stream === 'main') mainFlows = isLive && config !== null;
    };
    feeding.set(stream, own);
    if (records()) breakOff();
    return {
      isOver,
      state({ state }) {
        if (isOver()) return;
        isLive = state === 'live';
        tellFlow();
        if (!isLive && records()) breakOff();
      },
      config(next) {
        if (isOver()) return;
        if (records()) breakOff();
        // The writer of films knows H.264 alone.
        config = next.codec.startsWith('avc1') ? next : null;
        tellFlow();
        time = createCameraTime();
        order = createDecodeOrder();
      },
      unit(unit) {
        if (isOver() || config === null || (stream === 'sub' && mainFlows)) return;
        const at = time(order(unit.timestampUs), now());
        const passedMs = (unit.timestampUs - lastUs) / 1_000;
        // Pictures that are sent before their turn step back a little.
        const broken = Math.abs(passedMs) > GAP_MS || at - lastAt > GAP_MS || at < lastAt;
        lastAt = at;
        lastUs = unit.timestampUs;
        if (broken && records()) breakOff();
        if (!records()) {
          if (!unit.key) return;
          breakOff();
          current = { stream, config };
        }
        keep(unit, at);
      },
      lost() {
        if (!isOver() && records()) breakOff();
      },
    };
  }

  return {
    feed,
    /** What is not a whole piece yet. */
    open: (): Piece | null =>
      current === null || units.length === 0 ? null : { run, nth, config: current.config, units: [...units] },
    end: breakOff,
  };
}
