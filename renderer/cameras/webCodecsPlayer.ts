import type { VideoConfig } from '../../domain/cameras/packets.ts';
import type { Backlog } from './backlog.ts';
import { createPainter, type PacketPlayer, type Screen } from './screen.ts';

/** A decoder that gives out a picture while no more than this many wait has caught up. */
const CAUGHT_UP = 3;
/** After so many failures without one picture between them the camera is not for this decoder. */
const MOST_FAILURES = 3;

/** Decodes on arrival and paints the newest picture in each frame of the window: nothing is ever buffered. */
export function createWebCodecsPlayer(screen: Screen, onGivenUp: () => void, backlog: Backlog): PacketPlayer {
  const paint = createPainter(screen);
  let decoder: VideoDecoder | null = null;
  let config: VideoConfig | null = null;
  let newest: VideoFrame | null = null;
  let scheduled = 0;
  let needsKey = true;
  let limit = backlog.atStart;
  let failures = 0;

  function paintNewest(): void {
    scheduled = 0;
    if (newest === null) return;
    paint(newest, newest.displayWidth, newest.displayHeight, newest.timestamp);
    newest.close();
    newest = null;
  }

  function receive(frame: VideoFrame): void {
    failures = 0;
    // Not before: nothing waits yet, either, when the first of many comes.
    if (decoder !== null && decoder.decodeQueueSize <= CAUGHT_UP) limit = backlog.later;
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
    limit = backlog.atStart;
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
      needsKey = decoder.decodeQueueSize > limit;
      if (needsKey) {
        limit = backlog.later;
        return;
      }
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
