import { View, WebContentsView, type NativeImage } from 'electron';
import type { WebFault, WebPlace, WindowRect } from '../../../domain/web/model.ts';
import { mayLoad } from '../web/origins.ts';
import { lockContents, type WebSessions } from './webSession.ts';

/** A page that is not there by then is given up and tried again. */
const LOAD_WITHIN_MS = 30_000;
/** A page that never ends loading is shown this long after its words are there. */
const SETTLES_MS = 4_000;
/** A page is asked this often whether its script still answers, and must within as long. */
const ASK_EVERY_MS = 4_000;
const AGAIN_MS = [1_000, 3_000, 5_000, 10_000, 20_000, 30_000] as const;
const LOAD_ABORTED = -3;
const BLOCKED = -20;
/** Chromium's numbers for faults of certificates. */
const CERTIFICATE = { from: -299, to: -200 } as const;
const ASKING_WORLD = 999;

/** How a page stands; `detail` is the host, Chromium's word or the answer's number. */
export type WebState = {
  readonly state: 'loading' | 'live' | 'failed';
  readonly fault?: WebFault;
  readonly detail?: string;
  /** When the page that is shown was loaded, epoch ms. */
  readonly loadedAt: number | null;
};

function faultOf(code: number): WebFault {
  if (code >= CERTIFICATE.from && code <= CERTIFICATE.to) return 'certificate';
  return code === BLOCKED ? 'left-list' : 'unreachable';
}

function whole({ xPx, yPx, widthPx, heightPx }: WindowRect, offset: WindowRect | null = null) {
  return {
    x: Math.round(xPx - (offset?.xPx ?? 0)),
    y: Math.round(yPx - (offset?.yPx ?? 0)),
    width: Math.max(1, Math.round(widthPx)),
    height: Math.max(1, Math.round(heightPx)),
  };
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address.slice(0, 80);
}

/** One page of the outside upon a page's sheet: loaded, watched, brought back when it hangs or dies; the window never suffers. */
export function openWebView(
  sheet: View,
  first: WebPlace,
  { sessions, origins }: { readonly sessions: WebSessions; readonly origins: ReadonlySet<string> },
) {
  const own = sessions.lend();
  const holder = new View();
  const view = new WebContentsView({
    webPreferences: {
      session: own,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      disableDialogs: true,
      navigateOnDragDrop: false,
      backgroundThrottling: false,
      spellcheck: false,
      devTools: false,
    },
  });
  const contents = view.webContents;
  let place = first;
  let now: WebState = { state: 'loading', loadedAt: null };
  let failures = 0;
  /** A load is under way whose end decides. */
  let loading = false;
  let closed = false;
  let leftFor: string | undefined;
  const timers = new Map<string, ReturnType<typeof setTimeout>>();

  function after(name: string, ms: number, call: () => void): void {
    clearTimeout(timers.get(name));
    timers.set(
      name,
      setTimeout(() => !closed && call(), ms),
    );
  }

  function lay(): void {
    const away = !place.seen || now.state !== 'live';
    const { width, height } = sheet.getBounds();
    // A page of which nothing at all is seen would not paint: one that waits keeps the window's last pixel.
    holder.setBounds(away ? { x: width - 1, y: height - 1, width: 1, height: 1 } : whole(place.clip));
    view.setBounds(whole(place.area, away ? place.area : place.clip));
  }

  function become(next: WebState): void {
    now = next;
    lay();
  }

  function fail(fault: WebFault, detail: string): void {
    if (closed) return;
    loading = false;
    become({ state: 'failed', fault, detail, loadedAt: now.loadedAt });
    for (const name of ['late', 'settle', 'ask']) clearTimeout(timers.get(name));
    after('again', AGAIN_MS[Math.min(failures, AGAIN_MS.length - 1)] ?? 0, load);
    failures += 1;
  }

  function load(): void {
    leftFor = undefined;
    loading = true;
    if (!mayLoad(place.url, origins)) {
      become({ state: 'failed', fault: 'not-listed', detail: hostOf(place.url), loadedAt: null });
      return;
    }
    after('late', LOAD_WITHIN_MS, () => {
      contents.stop();
      fail('slow', hostOf(place.url));
    });
    // What does not load is told by `did-fail-load`.
    contents.loadURL(place.url).catch(() => undefined);
  }

  function live(): void {
    if (closed || !loading || leftFor !== undefined) return;
    loading = false;
    clearTimeout(timers.get('late'));
    become({ state: 'live', loadedAt: Date.now() });
    after('calm', 60_000, () => (failures = 0));
    after('ask', ASK_EVERY_MS, ask);
    if (place.reloadMinutes > 0) after('reload', place.reloadMinutes * 60_000, reload);
  }

  function reload(): void {
    become({ ...now, state: 'loading' });
    load();
  }

  /** A script that hangs answers nothing; Electron itself would only notice when somebody pressed a key. */
  function ask(): void {
    if (now.state !== 'live' || contents.isDestroyed()) return;
    after('hung', ASK_EVERY_MS, () => {
      fail('hung', hostOf(place.url));
      contents.forcefullyCrashRenderer();
    });
    contents.executeJavaScriptInIsolatedWorld(ASKING_WORLD, [{ code: '0' }]).then(
      () => {
        clearTimeout(timers.get('hung'));
        after('ask', ASK_EVERY_MS, ask);
      },
      () => clearTimeout(timers.get('hung')),
    );
  }

  lockContents(contents, origins);
  contents.on('dom-ready', () => {
    contents.setZoomFactor(Math.min(5, Math.max(0.25, place.zoom)));
    void contents.insertCSS('*, *::before, *::after { cursor: none !important; }').catch(() => undefined);
    after('settle', SETTLES_MS, live);
  });
  contents.on('did-finish-load', live);
  contents.on('did-navigate', (_event, address, code) => {
    if (code >= 400) fail('http-error', String(code));
    else if (!mayLoad(address, origins)) fail('left-list', hostOf(address));
  });
  contents.on('did-fail-load', (_event, code, word, address, isMainFrame) => {
    if (!isMainFrame || code === LOAD_ABORTED) return;
    const fault = faultOf(code);
    fail(fault, fault === 'left-list' ? hostOf(leftFor ?? address) : word.replace(/^ERR_/, ''));
  });
  contents.on('render-process-gone', (_event, { reason }) => {
    clearTimeout(timers.get('hung'));
    if (now.fault !== 'hung') fail('crashed', reason);
  });
  holder.addChildView(view);
  sheet.addChildView(holder);
  lay();
  load();

  return {
    id: contents.id,
    state: (): WebState => now,
    /** The page asked for something beyond the list: told by its session. */
    refused(address: string, isPage: boolean): void {
      if (isPage) leftFor = address;
    },
    put(next: WebPlace): void {
      const other = next.url !== place.url || next.reloadMinutes !== place.reloadMinutes;
      const rescaled = next.zoom !== place.zoom;
      place = next;
      if (rescaled) contents.setZoomFactor(Math.min(5, Math.max(0.25, place.zoom)));
      lay();
      if (other) reload();
    },
    /** The page as it is painted now; also of one that waits unseen. */
    still(): Promise<NativeImage> {
      return contents.capturePage(undefined, { stayHidden: true, stayAwake: true });
    },
    close(): void {
      closed = true;
      for (const timer of timers.values()) clearTimeout(timer);
      sheet.removeChildView(holder);
      if (!contents.isDestroyed()) contents.close();
      sessions.giveBack(own);
    },
  };
}
export type WebView = ReturnType<typeof openWebView>;
