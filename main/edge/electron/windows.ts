import { app, type BaseWindow, type Rectangle } from 'electron';
import type { WindowIdentity } from '../../../domain/contract/port.ts';
import { same } from '../../../domain/kernel/same.ts';
import { createConsoleStand } from './consoleStand.ts';
import type { PlacedRoom } from './displays.ts';
import { putInPlace } from './inPlace.ts';
import { mayClose, newWindow, takeShape } from './newWindow.ts';
import { pageIn, type Page } from './page.ts';
import { createPageLife } from './pageLife.ts';
import type { Placed } from './placed.ts';
import { createRenewal } from './renewal.ts';
import type { Watchdog } from './watchdog.ts';

/** What the windows tell the rest of the shell. */
export type WindowEvents = {
  /** A new document runs in the window: it needs a port to the core. */
  readonly onDocument: (page: Page) => void;
  /** `closed`, or why its process died as Chromium tells it (`killed`, `crashed`, `oom` …). */
  readonly onGone: (page: Page, reason: string) => void;
  /** A page that waited is seen from now on, in place of another. */
  readonly onSeen: (page: Page, instead: Page) => void;
  /** Another page has taken its place in its window, or it waited in vain. */
  readonly onRetired: (page: Page) => void;
};

/** At the start the wall comes first: the console follows when it has painted, and after this long at the latest, ms. */
const WALL_FIRST_MS = 1_200;
/** Window managers move windows a little after a screen has come or gone. */
const LOOK_AGAIN_MS = 500;

/** Opens the windows of the room, keeps each on its screen, and brings a crashed one back in its place. */
export function createWindows(parts: {
  readonly preload: string;
  readonly wallId: string;
  readonly watchdog: Watchdog;
  readonly events: WindowEvents;
}) {
  const { preload, wallId, watchdog, events } = parts;
  const placed = new Map<string, Placed>();
  let quitting = false;
  let heard: string | null = null;
  /** The room as it was arranged last, while the console waits for the wall. */
  let waiting: PlacedRoom | undefined;
  let wallHadItsTime = false;
  const painted = new Set<string>();
  app.once('before-quit', () => (quitting = true));

  const followLife = createPageLife({
    watchdog,
    onDocument: events.onDocument,
    onDeath(page, reason) {
      const givenUp = renewal.died(page);
      if (!givenUp) events.onGone(page, reason);
      return givenUp;
    },
  });

  function followPage(page: Page): void {
    page.contents.setAudioMuted(page.identity.windowId !== heard);
    followLife(page);
  }

  function followWindow(entry: Placed): void {
    const { window, identity } = entry;
    window.on('close', (event) => {
      if (!quitting && !mayClose(entry)) event.preventDefault();
    });
    window.on('closed', () => {
      const { page } = entry;
      if (placed.get(identity.windowId) === entry) placed.delete(identity.windowId);
      renewal.closed(entry);
      page.retired = true;
      page.running = false;
      events.onGone(page, 'closed');
      page.close();
    });
  }

  function open(identity: WindowIdentity, bounds: Rectangle | null): Placed {
    const entry = newWindow(identity, bounds, preload);
    placed.set(identity.windowId, entry);
    followWindow(entry);
    followPage(entry.page);
    return entry;
  }

  const renewal = createRenewal({
    placed,
    open({ window }, identity) {
      const page = pageIn(window, identity, preload);
      followPage(page);
      return page;
    },
    onSeen: events.onSeen,
    onRetired: events.onRetired,
  });
  const desk = createConsoleStand({
    desk: () => placed.get('console'),
    open: (bounds) => open({ windowId: 'console', kind: 'console', wallId, displayIds: [] }, bounds),
  });

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
      const known = placed.get(windowId);
      if (known) {
        known.bounds = bounds;
        continue;
      }
      const { window } = open({ windowId, kind: 'wall', wallId, displayIds }, bounds);
      const displays = room.canvas.displays.filter(({ id }) => displayIds.includes(id));
      if (bounds === null) takeShape(window, displays);
    }
  }

  function settle(): void {
    for (const entry of placed.values()) putInPlace(entry);
    desk.raise();
  }

  /** One machine paints both: a console that starts beside the wall keeps it dark for a third of a second more. */
  function followTheWall(): void {
    if (waiting === undefined) return;
    const room = waiting;
    waiting = undefined;
    wallHadItsTime = true;
    desk.arrange(room);
    settle();
  }

  function arrange(room: PlacedRoom): void {
    arrangeWall(room);
    if (wallHadItsTime) desk.arrange(room);
    else {
      if (waiting === undefined) setTimeout(followTheWall, room.wallWindows.length === 0 ? 0 : WALL_FIRST_MS);
      waiting = room;
    }
    settle();
  }

  /** All that is to be seen in this window is painted. */
  function settled(windowId: string): void {
    painted.add(windowId);
    const isPainted = ({ page }: Placed): boolean => painted.has(page.identity.windowId);
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
      for (const { page } of placed.values()) {
        if (!page.contents.isDestroyed()) page.contents.setAudioMuted(page.identity.windowId !== windowId);
      }
    },
    renew: renewal.renew,
    settled,
    all: (): readonly Placed[] => [...placed.values()],
    find,
  };
}
export type Windows = ReturnType<typeof createWindows>;
