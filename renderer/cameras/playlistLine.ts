import { openHlsPlayer } from './hlsPlayer.ts';
import { latestCameraHealth } from '../replica/store.ts';
import type { Line, LineEvents, Said } from './line.ts';
import { createRests } from './rests.ts';
import type { Screen } from './screen.ts';

/** What is answered where a ticket leads nowhere any more: the core was begun anew, or reaches the camera otherwise. */
const GONE = 410;

/** A playlist's state is what its player shows: live with each painted picture, offline with each error. */
export function openPlaylistLine(
  opened: { readonly ticket: string; readonly url: string; readonly cameraId: string },
  screen: Screen,
  { said, lost }: Pick<LineEvents, 'said' | 'lost'>,
  openPlayer: typeof openHlsPlayer = openHlsPlayer,
): Line {
  let over = false;
  let failed: Said | null = null;
  const rests = createRests((paused) => player.pause(paused));
  const onPainted = (at: number): void => {
    screen.onPainted(at);
    rests.painted();
    if (failed) said({ state: 'live', since: at });
    failed = null;
  };
  /** The player loads the same address for as long as it is open; only the core gives another one. */
  const askForTicket = async (): Promise<void> => {
    const answer = await fetch(opened.url, { method: 'HEAD' }).catch(() => null);
    if (answer?.status === GONE && !over) lost();
  };
  const onError = (): void => {
    void askForTicket();
    // The player knows that it failed, the core why.
    const health = latestCameraHealth(opened.cameraId);
    const trouble = health?.trouble;
    const known = health?.state === 'unauthorised' || health?.state === 'unsupported';
    const state = known ? health.state : 'offline';
    if (failed?.state === state && failed.trouble === trouble) return;
    failed = { state, since: failed?.since ?? Date.now(), ...(trouble && { trouble }) };
    said(failed);
  };
  said({ state: 'live', since: Date.now() });
  const player = openPlayer({ ...screen, onPainted }, opened.url, onError);
  return {
    hear: player.hear,
    shed: rests.shed,
    came: player.came,
    close() {
      over = true;
      rests.end();
      player.close();
      void window.ioc.call('cameras.close', { ticket: opened.ticket });
    },
  };
}
