import type { SourceState, TilePort } from '../../cameras/ports.ts';
import { UNTAKEN_LIMIT, type VideoConfig, type VideoUnit } from '../../../domain/cameras/packets.ts';

/** What a source gives each of its viewers. */
export type Viewer = {
  state(state: SourceState): void;
  config(config: VideoConfig): void;
  unit(unit: VideoUnit): void;
};

/** Up to which unit a tile says that it has taken them, or null when what it says makes no sense. */
function takenUpTo(message: unknown): number | null {
  if (typeof message !== 'object' || message === null) return null;
  const { type, number } = message as Partial<Record<string, unknown>>;
  return type === 'taken' && Number.isSafeInteger(number) ? Number(number) : null;
}

/**
 * One tile's end of the line. What lies on the way to it is bounded: a tile that does not keep up misses pictures up
 * to the next key unit, and nobody else notices.
 */
export function createViewer(
  port: TilePort,
  onState: (state: SourceState) => void = () => undefined,
): Viewer & { readonly hasRoomFor: (unit: VideoUnit) => boolean } {
  let untaken: { readonly number: number; readonly bytes: number }[] = [];
  let bytesUntaken = 0;
  let lastNumber = 0;
  let needsKey = true;

  port.onMessage((message) => {
    const upTo = takenUpTo(message);
    if (upTo === null) return;
    untaken = untaken.filter(({ number }) => number > upTo);
    bytesUntaken = untaken.reduce((sum, { bytes }) => sum + bytes, 0);
  });

  /** A tile that fell behind must have caught up well before it gets pictures again. */
  function hasRoomFor(unit: VideoUnit): boolean {
    const part = needsKey ? 3 : 1;
    return (
      untaken.length < UNTAKEN_LIMIT.units / part &&
      bytesUntaken + unit.data.length <= Math.max(unit.data.length, UNTAKEN_LIMIT.bytes / part)
    );
  }

  return {
    hasRoomFor,
    state(state) {
      port.postMessage({ type: 'state', ...state });
      onState(state);
    },
    config(config) {
      needsKey = true;
      port.postMessage(config);
    },
    unit(unit) {
      if (needsKey && !unit.key) return;
      if (!hasRoomFor(unit)) {
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
