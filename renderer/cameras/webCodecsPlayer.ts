import type { VideoConfig } from '../../domain/cameras/packets.ts';
import { createPainter, type PacketPlayer, type Screen } from './screen.ts';

/** A decoder this many pictures behind leaves out the rest up to the next key unit. */
const BEHIND = 25;
/** A new tile first gets all pictures since the last key unit at once; they are caught up with, not left out. */
const BEHIND_AT_START = 130;
const CAUGHT_UP = 3;
/** After so many failures without one picture between them the camera is not for this decoder. */
const MOST_FAILURES = 3;

/** Decodes on arrival and paints the newest picture in each frame of the window: nothing is ever buffered. */
export function createWebCodecsPlayer(screen: Screen, onGivenUp: () => void): PacketPlayer {
  const paint = createPainter(screen);
  let decoder: VideoDecoder | null = null;
  let config: VideoConfig | null = null;
  let newest: VideoFrame | null = null;
  let scheduled = 0;
  let needsKey = true;
  let limit = BEHIND_AT_START;
  let failures = 0;

  function paintNewest(): void {
    scheduled = 0;
    if (newest === null) return;
    paint(newest, newest.displayWidth, newest.displayHeight);
    newest.close();
    newest = null;
  }

  function receive(frame: VideoFrame): void {
    failures = 0;
    newest?.close();
    newest = frame;
    if (scheduled !== 0) return;
    scheduled = requestAnimationFrame(paintNewest);
  }

  function fail(): void {
    failures += 1;
    decoder = null;
    if (failures >= MOST_FAILURES) onGivenUp();
    else start();
  }

  function start(): void {
    if (config === null) return;
    needsKey = true;
    limit = BEHIND_AT_START;
    const { codec, description, widthPx, heightPx } = config;
    decoder = new VideoDecoder({ output: receive, error: fail });
    const size = { codedWidth: widthPx, codedHeight: heightPx };
    decoder.configure({ codec, description: description.slice(), ...size, optimizeForLatency: true });
  }

  function stop(): void {
    if (decoder !== null && decoder.state !== 'closed') decoder.close();
    decoder = null;
  }

  return {
    config(next) {
      stop();
      config = next;
      start();
    },
    unit({ key, timestampUs, data }) {
      if (decoder === null || decoder.state !== 'configured' || (needsKey && !key)) return;
      if (decoder.decodeQueueSize <= CAUGHT_UP) limit = BEHIND;
      needsKey = decoder.decodeQueueSize > limit;
      if (needsKey) return;
      decoder.decode(
        new EncodedVideoChunk({ type: key ? 'key' : 'delta', timestamp: timestampUs, data: data.slice() }),
      );
    },
    close() {
      stop();
      cancelAnimationFrame(scheduled);
      newest?.close();
      newest = null;
    },
  };
}
