import { join } from 'node:path';
import { BrowserWindow, screen, type BrowserWindowConstructorOptions, type Rectangle, type WebContents } from 'electron';
import type { WindowIdentity } from '../../../domain/contract/port.ts';
import type { RoomPlan, WallWindowPlan } from './displays.ts';
import { ORIGIN } from './scheme.ts';
import type { Watchdog } from './watchdog.ts';

/** What the windows tell the rest of the shell. */
export type WindowEvents = {
  /** A new document runs in the window: it needs a port to the core. */
  readonly onDocument: (contents: WebContents, identity: WindowIdentity) => void;
  /** `closed`, or why its process died as Chromium tells it (`killed`, `crashed`, `oom` …). */
  readonly onGone: (identity: WindowIdentity, reason: string) => void;
};

type Placed = {
  readonly window: BrowserWindow;
  readonly identity: WindowIdentity;
  plan: WallWindowPlan | null;
  /** True while a document runs in it. */
  running: boolean;
};

const SURFACE = '#0B0F14';
/** A window that dies again at once is not reloaded in a hot loop. */
const RELOAD_PAUSE_MS = [0, 250, 1_000, 3_000, 10_000] as const;
const CALM_MS = 60_000;

function options(kind: WindowIdentity['kind'], bounds: Rectangle | null, preload: string): BrowserWindowConstructorOptions {
  const wall = kind === 'wall' && bounds !== null;
  return {
    ...(bounds ?? { width: 1_600, height: 900 }),
    show: false,
    frame: !wall,
    fullscreen: wall,
    backgroundColor: SURFACE,
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      backgroundThrottling: false,
      spellcheck: false,
      v8CacheOptions: 'bypassHeatCheck',
    },
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

  function restore(entry: Placed, deaths: number[]): void {
    const now = Date.now();
    const recent = deaths.filter((at) => now - at < CALM_MS).length;
    deaths.push(now);
    const pause = RELOAD_PAUSE_MS[Math.min(recent, RELOAD_PAUSE_MS.length - 1)] ?? 0;
    setTimeout(() => {
      if (!entry.window.isDestroyed()) entry.window.webContents.reload();
    }, pause);
  }

  function follow(entry: Placed): void {
    const { window, identity } = entry;
    const contents = window.webContents;
    const deaths: number[] = [];
    contents.ipc.on('document-started', ({ senderFrame }) => {
      if (senderFrame !== contents.mainFrame) return;
      entry.running = true;
      parts.watchdog.watch(contents);
      parts.events.onDocument(contents, identity);
    });
    contents.on('render-process-gone', (_event, { reason }) => {
      entry.running = false;
      parts.watchdog.forget(contents);
      parts.events.onGone(identity, reason);
      restore(entry, deaths);
    });
    window.on('closed', () => {
      placed.delete(identity.windowId);
      parts.events.onGone(identity, 'closed');
    });
    window.once('ready-to-show', () => window.show());
  }

  function open(identity: WindowIdentity, bounds: Rectangle | null, plan: WallWindowPlan | null): void {
    const window = new BrowserWindow(options(identity.kind, bounds, parts.preload));
    const entry: Placed = { window, identity, plan, running: false };
    placed.set(identity.windowId, entry);
    follow(entry);
    void window.loadURL(`${ORIGIN}/windows/${identity.kind}/index.html`);
  }

  function place(entry: Placed, plan: WallWindowPlan): void {
    entry.plan = plan;
    if (plan.bounds === null) return;
    // A window manager keeps a full-screen window on the screen where it became one.
    entry.window.setFullScreen(false);
    entry.window.setBounds(plan.bounds);
    entry.window.setFullScreen(true);
  }

  function arrangeWalls(room: RoomPlan): void {
    const wanted = new Map(room.wallWindows.map((plan) => [plan.id, plan]));
    for (const entry of placed.values()) {
      if (entry.plan && !wanted.has(entry.plan.id)) entry.window.destroy();
    }
    for (const plan of room.wallWindows) {
      const entry = placed.get(plan.id);
      if (entry && JSON.stringify(entry.plan) !== JSON.stringify(plan)) place(entry, plan);
      if (entry) continue;
      const { id: windowId, displayIds } = plan;
      open({ windowId, kind: 'wall', wallId: parts.wallId, displayIds }, plan.bounds, plan);
    }
  }

  return {
    arrangeWalls,
    openConsole(): void {
      if (placed.has('console')) return;
      const { workArea } = screen.getPrimaryDisplay();
      open({ windowId: 'console', kind: 'console', wallId: parts.wallId, displayIds: [] }, workArea, null);
    },
    all: (): readonly Placed[] => [...placed.values()],
    find: (windowId: string): BrowserWindow | undefined => placed.get(windowId)?.window,
  };
}
export type Windows = ReturnType<typeof createWindows>;

/** The file that stands between a page and the product. */
export function preloadFile(outFolder: string): string {
  return join(outFolder, 'preload', 'index.cjs');
}
