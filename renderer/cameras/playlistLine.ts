import { openHlsPlayer } from './hlsPlayer.ts';
import { latestCameraHealth } from '../replica/store.ts';
import type { Line, LineEvents, Said } from './line.ts';
import type { Screen } from './screen.ts';

/** A playlist's state is what its player shows: live with each painted picture, offline with each error. */
export function openPlaylistLine(
  opened: { readonly ticket: string; readonly url: string; readonly cameraId: string },
  screen: Screen,
  said: LineEvents['said'],
): Line {
  let failed: Said | null = null;
  const onPainted = (at: number): void => {
    screen.onPainted(at);
    if (failed) said({ state: 'live', since: at });
    failed = null;
  };
  const onError = (): void => {
    // The player knows that it failed, the core why.
    const trouble = latestCameraHealth(opened.cameraId)?.trouble;
    if (failed !== null && failed.trouble === trouble) return;
    failed = { state: 'offline', since: failed?.since ?? Date.now(), ...(trouble && { trouble }) };
    said(failed);
  };
  said({ state: 'live', since: Date.now() });
  const player = openHlsPlayer({ ...screen, onPainted }, opened.url, onError);
  return {
    hear: player.hear,
    shed: (level) => player.pause(level === 'still'),
    came: player.came,
    close() {
      player.close();
      void window.ioc.call('cameras.close', { ticket: opened.ticket });
    },
  };
}
