import type { CheckLine } from '../../domain/cameras/check.ts';
import type { CameraSource } from '../../domain/cameras/model.ts';
import { PICTURELESS_MS } from '../../domain/cameras/rules.ts';
import type { TileWord } from '../../domain/cameras/packets.ts';
import type { Clock } from '../kernel/ports.ts';
import type { SourceState, StreamAddress, TilePort, Watch } from './ports.ts';

/** A camera that shows nothing by then is given up, ms; what it sends without a picture in it has been told before. */
export const PROBE_PATIENCE_MS = PICTURELESS_MS + 3_000;
/** After the first picture its rate is counted for so long, ms. */
export const PROBE_SAMPLE_MS = 2_000;

/** A camera says these of itself at once; waiting would change nothing. */
const final: ReadonlySet<string> = new Set(['offline', 'unauthorised', 'unsupported', 'no-source']);

/** The name of what pictures are coded in, by the word that decoders have for it. */
function codecName(codec: string): string {
  if (codec.startsWith('avc')) return 'H.264';
  if (codec.startsWith('hvc')) return 'H.265';
  return /^h(vc|ev)/.test(codec) ? 'H.265' : codec;
}

/** What the pictures of one camera tell: their size, their rate, and when the first of them came. */
function measure(startedAt: number, now: () => number) {
  const timesUs: number[] = [];
  let firstAt: number | undefined;
  let size: Pick<CheckLine, 'codec' | 'widthPx' | 'heightPx'> = {};
  return {
    word(word: TileWord): void {
      if (word.type === 'config')
        size = { codec: codecName(word.codec), widthPx: word.widthPx, heightPx: word.heightPx };
      if (word.type !== 'unit' && word.type !== 'picture') return;
      firstAt ??= now();
      timesUs.push(word.type === 'unit' ? word.timestampUs : now() * 1_000);
    },
    started: (): boolean => firstAt !== undefined,
    result(): Partial<CheckLine> {
      const [least, most] = [Math.min(...timesUs), Math.max(...timesUs)];
      const fps =
        timesUs.length > 2 && most > least ? ((timesUs.length - 1) * 1e6) / (most - least) : undefined;
      return {
        ...size,
        ...(firstAt !== undefined && { firstPictureMs: firstAt - startedAt }),
        ...(fps !== undefined && { fps: Math.round(fps * 10) / 10 }),
      };
    },
  };
}

/**
 * Connects to one camera as a tile would, looks for two seconds, and lets go; `onDone` is called once. Of a camera that only
 * a window can play, the word of its server is all there is: a playlist that can be read, or an offer.
 */
export function probe(
  needs: { readonly clock: Clock; readonly watch: Watch },
  camera: {
    readonly cameraId: string;
    readonly kind: CameraSource['kind'];
    readonly stream: StreamAddress;
  },
  onDone: (line: CheckLine) => void,
): () => void {
  const { clock, watch } = needs;
  const startedAt = clock.now();
  const measured = measure(startedAt, () => clock.now());
  let standing: SourceState = { state: 'connecting', since: startedAt };
  let ended = false;
  let stop = (): void => undefined;
  let hear = (_message: unknown): void => undefined;

  function endByServer(): void {
    standing = { ...standing, state: 'live' };
    end({ serverOnly: true });
  }

  function end(more: Pick<CheckLine, 'serverOnly'> = {}): void {
    if (ended) return;
    release();
    const { state, trouble, codec } = standing;
    onDone({
      cameraId: camera.cameraId,
      at: clock.now(),
      state,
      ...(trouble !== undefined && { trouble }),
      ...(codec !== undefined && { codec }),
      ...measured.result(),
      ...more,
    });
  }

  function release(): void {
    ended = true;
    callOff();
    stop();
  }

  let callOff = clock.after(PROBE_PATIENCE_MS, () => end());
  const port: TilePort = {
    postMessage(word) {
      const before = measured.started();
      measured.word(word);
      if (word.type === 'offer') return endByServer();
      if ('number' in word) hear({ type: 'taken', number: word.number });
      if (ended || before || !measured.started()) return;
      callOff();
      callOff = clock.after(PROBE_SAMPLE_MS, () => end());
    },
    onMessage: (listener) => void (hear = listener),
    onClose: () => undefined,
    close: () => undefined,
  };
  stop = watch(camera.stream, port, (state) => {
    standing = state;
    if (final.has(state.state)) end();
    else if (camera.kind === 'hls' && state.state === 'live') endByServer();
  });
  // It may have ended before it was known how to stop it.
  if (ended) stop();
  return release;
}
