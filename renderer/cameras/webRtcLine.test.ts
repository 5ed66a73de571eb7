import { afterEach, expect, it, vi } from 'vitest';
import { STILL_EVERY_MS } from '../../domain/cameras/shedding.ts';
import { createMeter } from './meter.ts';
import type { Screen } from './screen.ts';
import { openWebRtcLine } from './webRtcLine.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** A tile whose stream has come up; `frame`: the video shows its next picture, if it plays and its track is enabled. */
async function aTile() {
  vi.useFakeTimers();
  let next: (() => void) | undefined;
  const video = {
    ...{ paused: false, muted: true, videoWidth: 640, videoHeight: 360, srcObject: null },
    play: () => Promise.resolve(void (video.paused = false)),
    pause: () => void (video.paused = true),
    remove: () => undefined,
    requestVideoFrameCallback: (call: (now: number, of: { readonly mediaTime: number }) => void) =>
      void (next = () => call(0, { mediaTime: 0 })),
  };
  const track = { enabled: true };
  class Peer {
    readonly iceGatheringState = 'complete';
    readonly localDescription = { sdp: 'v=0' };
    getReceivers = () => [{ track }];
    setRemoteDescription = () => Promise.resolve();
    createAnswer = () => Promise.resolve({});
    setLocalDescription = () => Promise.resolve();
    addEventListener = () => undefined;
    close = () => undefined;
  }
  vi.stubGlobal('document', { createElement: () => video });
  vi.stubGlobal('RTCPeerConnection', Peer);
  const drawn: boolean[] = [];
  const sheet = { isContextLost: () => false, drawImage: () => drawn.push(track.enabled) };
  const canvas: HTMLCanvasElement = Object.assign(Object.create(null), {
    ...{ width: 0, height: 0, before: () => undefined, getContext: () => sheet },
  });
  const meter = createMeter('normal');
  const ignore = { onSize: () => undefined, onPainted: () => undefined, onTooLarge: () => undefined };
  const screen: Screen = { canvas, meter, ...ignore };
  const answers: unknown[] = [];
  const port: MessagePort = Object.assign(Object.create(null), {
    postMessage: (message: unknown) => answers.push(message),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    close: () => undefined,
  });
  const events = { said: () => undefined, lost: () => undefined, failed: () => undefined };
  const line = openWebRtcLine(port, screen, events);
  port.onmessage?.(new MessageEvent('message', { data: { type: 'offer', sdp: 'v=0' } }));
  await vi.advanceTimersByTimeAsync(1);
  expect(answers).toHaveLength(1);
  return {
    line,
    meter,
    video,
    drawn,
    /** Pictures come, 25 a second. */
    play(ms: number): void {
      for (let at = 0; at < ms; at += 40) {
        vi.advanceTimersByTime(40);
        if (!video.paused) next?.();
      }
    },
  };
}

it('a WebRTC tile that shows stills shows a picture of the camera now and then, and never a black one', async () => {
  const tile = await aTile();
  tile.play(1_000);
  const before = tile.drawn.length;
  expect(before).toBe(25);

  tile.meter.shed('still');
  tile.line.shed('still');
  expect(tile.video.paused).toBe(true);
  tile.play(3 * STILL_EVERY_MS + 1_000);
  expect(tile.drawn.slice(before)).toEqual([true, true, true]);

  tile.meter.shed('full');
  tile.line.shed('full');
  tile.play(1_000);
  expect(tile.drawn).toHaveLength(before + 3 + 25);
  expect(tile.drawn).not.toContain(false);
});
