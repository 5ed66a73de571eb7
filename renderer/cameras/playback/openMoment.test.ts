import { afterEach, beforeEach, expect, it, vi } from 'vitest';

let arrive: (event: unknown) => void = () => undefined;
let frames: (() => void)[] = [];
/** The decoder: what it got, and how it hands a picture out. */
const decoder = { got: 0, output: (_frame: unknown): void => undefined };

beforeEach(() => {
  vi.useFakeTimers();
  // Where the ports arrive is settled when their module is read.
  vi.resetModules();
  Object.assign(decoder, { got: 0 });
  frames = [];
  class Decoder {
    readonly state = 'configured';
    readonly decodeQueueSize = 0;
    constructor({ output }: { readonly output: (frame: unknown) => void }) {
      decoder.output = output;
    }
    configure = (): void => undefined;
    close = (): void => undefined;
    decode = (): void => void (decoder.got += 1);
  }
  vi.stubGlobal('window', {
    location: { origin: 'app://ioc' },
    addEventListener: (_name: string, listener: typeof arrive) => void (arrive = listener),
    ioc: { call: () => Promise.resolve({ ok: true, value: { kind: 'ring', ticket: 'one' } }) },
    VideoDecoder: Decoder,
  });
  vi.stubGlobal('VideoDecoder', Decoder);
  vi.stubGlobal('EncodedVideoChunk', Object);
  vi.stubGlobal('requestAnimationFrame', (paint: () => void) => frames.push(paint));
  vi.stubGlobal('cancelAnimationFrame', () => undefined);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.resetModules();
});

function paintOne(): void {
  decoder.output({ timestamp: 0, displayWidth: 640, displayHeight: 360, close: () => undefined });
  frames.splice(0).forEach((paint) => paint());
}

it('a picture of a moment is shown once nothing newer is painted, however long the decoder takes', async () => {
  const { openMoment } = await import('./openMoment.ts');
  const sheet = { isContextLost: () => false, drawImage: () => undefined };
  const canvas: HTMLCanvasElement = Object.assign(Object.create(null), {
    ...{ width: 0, height: 0, getContext: () => sheet },
  });
  let shown = false;
  const taken: unknown[] = [];
  const close = openMoment({ cameraId: 'cam-01', at: 0 }, canvas, () => (shown = true));
  await vi.advanceTimersByTimeAsync(1);
  const port: { onmessage?: (event: { readonly data: unknown }) => void } & Record<string, unknown> = {
    postMessage: (word: unknown) => taken.push(word),
    close: () => undefined,
  };
  arrive({
    origin: window.location.origin,
    data: { type: 'tile-port', ticket: 'one' },
    ports: [port],
  });
  await vi.advanceTimersByTimeAsync(1);
  const say = (data: unknown): void => port.onmessage?.({ data });

  say({ type: 'config', codec: 'avc1.42c01e', description: new Uint8Array(), widthPx: 640, heightPx: 360 });
  for (let number = 1; number <= 100; number += 1)
    say({ type: 'unit', number, key: number === 1, timestampUs: number, data: new Uint8Array() });
  say({ type: 'state', state: 'live', since: 0 });
  expect(decoder.got).toBe(100);
  expect(taken.at(-1)).toEqual({ type: 'taken', number: 100 });

  for (let pictures = 0; pictures < 5; pictures += 1) {
    paintOne();
    await vi.advanceTimersByTimeAsync(900);
    expect(shown).toBe(false);
  }
  await vi.advanceTimersByTimeAsync(100);
  expect(shown).toBe(true);
  close();
});
