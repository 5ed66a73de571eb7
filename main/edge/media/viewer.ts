import type { SourceState, TilePort } from '../../cameras/ports.ts';
import {
  UNTAKEN_LIMIT,
  type TileReply,
  type VideoConfig,
  type VideoUnit,
} from '../../../domain/cameras/packets.ts';

/** What a source gives each of its viewers. */
export type Viewer = {
  state(state: SourceState): void;
  config(config: VideoConfig): void;
  unit(unit: VideoUnit): void;
};

/** What a tile said, or null when it makes no sense. */
function readReply(message: unknown): TileReply | null {
  if (typeof message !== 'object' || message === null) return null;
  const { type, number, since } = message as Partial<Record<string, unknown>>;
  if (type === 'taken' && Number.isSafeInteger(number)) return { type, number: Number(number) };
  if (type === 'suspects' && (since === null || Number.isSafeInteger(since)))
    return { type, since: since === null ? null : Number(since) };
  return null;
}

/** What a tile says of the pictures themselves; who decodes them knows more than who carries them. */
export type TileJudgement = Exclude<TileReply, { readonly type: 'taken' }>;

/**
 * One tile's end of the line. What lies on the way to it is bounded: a tile that does not keep up misses pictures up
 * to the next key unit, and nobody else notices.
 */
export function createViewer(
  port: TilePort,
  onJudged: (judgement: TileJudgement) => void = () => undefined,
): Viewer {
  let untaken: { readonly number: number; readonly bytes: number }[] = [];
  let bytesUntaken = 0;
  let lastNumber = 0;
  let needsKey = true;

  port.onMessage((message) => {
    const reply = readReply(message);
    if (reply === null) return;
    if (reply.type !== 'taken') return onJudged(reply);
    const { number: upTo } = reply;
    untaken = untaken.filter(({ number }) => number > upTo);
    bytesUntaken = untaken.reduce((sum, { bytes }) => sum + bytes, 0);
  });

  /** A tile that fell behind must have caught up well before it gets pictures again. */
  function fits(unit: VideoUnit): boolean {
    const part = needsKey ? 3 : 1;
    return (
      untaken.length < UNTAKEN_LIMIT.units / part &&
      bytesUntaken + unit.data.length <= Math.max(unit.data.length, UNTAKEN_LIMIT.bytes / part)
    );
  }

  return {
    state: (state) => port.postMessage({ type: 'state', ...state }),
    config(config) {
      needsKey = true;
      port.postMessage(config);
    },
    unit(unit) {
      if (needsKey && !unit.key) return;
      if (!fits(unit)) {
        needsKey = true;
        return;
      }
      needsKey = false;
      lastNumber += 1;
      untaken.push({ number: lastNumber, bytes: unit.data.length });
      bytesUntaken += unit.data.length;
      port.postMessage({ ...unit, number: lastNumber });
    },
  };
}
