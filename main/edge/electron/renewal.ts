import type { WindowIdentity } from '../../../domain/contract/port.ts';
import type { Page } from './page.ts';

/** What a new page painted is on the screen by then, ms. */
const SHOWN_WITHIN_MS = 500;
/** A new page that is not whole by then is given up, and the old one stays, ms. */
const WHOLE_WITHIN_MS = 20_000;

/** What of a page matters here. */
type Exchanged = Pick<Page, 'identity' | 'running' | 'retired' | 'show' | 'close'> & {
  readonly contents: { readonly capturePage: (part: Electron.Rectangle) => Promise<unknown> };
};
type Entry<P> = { readonly identity: WindowIdentity; page: P };

type Needs<P, E> = {
  readonly placed: ReadonlyMap<string, E>;
  /** A further page of this window, that waits unseen under this name. */
  readonly open: (entry: E, identity: WindowIdentity) => P;
  readonly onSeen: (page: P, instead: P) => void;
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
 * Gives a window a new page without anybody seeing it: the new one fills and paints unseen under a name of its own, lies
 * over the old one when all its tiles show what they have, and then the old one goes. Until then the old one goes on as
 * ever, and answers for what is shown. The window stays: without a compositor, whatever a window uncovers is blank for a
 * frame. Rejected: reloading behind a still, which stops the picture.
 */
export function createRenewal<P extends Exchanged, E extends Entry<P>>({
  placed,
  open,
  onSeen,
  onRetired,
}: Needs<P, E>) {
  let opened = 0;
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
    const { page } = fresh;
    over();
    drop(page);
  }

  async function exchange(entry: E, next: P): Promise<void> {
    const old = entry.page;
    await painted(next);
    if (fresh?.page !== next) return;
    entry.page = next;
    next.identity = { ...entry.identity, windowId: next.identity.windowId };
    // From here on it lies beneath: if it dies now, it must not come back.
    old.retired = true;
    next.show();
    onSeen(next, old);
    setTimeout(() => {
      if (fresh?.page === next) over();
      drop(old);
    }, SHOWN_WITHIN_MS);
  }

  return {
    /** One at a time; a second wish waits for the next look. */
    renew(windowId: string): void {
      const entry = placed.get(windowId);
      if (fresh !== undefined || entry?.identity.kind !== 'wall' || !entry.page.running) return;
      opened += 1;
      const name = `${windowId}~${opened}`;
      fresh = { entry, page: open(entry, { ...entry.identity, windowId: name, unseen: true }) };
      giveUp = setTimeout(abandon, WHOLE_WITHIN_MS);
    },
    /** All tiles of this page show what they have. */
    settled(windowId: string): void {
      if (fresh?.page.identity.windowId !== windowId || fresh.entry.page === fresh.page) return;
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
