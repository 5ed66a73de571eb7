import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { UNTAKEN_LIMIT, type TileWord, type VideoConfig } from '../../../../domain/cameras/packets.ts';
import type { Clock } from '../../../kernel/ports.ts';
import { playFootage } from './playing.ts';
import type { Kept } from './shelf.ts';

const clock: Clock = {
  now: () => Date.now(),
  after(ms, call) {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const PICTURE_MS = 40;
const config: VideoConfig = {
  ...{ type: 'config', codec: 'avc1.42c01e', description: new Uint8Array(), widthPx: 640, heightPx: 352 },
};

/** A recording with one key picture at its beginning, played at rate 0 at its last picture but one. */
function aReplay(pictures: number) {
  const from = 1_000_000;
  const units = Array.from({ length: pictures }, (_, at) => ({
    ...{ key: at === 0, at: from + at * PICTURE_MS, data: new Uint8Array(10) },
  }));
  const to = from + (pictures - 1) * PICTURE_MS;
  const footage = { config, units };
  const piece = { name: '', bytes: 0, cameraId: 'cam-01', run: 'a', nth: 0, clockSetMs: 0 };
  const kept: Kept = { ...piece, from, to, key: true, footage };
  const words: TileWord[] = [];
  let hear: (message: unknown) => void = () => undefined;
  const port = {
    postMessage: (word: TileWord) => void words.push(word),
    onMessage: (listener: typeof hear) => void (hear = listener),
    onClose: () => undefined,
    close: () => undefined,
  };
  const anchor = { mediaAt: to - PICTURE_MS, clockAt: 0, rate: 0 };
  const stop = playFootage(anchor, port, {
    clock,
    pieces: () => [kept],
    read: () => Promise.resolve(footage),
  });
  const sent = (): number => words.filter(({ type }) => type === 'unit').length;
  return {
    stop,
    sent,
    states: () => words.flatMap((word) => (word.type === 'state' ? [word.state] : [])),
    take: () => hear({ type: 'taken', number: sent() }),
  };
}

it('a recording that stands waits for a tile that is busy, and leaves no picture out', async () => {
  const { stop, sent, states, take } = aReplay(300);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(sent()).toBe(UNTAKEN_LIMIT.units);
  expect(states()).toEqual([]);

  take();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(sent()).toBe(299);
  expect(states()).toEqual(['live']);
  stop();
});
