import { app, session, type WebContents } from 'electron';
import { ORIGIN, type Policies } from './scheme.ts';

/** Where the optional second map engine fetches its style and tiles; allowed only for a site that asks for it. */
const MAPBOX = ['https://api.mapbox.com', 'https://events.mapbox.com'] as const;

/** Everything that would leave this machine from a window. */
const OUTSIDE = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file://*/*'];

/** What a page of the product may load: itself, nothing else. The map's worker and camera pictures need `blob:`. */
export function contentSecurityPolicies(mapbox: boolean): Policies {
  const connect = `connect-src 'self' ioc://media${mapbox ? ` ${MAPBOX.join(' ')}` : ''}`;
  const page = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "media-src 'self' blob: ioc://media",
    connect,
    "worker-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    // Text becomes mark-up or code through the one policy of `markupGuard.ts`, or not at all.
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ];
  // Pictures in a PDF are read by WebAssembly, in its worker.
  const worker = ["default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", connect];
  return { page: page.join('; '), worker: worker.join('; ') };
}

function keepInside(contents: WebContents): void {
  // Pages from outside have a session of their own, and their own rules with it.
  if (contents.session !== session.defaultSession) return;
  const stay = (event: { preventDefault(): void; url: string }): void => {
    if (!event.url.startsWith(`${ORIGIN}/`)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** Every permission is refused, every way out of the product's own pages is closed. Call once, when the app is ready. */
export function harden(mapbox: boolean): void {
  const only = session.defaultSession;
  only.webRequest.onBeforeRequest({ urls: OUTSIDE }, ({ url }, answer) =>
    answer({ cancel: !(mapbox && MAPBOX.some((origin) => url.startsWith(`${origin}/`))) }),
  );
  only.setPermissionRequestHandler((_contents, permission, answer) => answer(permission === 'fullscreen'));
  only.setPermissionCheckHandler((_contents, permission) => permission === 'fullscreen');
  only.setDevicePermissionHandler(() => false);
  only.on('will-download', (event, item) => {
    // What the console itself wrote (a log, a layout) is saved where its user says; nothing else is.
    if (!item.getURL().startsWith(`blob:${ORIGIN}/`)) event.preventDefault();
  });
  // Chromium would show the first certificate of the machine to whoever asks.
  app.on('select-client-certificate', (event, _contents, _url, _list, choose) => {
    event.preventDefault();
    choose();
  });
  app.on('web-contents-created', (_event, contents) => keepInside(contents));
}
