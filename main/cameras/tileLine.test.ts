import { describe, expect, it } from 'vitest';
import type { TileWord } from '../../domain/cameras/packets.ts';
import type { SourceState, TilePort } from './ports.ts';
import { createTileLine } from './tileLine.ts';

const KEY = Uint8Array.from([0, 0, 0, 2, 0x65, 9]);
const NEEDED = Uint8Array.from([0, 0, 0, 2, 0x41, 9]);
const DISPOSABLE = Uint8Array.from([0, 0, 0, 2, 0x01, 9]);

const CONFIG = {
  type: 'config',
  codec: 'avc1.42c01e',
  description: new Uint8Array(),
  ...{ widthPx: 640, heightPx: 360 },
} as const;

function aLine() {
  const tile: TileWord[] = [];
  const states: SourceState['state'][] = [];
  const streams: {
    url: string;
    port: TilePort;
    say(state: SourceState): void;
    heard: unknown[];
    stopped: boolean;
  }[] = [];
  let fromTile: (message: unknown) => void = () => undefined;
  let now = 0;
  const line = createTileLine({
    port: {
      postMessage: (word) => void tile.push(word),
      onMessage: (listener) => void (fromTile = listener),
      onClose: () => undefined,
      close: () => undefined,
    },
    watch(stream, port, say) {
      const entry: (typeof streams)[number] = { url: stream.url, port, say, heard: [], stopped: false };
      port.onMessage((message) => entry.heard.push(message));
      streams.push(entry);
      return () => void (entry.stopped = true);
    },
    clock: { now: () => now },
    onState: ({ state }) => states.push(state),
    onSent: () => undefined,
  });
  const unit = (stream: number, number: number, data: Uint8Array): void =>
    streams[stream]?.port.postMessage({ type: 'unit', key: data === KEY, timestampUs: number, data, number });
  return {
    line,
    streams,
    states,
    unit,
    wait: (ms: number) => void (now += ms),
    take: (number: number) => fromTile({ type: 'taken', number }),
    /** Numbers of the units that came to the tile. */
    came: () => tile.flatMap((word) => (word.type === 'unit' ? [word.number] : [])),
    tile,
  };
}

describe('a tile’s line', () => {
  it('leaves out what no other picture needs at the first step that costs pictures', () => {
    const { line, unit, came, streams } = aLine();
    line.show({ url: 'main' });
    streams[0]?.port.postMessage(CONFIG);
    line.shed('fewer');
    [KEY, DISPOSABLE, NEEDED, DISPOSABLE].forEach((data, index) => unit(0, index + 1, data));

    expect(came()).toEqual([1, 3]);
  });

  it('sends only key pictures after that, and goes on from a key alone when all come again', () => {
    const { line, unit, came } = aLine();
    line.show({ url: 'main' });
    line.shed('keys');
    [KEY, NEEDED, KEY, NEEDED].forEach((data, index) => unit(0, index + 1, data));
    line.shed('full');
    [NEEDED, KEY, NEEDED].forEach((data, index) => unit(0, index + 5, data));

    expect(came()).toEqual([1, 3, 6, 7]);
  });

  it('sends whole pictures no closer than each step allows: all that comes is decoded', () => {
    const { line, wait, tile, streams } = aLine();
    const shownIn = (ms: number): number => {
      const before = tile.length;
      for (let passed = 0; passed < ms; passed += 25) {
        wait(25);
        streams[0]?.port.postMessage({ type: 'picture', number: tile.length + 1, data: KEY });
      }
      return tile.length - before;
    };
    line.show({ url: 'motion' });
    expect(shownIn(3_000)).toBe(120);

    line.shed('fewer');
    expect(shownIn(3_000)).toBe(40);
    line.shed('keys');
    expect(shownIn(3_000)).toBe(3);
  });

  it('leaves out of H.265 what no other picture needs, by its own marks', () => {
    const { line, unit, came, streams } = aLine();
    const [needed, disposable] = [Uint8Array.from([0, 0, 0, 2, 2, 1]), Uint8Array.from([0, 0, 0, 2, 0, 1])];
    line.show({ url: 'main' });
    streams[0]?.port.postMessage({ ...CONFIG, codec: 'hvc1.1.6.L93.B0' });
    line.shed('fewer');
    [KEY, needed, disposable, needed].forEach((data, index) => unit(0, index + 1, data));

    expect(came()).toEqual([1, 2, 4]);
  });

  it('sends a picture now and then at the last step', () => {
    const { line, unit, came, wait } = aLine();
    line.show({ url: 'main' });
    unit(0, 1, KEY);
    line.shed('still');
    for (let second = 1; second <= 21; second += 1) {
      wait(1_000);
      unit(0, second + 1, KEY);
    }

    expect(came()).toEqual([1, 11, 21]);
  });

  it('counts what was left out as taken: the gateway must not take the tile for slow', () => {
    const { line, unit, take, streams } = aLine();
    line.show({ url: 'main' });
    line.shed('keys');
    unit(0, 1, KEY);
    unit(0, 2, NEEDED);
    take(1);
    unit(0, 3, NEEDED);

    expect(streams[0]?.heard).toEqual([
      { type: 'taken', number: 2 },
      { type: 'taken', number: 3 },
    ]);
  });

  it('goes on with the picture it has until the other stream gives one', () => {
    const { line, unit, came, streams, states, tile } = aLine();
    line.show({ url: 'main' });
    streams[0]?.say({ state: 'live', since: 1 });
    unit(0, 1, KEY);
    line.show({ url: 'sub' });
    streams[1]?.say({ state: 'connecting', since: 2 });
    unit(0, 2, NEEDED);
    expect(streams[0]?.stopped).toBe(false);
    streams[1]?.say({ state: 'live', since: 3 });
    unit(1, 1, KEY);
    unit(1, 2, NEEDED);

    expect(came()).toEqual([1, 2, 1, 2]);
    expect(streams[0]?.stopped).toBe(true);
    expect(states).toEqual(['live', 'live']);
    expect(tile.some((word) => word.type === 'state' && word.state === 'connecting')).toBe(false);
  });

  it('ends everything it began', () => {
    const { line, streams } = aLine();
    line.show({ url: 'main' });
    line.show({ url: 'sub' });
    line.close();

    expect(streams.map(({ stopped }) => stopped)).toEqual([true, true]);
  });
});
