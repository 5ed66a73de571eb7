import { join } from 'node:path';
import {
  app,
  BaseWindow,
  BrowserWindow,
  dialog,
  type BaseWindowConstructorOptions,
  type Rectangle,
  type WebContents,
} from 'electron';
import type { WindowIdentity } from '../../../domain/contract/port.ts';
import { same } from '../../../domain/kernel/same.ts';
import { filledBy } from '../../../domain/wall/fit.ts';
import type { Canvas } from '../../../domain/wall/model.ts';
import type { PlacedRoom } from './displays.ts';
import { isOwnPage } from './ownPage.ts';
import { pageIn, pageOf, pagePreferences, SURFACE, type Page } from './page.ts';
import type { Placed } from './placed.ts';
import { createRenewal } from './renewal.ts';
import { ORIGIN } from './scheme.ts';
import { CONSOLE_SILENT_MS, WALL_SILENT_MS, type Watchdog } from './watchdog.ts';
import { words } from './words.ts';

/** What the windows tell the rest of the shell. */
export type WindowEvents = {
  /** A new document runs in the window: it needs a port to the core. */
  readonly onDocument: (page: Page, identity: WindowIdentity) => void;
  /** `closed`, or why its process died as Chromium tells it (`killed`, `crashed`, `oom` …). */
  readonly onGone: (page: Page, identity: WindowIdentity, reason: string) => void;
  /** Another page has taken its place in its window. */
  readonly onRetired: (page: Page) => void;
};

/** An ordinary window is no larger than this, CSS px. */
const WINDOW_PX = { widthPx: 1_600, heightPx: 900 } as const;
/** A window that dies again at once is not reloaded in a hot loop. */
const RELOAD_PAUSE_MS = [0, 250, 1_000, 3_000, 10_000] as const;
const CALM_MS = 60_000;
/** At the start the wall comes first: the console follows when it has painted, and after this long at the latest, ms. */
const WALL_FIRST_MS = 1_200;
/** Window managers move windows a little after a screen has come or gone. */
const LOOK_AGAIN_MS = 500;
/** Chromium's word for a load that another load replaced. */
const LOAD_ABORTED = -3;

function options(kind: WindowIdentity['kind'], bounds: Rectangle | null): BaseWindowConstructorOptions {
  const wall = kind === 'wall' && bounds !== null;
  return {
    ...(bounds ?? { width: WINDOW_PX.widthPx, height: WINDOW_PX.heightPx }),
    title: app.name,
    show: false,
    frame: !wall,
    fullscreen: wall,
    // What other programs open must not cover a panel.
    alwaysOnTop: wall,
    backgroundColor: SURFACE,
    autoHideMenuBar: true,
  };
}

function asksToSwitchOff(window: BaseWindow): boolean {
  const answer = dialog.showMessageBoxSync(window, {
    type: 'question',
    message: words.quitQuestion,
    detail: words.quitDetail,
    buttons: [words.quitNo, words.quitYes],
    defaultId: 0,
    cancelId: 0,
  });
  return answer === 1;
}

/** Reloads a window whose page died or did not load, at growing pauses. */
function createRestorer(contents: WebContents): () => void {
  const deaths: number[] = [];
  return () => {
    const now = Date.now();
    const recent = deaths.filter((at) => now - at < CALM_MS).length;
    deaths.push(now);
    const pause = RELOAD_PAUSE_MS[Math.min(recent, RELOAD_PAUSE_MS.length - 1)];
    setTimeout(() => {
      if (!contents.isDestroyed()) contents.reload();
    }, pause);
  };
}

/** Opens the windows of the room, keeps each on its screen, and brings a crashed one back in its place. */
export function createWindows(parts: {
  readonly preload: string;
  readonly wallId: string;
  readonly watchdog: Watchdog;
  readonly events: WindowEvents;
}) {
  const placed = new Map<string, Placed>();
  let quitting = false;
  /** The console stands above the wall: its own screen is lost. */
  let guest = false;
  /** Where it stood at the last look; empty: nowhere, no screen was there. */
  let stood = '';
  let heard: string | null = null;
  /** The room as it was arranged last, while the console waits for the wall. */
  let waiting: PlacedRoom | undefined;
  let wallHadItsTime = false;
  const painted = new Set<string>();
  app.once('before-quit', () => (quitting = true));

  function followPage(page: Page, identity: WindowIdentity): void {
    const { contents } = page;
    const restore = createRestorer(contents);
    contents.ipc.on('document-started', (event) => {
      if (!isOwnPage(event) || page.retired) return;
      page.running = true;
      parts.watchdog.watch(contents, identity.kind === 'console' ? CONSOLE_SILENT_MS : WALL_SILENT_MS);
      parts.events.onDocument(page, identity);
    });
    contents.on('render-process-gone', (_event, { reason }) => {
      if (page.retired) return;
      page.running = false;
      parts.watchdog.forget(contents);
      if (renewal.died(page)) return;
      parts.events.onGone(page, identity, reason);
      restore();
    });
    contents.on('did-fail-load', (_event, code, _words, _url, isMainFrame) => {
      if (isMainFrame && code !== LOAD_ABORTED) restore();
    });
    contents.setAudioMuted(identity.windowId !== heard);
    // What does not load is told by `did-fail-load`.
    contents.loadURL(`${ORIGIN}/windows/${identity.kind}/index.html`).catch(() => undefined);
  }

  function followWindow(entry: Placed): void {
    const { window, identity, bounds } = entry;
    window.on('close', (event) => {
      if (quitting) return;
      // A key pressed by mistake must not darken a panel; only the console asks, and then for the whole wall.
      if (identity.kind === 'console' ? !asksToSwitchOff(window) : bounds !== null) event.preventDefault();
    });
    window.on('closed', () => {
      const { page } = entry;
      if (placed.get(identity.windowId) === entry) placed.delete(identity.windowId);
      renewal.closed(entry);
      page.retired = true;
      page.running = false;
      parts.events.onGone(page, identity, 'closed');
      page.close();
    });
  }

  /** The operator's keys go to the page of a window that has its own; a wall's window changes its page unseen. */
  function create(identity: WindowIdentity, bounds: Rectangle | null): Placed {
    if (identity.kind === 'console') {
      const window = new BrowserWindow({
        ...options('console', bounds),
        webPreferences: pagePreferences(parts.preload),
      });
      window.once('ready-to-show', () => window.show());
      return { window, identity, bounds, page: pageOf(window) };
    }
    const window = new BaseWindow(options('wall', bounds));
    const page = pageIn(window, { preload: parts.preload, seen: true });
    // A page that lies in a window paints only when the window is seen.
    page.contents.once('dom-ready', () => window.show());
    return { window, identity, bounds, page };
  }

  function open(identity: WindowIdentity, bounds: Rectangle | null): void {
    const entry = create(identity, bounds);
    placed.set(identity.windowId, entry);
    followWindow(entry);
    followPage(entry.page, identity);
  }

  const renewal = createRenewal({
    placed,
    open({ window, identity }) {
      const page = pageIn(window, { preload: parts.preload, seen: false });
      followPage(page, identity);
      return page;
    },
    onRetired: parts.events.onRetired,
  });

  function putInPlace({ window, identity, bounds }: Placed): void {
    if (bounds === null || window.isDestroyed() || !window.isVisible()) return;
    const now = window.getBounds();
    const inPlace =
      identity.kind === 'wall' ? JSON.stringify(now) === JSON.stringify(bounds) : onScreen(now, bounds);
    if (inPlace) return;
    // A screen of another resolution may be smaller than the window was.
    if (window.isMaximized()) window.unmaximize();
    // A window manager keeps a full-screen window on the screen where it became one.
    window.setFullScreen(false);
    window.setBounds(bounds);
    window.setFullScreen(identity.kind === 'wall');
  }

  /** A window that shows other displays than before is another window. */
  function isWanted({ identity }: Placed, room: PlacedRoom): boolean {
    if (identity.kind === 'console') return true;
    const plan = room.wallWindows.find(({ id }) => id === identity.windowId);
    return plan !== undefined && same(plan.displayIds, identity.displayIds);
  }

  function arrangeWall(room: PlacedRoom): void {
    for (const entry of [...placed.values()]) if (!isWanted(entry, room)) entry.window.destroy();
    for (const { id: windowId, displayIds, headId } of room.wallWindows) {
      const bounds = headId === null ? null : (room.placeOf(headId)?.bounds ?? null);
      const entry = placed.get(windowId);
      if (entry) entry.bounds = bounds;
      else open({ windowId, kind: 'wall', wallId: parts.wallId, displayIds }, bounds);
      if (!entry && bounds === null) takeShape(windowId, room.canvas, displayIds);
    }
  }

  /** An ordinary window has the shape of the displays in it: no rim that looks like a panel gone dark. */
  function takeShape(windowId: string, canvas: Canvas, displayIds: readonly string[]): void {
    const displays = canvas.displays.filter(({ id }) => displayIds.includes(id));
    if (displays.length === 0) return;
    const { widthPx, heightPx } = filledBy(displays, WINDOW_PX);
    find(windowId)?.setContentSize(widthPx, heightPx);
  }

  /** The console stands on its own screen; while that is lost, on a panel, above the wall, where it can be moved about. */
  function arrangeConsole({ console: plan, placeOf }: PlacedRoom): void {
    const place = plan && placeOf(plan.headId);
    const stand = plan && place ? `${plan.headId} ${plan.guest}` : '';
    const moved = stand !== stood;
    stood = stand;
    if (!plan || !place) return;
    const bounds = plan.guest ? inset(place.work) : place.work;
    const desk = placed.get('console');
    if (desk) desk.bounds = bounds;
    else open({ windowId: 'console', kind: 'console', wallId: parts.wallId, displayIds: [] }, bounds);
    const window = find('console');
    window?.setAlwaysOnTop(plan.guest);
    // A window manager cuts a window to what screens were left meanwhile; at home it has all the room that there is.
    if (moved) window?.setBounds(bounds);
    guest = plan.guest;
  }

  /** A window manager keeps a full-screen window above all that have not the focus. */
  function raiseGuest(): void {
    const window = find('console');
    if (!guest || !window?.isVisible()) return;
    window.moveTop();
    window.focus();
  }

  function settle(): void {
    for (const entry of placed.values()) putInPlace(entry);
    raiseGuest();
  }

  /** One machine paints both: a console that starts beside the wall keeps it dark for a third of a second more. */
  function followTheWall(): void {
    if (waiting === undefined) return;
    const room = waiting;
    waiting = undefined;
    wallHadItsTime = true;
    arrangeConsole(room);
    settle();
  }

  function arrange(room: PlacedRoom): void {
    arrangeWall(room);
    if (wallHadItsTime) arrangeConsole(room);
    else {
      if (waiting === undefined) setTimeout(followTheWall, room.wallWindows.length === 0 ? 0 : WALL_FIRST_MS);
      waiting = room;
    }
    settle();
  }

  /** All that is to be seen in this window is painted. */
  function settled(windowId: string): void {
    painted.add(windowId);
    const isPainted = ({ identity }: Placed): boolean => painted.has(identity.windowId);
    if ([...placed.values()].every(isPainted)) followTheWall();
    renewal.settled(windowId);
  }

  function find(windowId: string): BaseWindow | undefined {
    return placed.get(windowId)?.window;
  }

  return {
    /** Opens what is missing, closes what has no screen, and puts every window back where it belongs. */
    arrange(room: PlacedRoom): void {
      arrange(room);
      setTimeout(settle, LOOK_AGAIN_MS);
    },
    /** Every other window is silent, whatever its page does. */
    hear(windowId: string | null): void {
      heard = windowId;
      for (const { page, identity } of placed.values()) {
        if (!page.contents.isDestroyed()) page.contents.setAudioMuted(identity.windowId !== windowId);
      }
    },
    renew: renewal.renew,
    settled,
    all: (): readonly Placed[] => [...placed.values()],
    find,
  };
}
export type Windows = ReturnType<typeof createWindows>;

/** A little of a screen stays free on each side: whoever sees the wall sees that the console is a guest there. */
function inset({ x, y, width, height }: Rectangle): Rectangle {
  const part = (side: number): number => Math.round(side / 25);
  return {
    x: x + part(width),
    y: y + part(height),
    width: width - 2 * part(width),
    height: height - 2 * part(height),
  };
}

/** True while a window's middle lies on the screen it belongs to: the operator may move the console about on it. */
function onScreen(window: Rectangle, bounds: Rectangle): boolean {
  const x = window.x + window.width / 2;
  const y = window.y + window.height / 2;
  return x >= bounds.x && x < bounds.x + bounds.width && y >= bounds.y && y < bounds.y + bounds.height;
}

/** The file that stands between a page and the product. */
export function preloadFile(outFolder: string): string {
  return join(outFolder, 'preload', 'index.cjs');
}
