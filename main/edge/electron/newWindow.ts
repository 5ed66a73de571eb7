import {
  app,
  BaseWindow,
  BrowserWindow,
  dialog,
  type BaseWindowConstructorOptions,
  type Rectangle,
} from 'electron';
import type { WindowIdentity } from '../../../domain/contract/port.ts';
import { filledBy } from '../../../domain/wall/fit.ts';
import type { Display } from '../../../domain/wall/model.ts';
import { pageIn, pageOf, pagePreferences, SURFACE } from './page.ts';
import type { Placed } from './placed.ts';
import { words } from './words.ts';

/** An ordinary window is no larger than this, CSS px. */
const WINDOW_PX = { widthPx: 1_600, heightPx: 900 } as const;

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

/** The operator's keys go to the page of a window that has its own; a wall's window changes its page unseen. */
export function newWindow(identity: WindowIdentity, bounds: Rectangle | null, preload: string): Placed {
  if (identity.kind === 'console') {
    const window = new BrowserWindow({
      ...options('console', bounds),
      webPreferences: pagePreferences(preload),
    });
    window.once('ready-to-show', () => window.show());
    return { window, identity, bounds, page: pageOf(window, identity) };
  }
  const window = new BaseWindow(options('wall', bounds));
  const page = pageIn(window, identity, preload);
  // A page that lies in a window paints only when the window is seen.
  page.contents.once('dom-ready', () => window.show());
  return { window, identity, bounds, page };
}

/** An ordinary window has the shape of the displays in it: no rim that looks like a panel gone dark. */
export function takeShape(window: BaseWindow, displays: readonly Display[]): void {
  if (displays.length === 0) return;
  const { widthPx, heightPx } = filledBy(displays, WINDOW_PX);
  window.setContentSize(widthPx, heightPx);
}

const asking = new WeakSet<BaseWindow>();
const agreed = new WeakSet<BaseWindow>();

/** The wall lives on while the question stands: a box that waits must hold nothing up. */
async function askToSwitchOff(window: BaseWindow): Promise<void> {
  asking.add(window);
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: words.quitQuestion,
    detail: words.quitDetail,
    buttons: [words.quitNo, words.quitYes],
    defaultId: 0,
    cancelId: 0,
  });
  asking.delete(window);
  if (response !== 1 || window.isDestroyed()) return;
  agreed.add(window);
  window.close();
}

/**
 * A key pressed by mistake must not darken a panel: a wall's window stays, and the console asks first, for the whole wall;
 * it closes by itself when the answer is yes.
 */
export function mayClose({ window, identity, bounds }: Placed): boolean {
  if (identity.kind !== 'console') return bounds === null;
  if (agreed.has(window)) return true;
  if (!asking.has(window)) void askToSwitchOff(window);
  return false;
}
