import { LARGEST_PICTURE_PX, STALE_AFTER_MS } from '../../../domain/cameras/rules.ts';
import type { SourceState, StreamAddress, TilePort, Watch } from '../../cameras/ports.ts';
import type { Clock, Log } from '../../kernel/ports.ts';
import { jpegSize } from './jpeg.ts';
import { createMultipartReader, MOST_PICTURE_BYTES } from './multipart.ts';
import { retryDelayMs } from './retry.ts';
import { askCamera } from './webLogin.ts';

/** A camera that gives single pictures is asked this often, ms. */
const SNAPSHOT_EVERY_MS = 1_000;
/** A connection that brings nothing for so long is dead, ms. */
const SILENT_MS = 10_000;
const WATCH_EVERY_MS = 500;
/** So many pictures may lie on the way to a tile; what comes above it is left out. */
const UNTAKEN = 3;

type Needs = { readonly clock: Clock; readonly log: Log; readonly chance?: () => number };
type Reader = (
  stream: StreamAddress,
  onPicture: (jpeg: Uint8Array) => void,
  signal: AbortSignal,
) => Promise<void>;

class Refused extends Error {}
/** Its pictures are larger than any tile could show: unpacked, one of 8K takes 130 MB. */
class TooLarge extends Error {}

function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8;
}

async function open(stream: StreamAddress, signal: AbortSignal) {
  const { status, ok, body, headers } = await askCamera(stream, signal);
  if (status === 401 || status === 403) throw new Refused();
  if (!ok || body === null) throw new Error(`status ${status}`);
  return { body, type: headers.get('content-type') ?? '' };
}

const readSnapshot: Reader = async (stream, onPicture, signal) => {
  const { body } = await open(stream, signal);
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.byteLength;
    if (size > MOST_PICTURE_BYTES) throw new Error('too large a picture');
    parts.push(part);
  }
  const jpeg = Buffer.concat(parts);
  if (!isJpeg(jpeg)) throw new Error('no JPEG');
  onPicture(jpeg);
};

const readMotion: Reader = async (stream, onPicture, signal) => {
  const { body, type } = await open(stream, signal);
  const boundary = /boundary="?([^";\s]{1,100})"?/i.exec(type)?.[1];
  if (boundary === undefined) throw new Error('no multipart stream');
  const reader = createMultipartReader(boundary, (part) => {
    if (isJpeg(part)) onPicture(part);
  });
  for await (const chunk of body) reader.push(chunk);
  throw new Error('the stream ended');
};

/** Sends numbered pictures to a port, and no more than the tile takes. */
function createSender(port: TilePort): (jpeg: Uint8Array) => void {
  let sent = 0;
  let taken = 0;
  port.onMessage((message) => {
    if (typeof message !== 'object' || message === null || !('number' in message)) return;
    if (typeof message.number === 'number') taken = Math.max(taken, Math.min(sent, message.number));
  });
  return (data) => {
    if (sent - taken >= UNTAKEN) return;
    sent += 1;
    port.postMessage({ type: 'picture', number: sent, data: new Uint8Array(data) });
  };
}

/** Keeps asking a camera for pictures, one tile each: the last resort for what gives nothing better. */
function watchWith(read: Reader, everyMs: number, { clock, log, chance = Math.random }: Needs): Watch {
  return (stream, port, onState) => {
    const send = createSender(port);
    let standing: SourceState = { state: 'connecting', since: clock.now() };
    let attempts = 0;
    let over = false;
    let heardAt = clock.now();
    let running = new AbortController();
    let callOff = (): void => undefined;

    function become(state: SourceState['state'], trouble?: SourceState['trouble']): void {
      if (standing.state === state && standing.trouble === trouble) return;
      const { trouble: _before, ...rest } = standing;
      standing = { ...rest, state, since: clock.now(), ...(trouble && { trouble }) };
      port.postMessage({ type: 'state', ...standing });
      onState(standing);
    }

    function receive(jpeg: Uint8Array): void {
      if (over) return;
      const size = jpegSize(jpeg);
      if (size && size.widthPx * size.heightPx > LARGEST_PICTURE_PX) throw new TooLarge();
      attempts = 0;
      heardAt = clock.now();
      standing = { ...standing, lastPictureAt: heardAt };
      become('live');
      send(jpeg);
    }

    function lose(failure: unknown): void {
      attempts += 1;
      const refused = failure instanceof Refused;
      const tooLarge = failure instanceof TooLarge;
      if (refused || tooLarge || attempts > 1 || standing.lastPictureAt === undefined) {
        const before = standing.state;
        if (tooLarge) become('unsupported', 'too-large');
        else become(refused ? 'unauthorised' : 'offline');
        if (before !== standing.state)
          log.warn('cameras.picturesLost', { source: new URL(stream.url).host, refused });
      }
      // What does not pass by itself is not asked for every second.
      const onWall = (stream.onWall ?? false) && !tooLarge;
      callOff = clock.after(retryDelayMs({ attempts, onWall, refused, chance: chance() }), () => void ask());
    }

    async function ask(): Promise<void> {
      running = new AbortController();
      heardAt = clock.now();
      try {
        await read(stream, receive, running.signal);
        if (!over) callOff = clock.after(everyMs, () => void ask());
      } catch (failure) {
        if (!over) lose(failure);
      }
    }

    function watch(): void {
      const silentMs = clock.now() - heardAt;
      if (standing.state === 'live' && silentMs >= STALE_AFTER_MS) become('stale');
      if (silentMs >= SILENT_MS) running.abort();
      callOffWatch = clock.after(WATCH_EVERY_MS, watch);
    }
    let callOffWatch = clock.after(WATCH_EVERY_MS, watch);

    port.postMessage({ type: 'state', ...standing });
    onState(standing);
    void ask();
    return () => {
      over = true;
      callOff();
      callOffWatch();
      running.abort();
    };
  };
}

/** Shows a stream of JPEG pictures. */
export const watchMotion = (needs: Needs): Watch => watchWith(readMotion, 0, needs);

/** Asks for a picture once a second. */
export const watchSnapshots = (needs: Needs): Watch => watchWith(readSnapshot, SNAPSHOT_EVERY_MS, needs);
