import { TAKEN_EVERY, type TileReply, type TileWord } from '../../domain/cameras/packets.ts';
import type { CameraHealth, CameraState } from '../../domain/cameras/model.ts';
import { tileState } from '../../domain/cameras/rules.ts';
import type { Importance, ShedLevel } from '../../domain/cameras/shedding.ts';
import { openHlsPlayer } from './hlsPlayer.ts';
import { createPacketPlayer } from './packetPlayer.ts';
import { createPatience } from './patience.ts';
import type { Screen } from './screen.ts';
import { takeTilePort } from './tilePorts.ts';

/** Asked again after so long when the core is away or the line broke, and when it knows no source, ms. */
const AGAIN_MS = 500;
const NO_SOURCE_AGAIN_MS = 5_000;
const JUDGE_EVERY_MS = 250;

/** How a tile stands: what it may claim about its picture. Times in epoch ms. */
export type Standing = {
  readonly state: CameraState;
  readonly since: number;
  /** When the picture that is seen was painted; null: nothing is seen. */
  readonly lastPaintedAt: number | null;
  /** What this tile gives up so that the machine keeps pace. */
  readonly shed: ShedLevel;
  readonly trouble?: CameraHealth['trouble'] | undefined;
  readonly codec?: string | undefined;
  /** Its pictures come and do not change since then. */
  readonly suspectSince?: number | undefined;
};

/** What is said of a camera, by the core or by the player of a playlist. */
type Said = Omit<CameraHealth, 'cameraId' | 'lastPictureAt'>;

type Line = { close(): void; hear(audible: boolean): void };

/** One camera on one tile. */
export type Player = Line & {
  /** The tile became more or less important; nothing is opened anew. */
  focus(importance: Importance): void;
};

/** Plays what comes on a tile's port, and says what it has taken. */
function followPort(
  port: MessagePort,
  screen: Screen,
  events: { said(said: Said): void; lost(): void; failed(): void },
): Line {
  const player = createPacketPlayer(screen, events.failed);
  port.onmessage = ({ data: word }: MessageEvent<TileWord>) => {
    if (word.type === 'state') return events.said(word);
    if (word.type === 'config') return player.config(word);
    player.unit(word);
    if (word.number % TAKEN_EVERY !== 0) return;
    const reply: TileReply = { type: 'taken', number: word.number };
    port.postMessage(reply);
  };
  port.addEventListener('close', events.lost);
  return {
    // Live packets carry pictures only.
    hear: () => undefined,
    close() {
      port.removeEventListener('close', events.lost);
      port.close();
      player.close();
    },
  };
}

/** A playlist's state is what its player shows: live with each painted picture, offline with each error. */
function followPlaylist(
  opened: { readonly ticket: string; readonly url: string },
  screen: Screen,
  said: (said: Said) => void,
): Line {
  let failed = false;
  const onPainted = (at: number): void => {
    screen.onPainted(at);
    if (failed) said({ state: 'live', since: at });
    failed = false;
  };
  const onError = (): void => {
    if (!failed) said({ state: 'offline', since: Date.now() });
    failed = true;
  };
  said({ state: 'live', since: Date.now() });
  const player = openHlsPlayer({ ...screen, onPainted }, opened.url, onError);
  return {
    hear: player.hear,
    close() {
      player.close();
      void window.ioc.call('cameras.close', { ticket: opened.ticket });
    },
  };
}

/** What another camera left on this canvas never stands under this one's name. */
function wipe(canvas: HTMLCanvasElement, cameraId: string): void {
  if (canvas.dataset['cameraId'] === cameraId) return;
  canvas.dataset['cameraId'] = cameraId;
  canvas.width = 0;
  canvas.height = 0;
}

/** Keeps one camera on a canvas for as long as it is open, through every loss of camera and core. */
export function openPlayer(
  request: { readonly cameraId: string; readonly widthPx: number; readonly focus: Importance },
  canvas: HTMLCanvasElement,
  events: { onStanding(standing: Standing): void; onSize(widthPx: number, heightPx: number): void },
): Player {
  const { cameraId, widthPx } = request;
  let importance = request.focus;
  const shed: ShedLevel = 'full';
  let audible = false;
  let said: Said = { state: 'connecting', since: Date.now() };
  let lastPaintedAt: number | null = null;
  let told: CameraState | null = null;
  let toldFrom: Said | null = null;
  let line: Line | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;
  let over = false;
  const patience = createPatience();

  /** Only a change is told: sixty tiles must not render twenty-five times a second. */
  function judge(): void {
    const state = tileState(said.state, lastPaintedAt, Date.now());
    if (state === told && said === toldFrom) return;
    told = state;
    toldFrom = said;
    const { since, trouble, codec, suspectSince } = said;
    events.onStanding({ state, since, lastPaintedAt, shed, trouble, codec, suspectSince });
  }

  function hear(next: Said): void {
    if (said.state !== 'live') patience.wait();
    said = next;
    judge();
  }

  const screen: Screen = {
    canvas,
    onSize: events.onSize,
    onPainted(at) {
      lastPaintedAt = at;
      patience.painted();
      if (told !== 'live') judge();
    },
  };

  function retry(ms: number): void {
    line?.close();
    line = null;
    clearTimeout(again);
    if (!over) again = setTimeout(() => void connect(), ms);
  }

  /** A decoder that stands still never says so: pictures come, the core says live, and nothing is painted. */
  function heal(): void {
    // A hidden window paints nothing.
    if (line === null || said.state !== 'live' || document.hidden) patience.wait();
    else if (patience.isOver()) retry(0);
  }

  /** No player of this window can show what comes: perhaps the camera will send something else. */
  function failed(): void {
    retry(Math.max(AGAIN_MS, patience.pauseMs()));
  }

  async function connect(): Promise<void> {
    const answer = await window.ioc.call('cameras.open', { cameraId, widthPx, importance });
    if (!answer.ok) {
      const none = answer.reason === 'no-source' || answer.reason === 'camera-unknown';
      if (none) hear({ state: 'no-source', since: said.state === 'no-source' ? said.since : Date.now() });
      return retry(none ? NO_SOURCE_AGAIN_MS : AGAIN_MS);
    }
    const opened = answer.value;
    const port = opened.kind === 'rtsp' ? await takeTilePort(opened.ticket) : null;
    patience.begin();
    if (over) {
      port?.close();
      void window.ioc.call('cameras.close', { ticket: opened.ticket });
    } else if (opened.kind === 'hls') {
      line = followPlaylist(opened, screen, hear);
      line.hear(audible);
    } else if (port === null) {
      retry(AGAIN_MS);
    } else {
      line = followPort(port, screen, { said: hear, lost: () => retry(AGAIN_MS), failed });
    }
  }

  wipe(canvas, cameraId);
  judge();
  const watch = setInterval(() => {
    heal();
    judge();
  }, JUDGE_EVERY_MS);
  void connect();
  return {
    hear(wanted) {
      audible = wanted;
      line?.hear(wanted);
    },
    focus: (wanted) => void (importance = wanted),
    close() {
      over = true;
      clearInterval(watch);
      clearTimeout(again);
      line?.close();
    },
  };
}
