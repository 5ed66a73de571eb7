import { session, type Session, type WebContents } from 'electron';
import type { Log } from '../../kernel/ports.ts';
import { mayLoad } from '../web/origins.ts';

/** Told when a page asked for something that is not on the list. */
type OnRefused = (webContentsId: number, address: string, isPage: boolean) => void;

function lock(own: Session, origins: ReadonlySet<string>, onRefused: OnRefused): void {
  own.webRequest.onBeforeRequest(({ url, webContentsId, resourceType }, answer) => {
    const allowed = mayLoad(url, origins);
    if (!allowed && webContentsId !== undefined) onRefused(webContentsId, url, resourceType === 'mainFrame');
    answer({ cancel: !allowed });
  });
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  own.setPermissionCheckHandler(() => false);
  own.setDevicePermissionHandler(() => false);
  own.on('will-download', (event) => event.preventDefault());
}

/**
 * Sessions for pages from outside: in memory, each page alone in its own, with nothing of the product's and no way to
 * anything but the listed origins. A session cannot be thrown away, so it is emptied and lent again; one that could not be
 * emptied is never lent again.
 */
export function createWebSessions(origins: ReadonlySet<string>, onRefused: OnRefused, log: Log) {
  const free: Session[] = [];
  let made = 0;
  return {
    lend(): Session {
      const used = free.pop();
      if (used) return used;
      const own = session.fromPartition(`web-${(made += 1)}`);
      lock(own, origins, onRefused);
      return own;
    },
    giveBack(own: Session): void {
      Promise.all([own.clearStorageData(), own.clearCache(), own.closeAllConnections()]).then(
        () => void free.push(own),
        (error: unknown) => log.warn('web.unemptied', { reason: String(error) }),
      );
    },
  };
}
export type WebSessions = ReturnType<typeof createWebSessions>;

/** A page of the wall goes nowhere else, opens nothing, asks nothing and is not heard. */
export function lockContents(contents: WebContents, origins: ReadonlySet<string>): void {
  const stay = (event: { preventDefault(): void; url: string }): void => {
    if (!mayLoad(event.url, origins)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-prevent-unload', (event) => event.preventDefault());
  contents.on('select-bluetooth-device', (event) => event.preventDefault());
  contents.on('before-input-event', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.setAudioMuted(true);
}
