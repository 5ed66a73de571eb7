import { openHlsPlayer } from './hlsPlayer.ts';
import type { Line, LineEvents } from './line.ts';
import type { Screen } from './screen.ts';

/** A playlist's state is what its player shows: live with each painted picture, offline with each error. */
export function openPlaylistLine(
  opened: { readonly ticket: string; readonly url: string },
  screen: Screen,
  said: LineEvents['said'],
): Line {
  let failed = false;
  const onPainted = (at: number): void => {
    screen.onPainted(at);
    if (failed) said({ state: 'live', since: at });
    failed = false;
  };
  const onError = (): void => {
    if (!failed) said({ state: 'offline', since: Date.now() });
    failed = true;
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
