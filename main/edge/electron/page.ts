import { join } from 'node:path';
import {
  app,
  View,
  WebContentsView,
  type BaseWindow,
  type BrowserWindow,
  type WebContents,
  type WebPreferences,
} from 'electron';
import type { WindowIdentity } from '../../../domain/contract/port.ts';

/** A page of the product in a window. */
export type Page = {
  /** Who it is to the core. A page that waits for the place of another has a name of its own. */
  identity: WindowIdentity;
  readonly contents: WebContents;
  /** As large as the window: pages of the outside are put upon it. */
  readonly sheet: View;
  /** True while a document runs in it. */
  running: boolean;
  /** Another page has taken its place: what becomes of it is no news. */
  retired: boolean;
  /** From now on it fills the window, above the pages that were there before. */
  readonly show: () => void;
  readonly close: () => void;
};

/** The surface under everything of the product, before it paints. */
export const SURFACE = '#0B0F14';

/** The file that stands between a page and the product. */
export function preloadFile(outFolder: string): string {
  return join(outFolder, 'preload', 'index.cjs');
}

/** `preload`: the file that stands between a page and the product. */
export function pagePreferences(preload: string): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    backgroundThrottling: false,
    spellcheck: false,
    devTools: !app.isPackaged,
    v8CacheOptions: 'bypassHeatCheck',
  };
}

/** A page of which nothing at all is seen does not paint: one that waits keeps this much of the window's last corner, px. */
const WAITING = { width: 2, height: 1 } as const;

/** The page that a window has by itself. */
export function pageOf(window: BrowserWindow, identity: WindowIdentity): Page {
  const { webContents: contents, contentView: sheet } = window;
  const nothing = (): void => undefined;
  return { identity, contents, sheet, running: false, retired: false, show: nothing, close: nothing };
}

/** A page that lies in a window as one of its pages, and paints before it is seen. */
export function pageIn(window: BaseWindow, identity: WindowIdentity, preload: string): Page {
  const view = new WebContentsView({ webPreferences: pagePreferences(preload) });
  const contents = view.webContents;
  const [frame, sheet] = [new View(), new View()];
  let seen = identity.unseen !== true;
  view.setBackgroundColor(SURFACE);
  sheet.addChildView(view);
  frame.addChildView(sheet);
  window.contentView.addChildView(frame);

  function lay(): void {
    const { width, height } = window.contentView.getBounds();
    const [x, y] = seen ? [0, 0] : [width - WAITING.width, height - WAITING.height];
    frame.setBounds(seen ? { x, y, width, height } : { x, y, ...WAITING });
    sheet.setBounds({ x: -x, y: -y, width, height });
    view.setBounds({ x: 0, y: 0, width, height });
  }
  window.contentView.on('bounds-changed', lay);
  lay();

  return {
    identity,
    contents,
    sheet,
    running: false,
    retired: false,
    show(): void {
      seen = true;
      lay();
    },
    close(): void {
      if (!window.isDestroyed()) {
        window.contentView.off('bounds-changed', lay);
        window.contentView.removeChildView(frame);
      }
      // A window that is closed takes its own page along, but none that was put into it.
      if (!contents.isDestroyed()) contents.close();
    },
  };
}
