import { TAKEN_EVERY, type TileWord } from '../../../domain/cameras/packets.ts';
import type { RecordingRefusal } from '../../../domain/cameras/replayCalls.ts';
import type { ReplayAnchor } from '../../../domain/cameras/rules.ts';
import { PICTURE_MS } from '../../../domain/cameras/vms.ts';
import { replayBacklog } from '../backlog.ts';
import { leavePort, sayTaken } from '../line.ts';
import { createMeter } from '../meter.ts';
import { createPacketPlayer } from '../packetPlayer.ts';
import { takeTilePort } from '../tilePorts.ts';
import type { ReplayEvents, ReplayStanding } from './replayEvents.ts';
import { openVmsPlayer, type VmsFilm } from './vmsPlayer.ts';

/** The core is away or the line broke: asked again after so long, ms. */
const AGAIN_MS = 500;
/** Whoever waits longer than this is told so: what was seen before is of another time, ms. */
const LATE_MS = 300;
/** A server of recordings that gave none is asked again after so long, ms. */
const VMS_AGAIN_MS = 5_000;
/** One that refused the password locks out who asks often, ms. */
const REFUSED_AGAIN_MS = 60_000;

const connecting: ReplayStanding = { state: 'connecting' };

function standingOf(word: Extract<TileWord, { type: 'state' }>): ReplayStanding {
  const state = word.state === 'live' || word.state === 'no-source' ? word.state : 'offline';
  return { state, ...(word.lastPictureAt === undefined ? {} : { until: word.lastPictureAt }) };
}

/** When a replay comes to a moment and is one picture beyond, ms from now; null: never. */
function reachedIn({ mediaAt, clockAt, rate }: ReplayAnchor, moment: number | undefined): number | null {
  if (moment === undefined || rate === 0) return null;
  return Math.max(0, clockAt + (moment + PICTURE_MS - mediaAt) / rate - Date.now());
}

function closeReplay(ticket: string): void {
  void window.ioc.call('cameras.closeReplay', { ticket });
}

function follow(
  { port, rate }: { readonly port: MessagePort; readonly rate: number },
  canvas: HTMLCanvasElement,
  events: ReplayEvents & { lost(): void },
): () => void {
  const nothing = (): void => undefined;
  const onPainted = (_at: number, takenUs?: number): void => {
    if (takenUs !== undefined) events.onPicture(takenUs / 1_000);
  };
  // Nobody takes pictures from a replay: only what is live is shed. What is too large to be shown was not recorded.
  const sink = { onPainted, onTooLarge: nothing, onSize: events.onSize };
  const screen = { canvas, meter: createMeter('normal'), ...sink };
  const player = createPacketPlayer(screen, events.lost, replayBacklog(rate));
  port.onmessage = ({ data: word }: MessageEvent<TileWord>) => {
    if (word.type === 'state') return events.onStanding(standingOf(word));
    if (word.type === 'config') return player.config(word);
    if (word.type !== 'unit') return;
    player.unit(word);
    if (word.number % TAKEN_EVERY === 0) sayTaken(port, word.number);
  };
  port.addEventListener('close', events.lost);
  return () => {
    leavePort(port, events.lost);
    player.close();
  };
}

function followFilm(
  film: VmsFilm & { readonly ticket: string },
  canvas: HTMLCanvasElement,
  events: ReplayEvents & { lost(afterMs?: number): void },
): () => void {
  const stop = openVmsPlayer(film, canvas, {
    ...events,
    onError: () => events.lost(VMS_AGAIN_MS),
    onOver: () => events.lost(),
  });
  return () => {
    stop();
    closeReplay(film.ticket);
  };
}

/** What a server of recordings says; other refusals come from the core. */
const isOfVms = (reason: string): reason is RecordingRefusal => reason.startsWith('recording-');

/** Plays a recording on a canvas as the anchor says, for as long as it is open. The core keeps the time. */
export function openReplay(
  request: { readonly cameraId: string; readonly anchor: ReplayAnchor },
  canvas: HTMLCanvasElement,
  events: ReplayEvents,
): () => void {
  let over = false;
  let stop: (() => void) | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;
  let late: ReturnType<typeof setTimeout> | undefined;

  function tell(standing: ReplayStanding): void {
    clearTimeout(late);
    if (!over) events.onStanding(standing);
  }

  function retry(afterMs = AGAIN_MS): void {
    stop?.();
    stop = null;
    clearTimeout(again);
    if (!over) again = setTimeout(() => void connect(), afterMs);
  }

  /** Nothing comes any more: what is seen would stand still under a moment that goes on. */
  function lose(): void {
    tell(connecting);
    retry();
  }

  async function connect(): Promise<void> {
    clearTimeout(late);
    late = setTimeout(() => tell(connecting), LATE_MS);
    const answer = await window.ioc.call('cameras.openReplay', request);
    if (!answer.ok) {
      const why = answer.reason;
      if (!isOfVms(why)) return lose();
      tell({ state: 'offline', why });
      return retry(why === 'recording-unauthorised' ? REFUSED_AGAIN_MS : VMS_AGAIN_MS);
    }
    if (answer.value.kind === 'vms') {
      if (over) return closeReplay(answer.value.ticket);
      const film = { ...answer.value, anchor: request.anchor };
      stop = followFilm(film, canvas, { ...events, onStanding: tell, lost: retry });
      return;
    }
    const port = await takeTilePort(answer.value.ticket);
    if (over) return port?.close();
    if (port === null) return lose();
    const endsIn = reachedIn(request.anchor, answer.value.to);
    if (endsIn !== null) again = setTimeout(() => retry(0), endsIn);
    stop = follow({ port, rate: request.anchor.rate }, canvas, {
      ...events,
      onStanding: tell,
      lost: lose,
    });
  }

  void connect();
  return () => {
    over = true;
    clearTimeout(again);
    clearTimeout(late);
    stop?.();
  };
}
