import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LIVE_BACKLOG, STANDING_BACKLOG, type Backlog } from './backlog.ts';
import { createMeter } from './meter.ts';
import type { Screen } from './screen.ts';
import { createWebCodecsPlayer } from './webCodecsPlayer.ts';

/** A decoder that hands out nothing by itself; `give` has it hand out so many pictures. */
const decoder = {
  waiting: new Array<number>(),
  decoded: new Array<number>(),
  output: (_frame: unknown): void => undefined,
  give(count: number): void {
    for (const timestamp of this.waiting.splice(0, count))
      this.output({ timestamp, displayWidth: 640, displayHeight: 360, close: () => undefined });
  },
};
let frames: (() => void)[] = [];

beforeEach(() => {
  Object.assign(decoder, { waiting: [], decoded: [] });
  frames = [];
  vi.stubGlobal(
    'VideoDecoder',
    class {
      readonly state = 'configured';
      constructor({ output }: { readonly output: (frame: unknown) => void }) {
        decoder.output = output;
      }
      get decodeQueueSize(): number {
        return decoder.waiting.length;
      }
      configure = (): void => undefined;
      close = (): void => undefined;
      decode({ timestamp }: { readonly timestamp: number }): void {
        decoder.waiting.push(timestamp);
        decoder.decoded.push(timestamp);
      }
    },
  );
  vi.stubGlobal(
    'EncodedVideoChunk',
    class {
      readonly timestamp: number;
      constructor({ timestamp }: { readonly timestamp: number }) {
        this.timestamp = timestamp;
      }
    },
  );
  vi.stubGlobal('requestAnimationFrame', (paint: () => void) => frames.push(paint));
});

afterEach(() => {
  vi.unstubAllGlobals();
});

const none = new Uint8Array();

function aPlayer(backlog: Backlog) {
  const taken: (number | undefined)[] = [];
  const sheet = { isContextLost: () => false, drawImage: () => undefined };
  const canvas: HTMLCanvasElement = Object.assign(Object.create(null), {
    ...{ width: 0, height: 0, getContext: () => sheet },
  });
  const ignore = { onSize: () => undefined, onTooLarge: () => undefined };
  const onPainted = (_at: number, takenUs?: number): void => void taken.push(takenUs);
  const screen: Screen = { canvas, meter: createMeter('normal'), onPainted, ...ignore };
  const player = createWebCodecsPlayer(screen, () => undefined, backlog);
  player.config({ type: 'config', codec: 'avc1.42c01e', description: none, widthPx: 640, heightPx: 360 });
  return {
    taken,
    /** Pictures from one number up to another, the first one by itself. */
    send(from: number, to: number): void {
      for (let timestampUs = from; timestampUs <= to; timestampUs += 1)
        player.unit({ type: 'unit', key: timestampUs === from, timestampUs, data: none });
    },
    frame: (): void => frames.splice(0).forEach((paint) => paint()),
  };
}

describe('a decoder that lags behind', () => {
  it('gets all pictures since the last key unit while a tile begins', () => {
    const tile = aPlayer(LIVE_BACKLOG);
    tile.send(0, 100);

    expect(decoder.decoded).toHaveLength(101);
  });

  it('misses pictures once it had caught up, and goes on at a key unit', () => {
    const tile = aPlayer(LIVE_BACKLOG);
    tile.send(0, 100);
    decoder.give(101);
    tile.send(101, 200);

    expect(decoder.decoded).toHaveLength(101 + LIVE_BACKLOG.later + 1);
    decoder.give(100);
    tile.send(201, 202);
    expect(decoder.decoded.at(-1)).toBe(202);
  });

  it('misses none of a recording that stands: nothing would come after them', () => {
    const tile = aPlayer(STANDING_BACKLOG);
    tile.send(0, 60);
    decoder.give(61);
    tile.send(61, 700);

    expect(decoder.decoded).toHaveLength(701);
  });
});

it('tells the time of the picture that is seen, not of the one that came last', () => {
  const tile = aPlayer(STANDING_BACKLOG);
  tile.send(0, 80);
  decoder.give(29);
  expect(tile.taken).toEqual([]);
  tile.frame();
  expect(tile.taken).toEqual([28]);

  decoder.give(52);
  tile.frame();
  expect(tile.taken).toEqual([28, 80]);
});
