import type { WindowIdentity } from '../../../domain/contract/port.ts';
import type { Placed } from './placed.ts';

/** The new window's first frames are on the screen by then, ms. */
const SHOWN_WITHIN_MS = 1_000;
/** A new page that is not whole by then is given up, and the old one stays, ms. */
const WHOLE_WITHIN_MS = 20_000;

type Create = (identity: WindowIdentity, bounds: Placed['bounds']) => Placed;

/**
 * Opens a window anew without anybody seeing it: the new one fills unseen, comes beneath the old one when all its
 * tiles show what they have, and then the old one goes. Rejected: reloading behind a still, which stops the picture.
 */
export function createRenewal(placed: Map<string, Placed>, create: Create) {
  let fresh: Placed | undefined;
  let giveUp: ReturnType<typeof setTimeout> | undefined;

  function drop(entry: Placed): void {
    entry.retired = true;
    if (!entry.window.isDestroyed()) entry.window.destroy();
  }

  function abandon(): void {
    if (fresh === undefined) return;
    const old = placed.get(fresh.identity.windowId);
    drop(fresh);
    fresh = undefined;
    // Its port to the core went to the new page: the old one needs another.
    old?.window.webContents.reload();
  }

  return {
    /** One at a time; a second wish waits for the next look. */
    renew(windowId: string): void {
      const old = placed.get(windowId);
      if (fresh !== undefined || old === undefined || !old.running || old.identity.kind !== 'wall') return;
      fresh = create(old.identity, old.bounds);
      giveUp = setTimeout(abandon, WHOLE_WITHIN_MS);
    },
    /** The newest page of this window is whole. */
    settled(windowId: string): void {
      const next = fresh;
      const old = placed.get(windowId);
      if (next === undefined || next.identity.windowId !== windowId || !next.running) return;
      clearTimeout(giveUp);
      if (old === undefined) return abandon();
      // Screens may have come or gone meanwhile.
      next.bounds = old.bounds;
      placed.set(windowId, next);
      // Under the old one, for its first frames on a screen are empty.
      const onTop = old.window.isAlwaysOnTop();
      next.window.setAlwaysOnTop(false);
      old.window.setAlwaysOnTop(true);
      // Where no window manager keeps anything on top, the order of the windows does.
      old.window.moveTop();
      next.window.showInactive();
      setTimeout(() => {
        fresh = undefined;
        if (!next.window.isDestroyed()) next.window.setAlwaysOnTop(onTop);
        drop(old);
      }, SHOWN_WITHIN_MS);
    },
  };
}
