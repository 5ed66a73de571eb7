import type { OpenedCamera } from '../../domain/cameras/calls.ts';
import type { CameraHealth, CameraState } from '../../domain/cameras/model.ts';
import { isThinned, tileState } from '../../domain/cameras/rules.ts';
import type { Importance, ShedLevel } from '../../domain/cameras/shedding.ts';
import { playsH265 } from './h265Proof.ts';
import type { Line, LineEvents, Said } from './line.ts';
import { reportTile } from './loadReport.ts';
import { createMeter } from './meter.ts';
import { openPacketLine } from './packetLine.ts';
import { createPatience } from './patience.ts';
import { openPictureLine } from './pictureLine.ts';
import { openPlaylistLine } from './playlistLine.ts';
import type { Screen } from './screen.ts';
import { watchStandstill } from './standing.ts';
import { takeTilePort } from './tilePorts.ts';
import { openWebRtcLine } from './webRtcLine.ts';

/** Asked again after so long when the core is away or the line broke, and when there is nothing to be had, ms. */
const AGAIN_MS = 500;
const SELDOM_MS = 5_000;
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
  /** Its picture is old because it is shown only now and then: nothing that somebody must look after. */
  readonly thinned: boolean;
};

/** How a tile stands before anything is known. */
export const unheard: Standing = {
  state: 'connecting',
  since: 0,
  lastPaintedAt: null,
  shed: 'full',
  thinned: false,
};

/** One camera on one tile. */
export type Player = {
  close(): void;
  hear(audible: boolean): void;
  /** When the picture that is on the canvas was painted, epoch ms; null: none was. */
  paintedAt(): number | null;
  /** The tile became more or less important, or another size; nothing is opened anew. */
  focus(importance: Importance): void;
  spread(areaPx: number): void;
};

/** The way into this window that the core chose, played by what can play it. */
async function openLine(
  opened: OpenedCamera & { readonly cameraId: string },
  screen: Screen,
  events: LineEvents,
): Promise<Line | null> {
  if (opened.kind === 'hls') return openPlaylistLine(opened, screen, events);
  const port = await takeTilePort(opened.ticket);
  if (port === null) return null;
  const open = { rtsp: openPacketLine, pictures: openPictureLine, webrtc: openWebRtcLine }[opened.kind];
  return open(port, screen, events);
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
  const meter = createMeter(request.focus);
  let shed: ShedLevel = 'full';
  let audible = false;
  let said: Said = { state: 'connecting', since: Date.now() };
  let lastPaintedAt: number | null = null;
  let doubt: number | null = null;
  let told: readonly unknown[] = [];
  let line: Line | null = null;
  let stopReport = (): void => undefined;
  let held: string | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;
  let over = false;
  const patience = createPatience();

  /** Only a change is told: sixty tiles must not render twenty-five times a second. */
  function judge(): void {
    const now = Date.now();
    const state = tileState(said.state, { shed, lastPaintedAt }, now);
    const thinned = isThinned(said.state, { shed, lastPaintedAt }, now);
    const news = [state, said, shed, doubt, thinned];
    if (news.every((each, index) => each === told[index])) return;
    told = news;
    const { since, trouble, codec } = said;
    const suspectSince = doubt ?? said.suspectSince;
    events.onStanding({ state, since, lastPaintedAt, shed, trouble, codec, suspectSince, thinned });
  }

  function hear(next: Said): void {
    if (said.state !== 'live') patience.wait();
    said = next;
    judge();
  }

  function shedTo(level: ShedLevel): void {
    if (level === shed) return;
    shed = level;
    meter.shed(level);
    line?.shed(level);
    judge();
  }

  const standstill = watchStandstill(canvas, (since) => {
    doubt = since;
    judge();
  });

  const screen: Screen = {
    canvas,
    meter,
    onSize: events.onSize,
    onTooLarge: () => void refuseSize(),
    onPainted(at) {
      lastPaintedAt = at;
      patience.painted();
      standstill.look(at);
      if (told[0] !== 'live') judge();
    },
  };

  function leave(): void {
    stopReport();
    stopReport = () => undefined;
    line?.close();
    line = null;
  }

  function retry(ms: number): void {
    leave();
    clearTimeout(again);
    if (!over) again = setTimeout(() => void connect(), ms);
  }

  /** A decoder that stands still never says so: pictures come, the core says live, and nothing is painted. */
  function heal(): void {
    // A hidden window paints nothing, and a tile that sheds load seldom.
    const paintsSeldom = document.hidden || shed === 'keys' || shed === 'still';
    if (line === null || said.state !== 'live' || paintsSeldom) patience.wait();
    else if (patience.isOver()) retry(0);
  }

  /** No player of this window can show what comes: perhaps the camera will send something else. */
  function failed(): void {
    retry(Math.max(AGAIN_MS, patience.pauseMs()));
  }

  /** There is nothing to show for now, and asking often changes nothing. */
  function goWithout(state: CameraState, trouble?: CameraHealth['trouble']): void {
    const since = said.state === state && said.trouble === trouble ? said.since : Date.now();
    hear({ state, since, ...(trouble && { trouble }) });
    retry(SELDOM_MS);
  }

  /** Not one more picture of that size is decoded, here or in any other tile. */
  async function refuseSize(): Promise<void> {
    const ticket = held;
    held = null;
    if (ticket === null) return;
    await window.ioc.call('cameras.close', { ticket, tooLarge: true });
    if (!over) goWithout('unsupported', 'too-large');
  }

  async function connect(): Promise<void> {
    const wish = { cameraId, widthPx, importance: meter.importance(), playsH265: await playsH265() };
    const answer = await window.ioc.call('cameras.open', wish);
    if (!answer.ok) {
      const { reason } = answer;
      if (reason === 'camera-too-large') return goWithout('unsupported', 'too-large');
      if (reason === 'no-source' || reason === 'camera-unknown') return goWithout('no-source');
      return retry(AGAIN_MS);
    }
    const { ticket } = answer.value;
    held = ticket;
    const lost = (): void => retry(AGAIN_MS);
    const opened = await openLine({ ...answer.value, cameraId }, screen, { said: hear, lost, failed });
    patience.begin();
    if (over) {
      opened?.close();
      void window.ioc.call('cameras.close', { ticket });
      return;
    }
    if (opened === null) return lost();
    line = opened;
    line.hear(audible);
    standstill.begin(answer.value.suspectAfterMs);
    shedTo('full');
    stopReport = reportTile({
      ...{ ticket, meter, onLevel: shedTo, suspects: () => doubt },
      isSeen: () => canvas.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
      ...(opened.came && { came: opened.came }),
    });
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
    paintedAt: () => lastPaintedAt,
    focus: meter.focus,
    spread: meter.spread,
    close() {
      over = true;
      clearInterval(watch);
      clearTimeout(again);
      leave();
    },
  };
}
