import type { WebContents } from 'electron';
import { isOwnPage } from './ownPage.ts';
import type { Page } from './page.ts';
import { ORIGIN } from './scheme.ts';
import { CONSOLE_SILENT_MS, WALL_SILENT_MS, type Watchdog } from './watchdog.ts';

/** A window that dies again at once is not reloaded in a hot loop. */
const RELOAD_PAUSE_MS = [0, 250, 1_000, 3_000, 10_000] as const;
const CALM_MS = 60_000;
/** Chromium's word for a load that another load replaced. */
const LOAD_ABORTED = -3;

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

type Needs = {
  readonly watchdog: Watchdog;
  readonly onDocument: (page: Page) => void;
  /** A page's process died; true: the page is given up, and is not brought back. */
  readonly onDeath: (page: Page, reason: string) => boolean;
};

/** Follows the page of a window from its first document on, and brings it back when it dies or does not load. */
export function createPageLife({ watchdog, onDocument, onDeath }: Needs) {
  return function follow(page: Page): void {
    const { contents } = page;
    const { kind } = page.identity;
    const restore = createRestorer(contents);
    contents.ipc.on('document-started', (event) => {
      if (!isOwnPage(event) || page.retired) return;
      page.running = true;
      watchdog.watch(contents, kind === 'console' ? CONSOLE_SILENT_MS : WALL_SILENT_MS);
      onDocument(page);
    });
    contents.on('render-process-gone', (_event, { reason }) => {
      if (page.retired) return;
      page.running = false;
      watchdog.forget(contents);
      if (!onDeath(page, reason)) restore();
    });
    contents.on('did-fail-load', (_event, code, _words, _url, isMainFrame) => {
      if (isMainFrame && code !== LOAD_ABORTED) restore();
    });
    // What does not load is told by `did-fail-load`.
    contents.loadURL(`${ORIGIN}/windows/${kind}/index.html`).catch(() => undefined);
  };
}
