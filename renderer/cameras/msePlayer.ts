import { TIMESCALE } from '../../domain/cameras/mp4Boxes.ts';
import { fragment, initSegment } from '../../domain/cameras/mp4Fragments.ts';
import type { VideoConfig, VideoUnit } from '../../domain/cameras/packets.ts';
import type { Backlog } from './backlog.ts';
import type { PacketPlayer, Screen } from './screen.ts';
import { createSourceVideo, paintFrom } from './sourceVideo.ts';

/** Lag behind the newest picture, s: above the first it plays a little faster, above the second it jumps. */
const FASTER_ABOVE = 0.15;
const JUMP_ABOVE = 0.5;
const JUMP_TO = 0.04;
/** What was played is kept so long, s. */
const KEPT = 4;
const USUAL_STEP = TIMESCALE / 25;
const LONGEST_STEP = TIMESCALE;

/** Gives each picture its place in time: never backwards, never a hole that playing would stop at. */
function createPlaces() {
  let last: number | null = null;
  let time = 0;
  let step = USUAL_STEP;
  let number = 0;
  let given: readonly { readonly time: number; readonly timestampUs: number }[] = [];
  return {
    place({ timestampUs, key, data }: VideoUnit): Uint8Array {
      const ticks = Math.round((timestampUs * TIMESCALE) / 1e6);
      const passed = last === null ? 0 : ticks - last;
      if (last !== null) time += step;
      if (passed > 0 && passed < LONGEST_STEP) step = passed;
      last = ticks;
      number += 1;
      const oldest = time - KEPT * 2 * TIMESCALE;
      given = [...given.filter((each) => each.time >= oldest), { time, timestampUs }];
      return fragment({ number, time, duration: step, key, data });
    },
    /** The time that the picture at this second of the video bore, µs. */
    takenUs(seconds: number): number | undefined {
      const ticks = Math.round(seconds * TIMESCALE);
      return given.findLast((each) => each.time <= ticks)?.timestampUs;
    },
  };
}

/** Copied, because the types of the DOM want bytes that nobody else shares. */
const own = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

/** Plays one config's units through a video element; a new config needs a new one. */
function createTrack(
  video: HTMLVideoElement,
  { config, mostWaiting }: { readonly config: VideoConfig; readonly mostWaiting: number },
  onFailed: () => void,
) {
  const source = new MediaSource();
  const address = URL.createObjectURL(source);
  const { place, takenUs } = createPlaces();
  let waiting: Uint8Array[] = [initSegment(config)];
  let buffer: SourceBuffer | null = null;
  let needsKey = true;

  function append(): void {
    if (buffer === null || buffer.updating || source.readyState !== 'open' || video.error !== null) return;
    const start = buffer.buffered.length > 0 ? buffer.buffered.start(0) : 0;
    if (video.currentTime - start > KEPT * 2) return buffer.remove(start, video.currentTime - KEPT);
    const next = waiting.shift();
    if (next !== undefined) buffer.appendBuffer(own(next));
  }

  function keepUp(): void {
    if (buffer === null || buffer.buffered.length === 0) return;
    const end = buffer.buffered.end(buffer.buffered.length - 1);
    const lag = end - video.currentTime;
    if (lag > JUMP_ABOVE) video.currentTime = end - JUMP_TO;
    video.playbackRate = lag > FASTER_ABOVE ? 1.1 : 1;
  }

  source.addEventListener('sourceopen', () => {
    URL.revokeObjectURL(address);
    const type = `video/mp4; codecs="${config.codec}"`;
    if (!MediaSource.isTypeSupported(type)) return onFailed();
    buffer = source.addSourceBuffer(type);
    buffer.addEventListener('updateend', () => {
      keepUp();
      append();
    });
    append();
  });
  video.src = address;

  return {
    takenUs,
    unit(unit: VideoUnit): void {
      if (needsKey && !unit.key) return;
      needsKey = waiting.length > mostWaiting;
      if (needsKey) return;
      waiting.push(place(unit));
      append();
    },
    close(): void {
      waiting = [];
      video.removeAttribute('src');
      video.load();
    },
  };
}

/** Plays through MSE, one fragment per picture, and paints what plays onto the tile's canvas; a failure is final. */
export function createMsePlayer(screen: Screen, onFailed: () => void, backlog: Backlog): PacketPlayer {
  const video = createSourceVideo(screen);
  let track: ReturnType<typeof createTrack> | null = null;
  let over = false;

  video.addEventListener('error', fail);

  function fail(): void {
    if (!over) onFailed();
  }

  paintFrom(
    screen,
    () => video,
    () => over,
    (seconds) => track?.takenUs(seconds),
  );

  return {
    config(config) {
      track?.close();
      track = createTrack(video, { config, mostWaiting: backlog.atStart }, fail);
    },
    unit: (unit) => track?.unit(unit),
    close() {
      over = true;
      track?.close();
      video.remove();
    },
  };
}
