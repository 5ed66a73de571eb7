import type { WindowIdentity } from '../../../domain/contract/port.ts';
import type { Page } from './page.ts';

/** What a new page painted is on the screen by then, ms. */
const SHOWN_WITHIN_MS = 500;
/** A new page that is not whole by then is given up, and the old one stays, ms. */
const WHOLE_WITHIN_MS = 20_000;

/** What of a page matters here. */
type Exchanged = Pick<Page, 'running' | 'retired' | 'show' | 'close'> & {
  readonly contents: {
    readonly capturePage: (part: Electron.Rectangle) => Promise<unknown>;
    readonly isDestroyed: () => boolean;
    readonly reload: () => void;
  };
};
type Entry<P> = { readonly identity: Pick<WindowIdentity, 'windowId' | 'kind'>; page: P };

type Needs<P, E> = {
  readonly placed: ReadonlyMap<string, E>;
  /** A further page of this window, that waits unseen. */
  readonly open: (entry: E) => P;
  readonly onRetired: (page: P) => void;
};

/** Resolves once a frame of this page has been painted. */
async function painted({ contents }: Exchanged): Promise<void> {
  const late = new Promise<void>((over) => setTimeout(over, SHOWN_WITHIN_MS));
  const frame = contents.capturePage({ x: 0, y: 0, width: 1, height: 1 }).then(
    () => undefined,
    () => undefined,
  );
  await Promise.race([frame, late]);
}

/**
 * Gives a window a new page without anybody seeing it: the new one fills and paints unseen, lies over the old one when all
 * its tiles show what they have, and then the old one goes. The window stays: without a compositor, whatever a window
 * uncovers is blank for a frame. Rejected: reloading behind a still, which stops the picture.
 */
export function createRenewal<P extends Exchanged, E extends Entry<P>>({
  placed,
  open,
  onRetired,
}: Needs<P, E>) {
  let fresh: { readonly entry: E; readonly page: P } | undefined;
  let giveUp: ReturnType<typeof setTimeout> | undefined;

  function drop(page: P): void {
    page.retired = true;
    page.running = false;
    onRetired(page);
    page.close();
  }

  function over(): void {
    clearTimeout(giveUp);
    fresh = undefined;
  }

  function abandon(): void {
    if (fresh === undefined) return;
    const { entry, page } = fresh;
    over();
    drop(page);
    // Its port to the core went to the new page: the old one needs another.
    if (!entry.page.contents.isDestroyed()) entry.page.contents.reload();
  }

  async function exchange(entry: E, next: P): Promise<void> {
    const old = entry.page;
    await painted(next);
    if (fresh?.page !== next) return;
    entry.page = next;
    // From here on it lies beneath: if it dies now, it must not come back and take the port of the page that is seen.
    old.retired = true;
    next.show();
    setTimeout(() => {
      over();
      drop(old);
    }, SHOWN_WITHIN_MS);
  }

  return {
    /** One at a time; a second wish waits for the next look. */
    renew(windowId: string): void {
      const entry = placed.get(windowId);
      if (fresh !== undefined || entry?.identity.kind !== 'wall' || !entry.page.running) return;
      fresh = { entry, page: open(entry) };
      giveUp = setTimeout(abandon, WHOLE_WITHIN_MS);
    },
    /** The newest page of this window is whole. */
    settled(windowId: string): void {
      if (fresh === undefined || fresh.entry.identity.windowId !== windowId || !fresh.page.running) return;
      clearTimeout(giveUp);
      void exchange(fresh.entry, fresh.page);
    },
    /** A page died. True: it was the one that waits, and is given up. */
    died(page: P): boolean {
      if (fresh?.page === page && fresh.entry.page !== page) {
        abandon();
        return true;
      }
      // The new one is seen already: it comes back by itself, as any page that dies.
      if (fresh?.entry.page !== page || fresh.page === page) return false;
      // The old one comes back by itself, as the newest: the one that waits has lost its port to the core.
      const { page: waiting } = fresh;
      over();
      drop(waiting);
      return false;
    },
    /** A window is closed, with all its pages. */
    closed(entry: E): void {
      if (fresh?.entry !== entry) return;
      const { page } = fresh;
      over();
      if (page !== entry.page) drop(page);
    },
  };
}
