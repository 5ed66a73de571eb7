import { MessageChannelMain, utilityProcess, type UtilityProcess, type WebContents } from 'electron';
import type { Notice, WindowIdentity } from '../../../domain/contract/port.ts';
import type { Canvas } from '../../../domain/wall/model.ts';
import type { Room, Standing } from '../../../domain/wall/roomModel.ts';
import type { WebPlace } from '../../../domain/web/model.ts';
import type { CoreConfig, CoreMessage, PlaylistAddress, ShellMessage } from '../../kernel/control.ts';
import { createSilence, LOOK_MS } from './silence.ts';

/** A core that dies again at once is not restarted in a hot loop. */
const RESTART_PAUSE_MS = [0, 250, 1_000, 3_000, 10_000] as const;
const CALM_MS = 60_000;

/** What the core process tells the shell, and what the shell must find for it. */
export type CoreEvents = {
  /** A new core has started: it must be told the canvas and get every window's port. */
  readonly onStarted: () => void;
  /** It cannot start at all: the room's own files are wrong. */
  readonly onFatal: (message: Extract<CoreMessage, { type: 'fatal' }>) => void;
  /** The site's Mapbox token from the vault, when it has one. */
  readonly onMapToken: (token: string) => void;
  /** The key of the machine's documents, base64. */
  readonly onDocumentsKey: (key: string) => void;
  readonly onWebPlace: (windowId: string, views: readonly WebPlace[]) => void;
  readonly onMediaTicket: (ticket: string, to: PlaylistAddress | null) => void;
  /** Who is signed in at a console window now: told again to a core that follows this one. */
  readonly onSession: (windowId: string, personId: string | null) => void;
  /** People changed the room. */
  readonly onRoom: (room: Room) => void;
  /** This window is to be opened anew, unseen. */
  readonly onRenew: (windowId: string) => void;
  /** The newest page of this window shows all it has. */
  readonly onSettled: (windowId: string) => void;
  /** Which window may be heard; null: none. */
  readonly onSound: (windowId: string | null) => void;
  readonly onDeath: (facts: { readonly code: number | null; readonly reason?: string }) => void;
  readonly findWindow: (windowId: string) => WebContents | undefined;
};

/** Runs the core in a process of its own, restarts it when it dies or hangs, and makes the channels to it. */
export function createCoreProcess(file: string, config: CoreConfig, events: CoreEvents) {
  let child: UtilityProcess | undefined;
  let stopping = false;
  /** Once a room has come up, no word of a later core takes it down: it is tried again. */
  let hasServed = false;
  let lastWord: string | undefined;
  const silence = createSilence();
  const deaths: number[] = [];

  function say(message: ShellMessage, ...ports: Electron.MessagePortMain[]): void {
    child?.postMessage(message, ports);
  }

  function openTilePort(windowId: string, ticket: string): void {
    const contents = events.findWindow(windowId);
    if (contents === undefined || contents.isDestroyed()) return;
    const { port1, port2 } = new MessageChannelMain();
    contents.postMessage('tile-port', ticket, [port2]);
    say({ type: 'tile-port', ticket }, port1);
  }

  function receive(message: CoreMessage): void {
    silence.heard(Date.now());
    switch (message.type) {
      case 'tile-port':
        return openTilePort(message.windowId, message.ticket);
      case 'media-ticket':
        return events.onMediaTicket(message.ticket, message.to);
      case 'web-place':
        return events.onWebPlace(message.windowId, message.views);
      case 'session':
        return events.onSession(message.windowId, message.personId);
      case 'renew':
        return events.onRenew(message.windowId);
      case 'settled':
        return events.onSettled(message.windowId);
      case 'sound':
        return events.onSound(message.windowId);
      case 'room':
        return events.onRoom(message.room);
      case 'fatal':
        lastWord = [
          message.reason,
          ...message.problems.map(({ file, path, expected }) => `${file}: ${path}: ${expected}`),
        ].join('; ');
        if (hasServed || message.reason !== 'config-wrong') return;
        stopping = true;
        return events.onFatal(message);
      case 'ready':
        hasServed = true;
        lastWord = undefined;
        if (message.mapboxToken !== undefined) events.onMapToken(message.mapboxToken);
        if (message.documentsKey !== undefined) events.onDocumentsKey(message.documentsKey);
        return;
      case 'alive':
      case 'stats':
        return;
    }
  }

  function start(): void {
    silence.began(Date.now());
    const started = utilityProcess.fork(file, [], { serviceName: 'toan-canh-core', stdio: 'inherit' });
    child = started;
    started.on('message', receive);
    started.on('exit', (code) => {
      if (child === started) child = undefined;
      if (!stopping) events.onDeath({ code, ...(lastWord === undefined ? {} : { reason: lastWord }) });
      if (!stopping) restart();
    });
    say({ type: 'start', config: { ...config, spawnedAt: Date.now() } });
    events.onStarted();
  }

  function restart(): void {
    const now = Date.now();
    const recent = deaths.filter((at) => now - at < CALM_MS).length;
    deaths.push(now);
    setTimeout(
      () => {
        if (stopping) return;
        start();
        say({ type: 'notice', kind: 'core-restarted' });
      },
      RESTART_PAUSE_MS[Math.min(recent, RESTART_PAUSE_MS.length - 1)],
    );
  }

  const look = setInterval(() => {
    if (silence.isTooLong(Date.now())) child?.kill();
  }, LOOK_MS);

  return {
    start,
    setCanvas: (wallId: string, canvas: Canvas, standing: Standing): void =>
      say({ type: 'canvas', wallId, canvas, standing }),
    /** Gives a window a new port to the core. */
    admit(contents: WebContents, window: WindowIdentity, personId?: string): void {
      const { port1, port2 } = new MessageChannelMain();
      contents.postMessage('core-port', null, [port2]);
      say({ type: 'admit', window, ...(personId === undefined ? {} : { personId }) }, port1);
    },
    seen: (windowId: string, instead: string): void => say({ type: 'seen', windowId, instead }),
    dismiss: (windowId: string): void => say({ type: 'dismiss', windowId }),
    crashed: (window: WindowIdentity): void => say({ type: 'crashed', window }),
    heavy: (windowId: string): void => say({ type: 'heavy', windowId }),
    notice: (kind: Notice['kind'], detail?: string): void =>
      say({ type: 'notice', kind, ...(detail === undefined ? {} : { detail }) }),
    /** Asks the core to end in order; resolves when it has, or after 2 s. */
    stop(): Promise<void> {
      stopping = true;
      clearInterval(look);
      const ending = child;
      if (ending === undefined) return Promise.resolve();
      return new Promise((ended) => {
        const late = setTimeout(() => ending.kill(), 2_000);
        ending.once('exit', () => {
          clearTimeout(late);
          ended();
        });
        say({ type: 'stop' });
      });
    },
  };
}
export type CoreProcess = ReturnType<typeof createCoreProcess>;
