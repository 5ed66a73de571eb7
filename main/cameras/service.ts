import type { CamerasCalls, OpenedCamera } from '../../domain/cameras/calls.ts';
import { CloseInput, OpenInput, ReportInput } from '../../domain/cameras/inputs.ts';
import type { CameraHealth, CameraSource } from '../../domain/cameras/model.ts';
import { addressFor, streamAt } from '../../domain/cameras/rules.ts';
import type { Importance, ShedLevel } from '../../domain/cameras/shedding.ts';
import { accept, refuse } from '../../domain/kernel/outcome.ts';
import { own } from '../../domain/kernel/own.ts';
import { NothingInput } from '../../domain/kernel/schema.ts';
import { playlistUrl } from '../kernel/control.ts';
import type { Handlers } from '../kernel/handlers.ts';
import type { Hub } from '../kernel/hub.ts';
import type { Clock, Log } from '../kernel/ports.ts';
import type { CamerasPorts, LineKind, StreamAddress } from './ports.ts';
import { createShedder } from './shedder.ts';
import { createTileLine } from './tileLine.ts';
import { createViews } from './views.ts';

export type CamerasService = {
  readonly calls: Handlers<keyof CamerasCalls>;
  /** How the cameras stand that were opened since the core started; for a window's snapshot. */
  healths(): readonly CameraHealth[];
  /** These cameras are reached otherwise than before: whoever shows them asks anew. */
  moved(cameraIds: readonly string[]): void;
  /** A check of all cameras found this. */
  checked(cameraId: string, check: NonNullable<CameraHealth['check']>): void;
  /** The window is gone for good: whatever it still held is closed. */
  dismiss(windowId: string): void;
  /** Where a camera is and how it is watched, the same for every tile and check: so they share one connection. */
  streamOf(cameraId: string, source: CameraSource, url: string): StreamAddress;
  /** Closes what a window may not see any more. */
  recheck(maySee: (windowId: string, cameraId: string) => boolean): void;
  stop(): void;
};

type Needs = Omit<CamerasPorts, 'recordings'> & {
  readonly hub: Pick<Hub, 'world'>;
  readonly clock: Clock;
  readonly log: Log;
  /** The room's own address of a camera. */
  readonly sourceOf: (cameraId: string) => CameraSource | undefined;
  /** Cameras with something going on now. */
  readonly active: (now: number) => readonly string[];
  /** Told at every change of a camera's state. */
  readonly onHealth: (health: CameraHealth) => void;
  readonly newTicket?: () => string;
};

/** One tile's wish, with the source it is served from. */
type Wish = {
  readonly cameraId: string;
  readonly windowId: string;
  readonly onWall: boolean;
  readonly source: CameraSource;
  readonly widthPx: number;
  readonly importance: Importance;
};

const kindOfLine = { rtsp: 'rtsp', mjpeg: 'pictures', snapshot: 'pictures', webrtc: 'webrtc' } as const;

/** Opens and closes cameras for tiles, and knows how each camera stands. */
export function createCamerasService(needs: Needs): CamerasService {
  const { hub, clock, log, sourceOf, gateway, tilePorts, mediaTickets, credentials, onHealth } = needs;
  const newTicket = needs.newTicket ?? (() => crypto.randomUUID());
  const { releaseWhere, ...views } = createViews(clock, onHealth);
  const shedder = createShedder({ clock, log, busy: needs.busy, active: needs.active });

  /** The windows of a machine have one engine: what one of them proved is true of all. */
  let playsH265 = false;

  function streamOf(cameraId: string, source: CameraSource, url: string): StreamAddress {
    const { certificate, suspectAfterSeconds } = source;
    const known = credentials(cameraId);
    return {
      url,
      name: cameraId,
      playsH265,
      ...(known === undefined ? {} : { credentials: known }),
      ...(certificate === undefined ? {} : { certificate }),
      ...(suspectAfterSeconds === undefined ? {} : { suspectAfterMs: suspectAfterSeconds * 1_000 }),
    };
  }

  function openPlaylist({ cameraId, windowId, onWall, source, widthPx, importance }: Wish): OpenedCamera {
    const ticket = newTicket();
    const stream = { ...streamOf(cameraId, source, addressFor(source, widthPx)), onWall };
    const { url, credentials: login } = stream;
    let stop = (): void => undefined;
    const close = (): void => {
      stop();
      shedder.close(ticket);
      mediaTickets.set(ticket, null);
    };
    const stands = views.hold(ticket, { cameraId, windowId, url, isSeenAlone: true, close });
    mediaTickets.set(ticket, { url, ...(login && { credentials: login }) });
    shedder.open({ ticket, cameraId, windowId, importance, hasSub: false, onLevel: () => undefined });
    stop = gateway.watchPlaylist(stream, stands);
    return { kind: 'hls', ticket, url: playlistUrl(ticket) };
  }

  async function openLine(wish: Wish, kind: LineKind): Promise<OpenedCamera> {
    const { cameraId, windowId, onWall, source, widthPx, importance } = wish;
    const ticket = newTicket();
    const large = addressFor(source, widthPx);
    let close = (): void => undefined;
    const isSeenAlone = kind === 'webrtc';
    const view = { cameraId, windowId, url: large, isSeenAlone, close: () => close() };
    const stands = views.hold(ticket, view);
    const port = await tilePorts.open(windowId, ticket).catch((error: unknown) => {
      views.release(ticket);
      throw error;
    });
    // Meanwhile the camera got another address, or the window may see it no more: it hears that its port is closed.
    if (views.holder(ticket) === undefined) {
      port.close();
      return { kind: kindOfLine[kind], ticket };
    }
    const line = createTileLine({
      port,
      watch: gateway.watch[kind],
      clock,
      onState: stands,
      onSent: () => shedder.sent(ticket),
    });
    close = () => {
      line.close();
      shedder.close(ticket);
    };
    const stream = (url: string): StreamAddress => ({
      ...streamOf(cameraId, source, url),
      record: { cameraId, stream: streamAt(source, url) },
      onWall,
      isUrgent: () => shedder.comesFirst(ticket),
    });
    // A stream of a WebRTC server begins with an answer to its offer: none takes over from another in the middle.
    const small = kind === 'webrtc' ? large : addressFor(source, 0);
    let shows = large;
    const onLevel = (level: ShedLevel): void => {
      line.shed(level);
      const wanted = level === 'full' ? large : small;
      if (wanted !== shows) line.show(stream(wanted));
      shows = wanted;
    };
    port.onClose(() => views.release(ticket));
    shedder.open({ ticket, cameraId, windowId, importance, hasSub: small !== large, onLevel });
    line.show(stream(large));
    return { kind: kindOfLine[kind], ticket };
  }

  const calls: CamerasService['calls'] = {
    'cameras.open': {
      allowed: ['wall', 'console'],
      parse: (raw) => OpenInput.parse(raw),
      async run({ cameraId, widthPx, importance = 'normal', ...proof }, { windowId, kind }) {
        if (own(hub.world().cameras.byId, cameraId) === undefined) return refuse('camera-unknown');
        const source = sourceOf(cameraId);
        if (source === undefined) return refuse('no-source');
        const url = addressFor(source, widthPx);
        if (views.isTooLarge({ cameraId, url })) return refuse('camera-too-large');
        playsH265 ||= proof.playsH265 ?? false;
        const onWall = kind === 'wall';
        const wish = { cameraId, windowId, onWall, source, widthPx, importance };
        const opened = source.kind === 'hls' ? openPlaylist(wish) : await openLine(wish, source.kind);
        const { suspectAfterSeconds: seconds } = source;
        return accept({ ...opened, ...(seconds === undefined ? {} : { suspectAfterMs: seconds * 1_000 }) });
      },
    },
    'cameras.close': {
      allowed: ['wall', 'console'],
      parse: (raw) => CloseInput.parse(raw),
      run({ ticket, tooLarge }, { windowId }) {
        if (views.holder(ticket) !== windowId) return accept(null);
        if (tooLarge) views.tooLarge(ticket);
        else views.release(ticket);
        return accept(null);
      },
    },
    'cameras.report': {
      allowed: ['wall', 'console'],
      parse: (raw) => ReportInput.parse(raw),
      run(report, { windowId }) {
        const levels = shedder.report(windowId, report);
        for (const tile of report.tiles) views.report(windowId, tile, levels[tile.ticket] === 'still');
        return accept(levels);
      },
    },
    'cameras.budget': {
      allowed: ['console'],
      parse: (raw) => NothingInput.parse(raw),
      run: () => accept(shedder.budget()),
    },
  };

  return {
    calls,
    healths: views.healths,
    checked: views.checked,
    streamOf,
    stop: shedder.stop,
    recheck(maySee) {
      releaseWhere(({ windowId, cameraId }) => !maySee(windowId, cameraId));
    },
    moved(cameraIds) {
      const ids = new Set(cameraIds);
      releaseWhere(({ cameraId }) => ids.has(cameraId));
    },
    dismiss(windowId) {
      shedder.dismiss(windowId);
      releaseWhere((view) => view.windowId === windowId);
    },
  };
}
