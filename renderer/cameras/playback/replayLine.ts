import type { CameraState } from '../../../domain/cameras/model.ts';
import { TAKEN_EVERY, type TileReply, type TileWord } from '../../../domain/cameras/packets.ts';
import type { ReplayAnchor } from '../../../domain/cameras/rules.ts';
import { createMeter } from '../meter.ts';
import { createPacketPlayer } from '../packetPlayer.ts';
import { takeTilePort } from '../tilePorts.ts';

/** The core is away or the line broke: asked again after so long, ms. */
const AGAIN_MS = 500;

/** How the camera stood at the moment that is shown; `until`: there are pictures again from then on. Epoch ms. */
export type ReplayStanding = {
  readonly state: Extract<CameraState, 'connecting' | 'live' | 'offline' | 'no-source'>;
  readonly until?: number;
};

type Events = {
  onStanding(standing: ReplayStanding): void;
  onSize(widthPx: number, heightPx: number): void;
  /** The moment of the picture that was given to the screen last, epoch ms. */
  onPicture(at: number): void;
};

function standingOf(word: Extract<TileWord, { type: 'state' }>): ReplayStanding {
  const state = word.state === 'live' || word.state === 'no-source' ? word.state : 'offline';
  return { state, ...(word.lastPictureAt === undefined ? {} : { until: word.lastPictureAt }) };
}

function follow(port: MessagePort, canvas: HTMLCanvasElement, events: Events & { lost(): void }): () => void {
  // Nobody takes pictures from a replay: only what is live is shed.
  const screen = { canvas, onPainted: () => undefined, onSize: events.onSize, meter: createMeter('normal') };
  const player = createPacketPlayer(screen, events.lost);
  port.onmessage = ({ data: word }: MessageEvent<TileWord>) => {
    if (word.type === 'state') return events.onStanding(standingOf(word));
    if (word.type === 'config') return player.config(word);
    if (word.type !== 'unit') return;
    player.unit(word);
    events.onPicture(word.timestampUs / 1_000);
    if (word.number % TAKEN_EVERY !== 0) return;
    const reply: TileReply = { type: 'taken', number: word.number };
    port.postMessage(reply);
  };
  port.addEventListener('close', events.lost);
  return () => {
    port.removeEventListener('close', events.lost);
    port.close();
    player.close();
  };
}

/** Plays a recording on a canvas as the anchor says, for as long as it is open. The core keeps the time. */
export function openReplay(
  request: { readonly cameraId: string; readonly anchor: ReplayAnchor },
  canvas: HTMLCanvasElement,
  events: Events,
): () => void {
  let over = false;
  let stop: (() => void) | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;

  function retry(): void {
    stop?.();
    stop = null;
    clearTimeout(again);
    if (!over) again = setTimeout(() => void connect(), AGAIN_MS);
  }

  async function connect(): Promise<void> {
    const answer = await window.ioc.call('cameras.openReplay', request);
    const port = answer.ok ? await takeTilePort(answer.value.ticket) : null;
    if (over) return port?.close();
    if (port === null) return retry();
    stop = follow(port, canvas, { ...events, lost: retry });
  }

  void connect();
  return () => {
    over = true;
    clearTimeout(again);
    stop?.();
  };
}
