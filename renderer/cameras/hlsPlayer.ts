import type Player from 'video.js/dist/types/player';
import type { Screen } from './screen.ts';
import { catchUp } from './liveEdge.ts';
import { cameTo, paintFrom } from './sourceVideo.ts';

/** A player that failed begins again after this time, ms. */
const RELOAD_MS = 1_000;
/** Whether it fell behind is looked at this often, ms. */
const CATCH_UP_EVERY_MS = 2_000;

declare global {
  interface Window {
    /** Says to video.js that the page's policy allows no inline styles. */
    VIDEOJS_NO_DYNAMIC_STYLE?: boolean;
  }
}

const options = {
  autoplay: true,
  muted: true,
  controls: false,
  preload: 'auto',
  bigPlayButton: false,
  errorDisplay: false,
  loadingSpinner: false,
  posterImage: false,
  textTrackDisplay: false,
  textTrackSettings: false,
  html5: { vhs: { overrideNative: true } },
};

/** Plays a playlist through video.js and paints it onto the tile's canvas; it begins again after an error. */
export function openHlsPlayer(
  screen: Screen,
  url: string,
  onError: () => void,
): {
  hear(audible: boolean): void;
  /** After a pause it goes on with the newest picture, not where it stood. */
  pause(paused: boolean): void;
  came(): number;
  /** The element that plays. */
  video(): HTMLVideoElement | null;
  close(): void;
} {
  const video = document.createElement('video');
  let player: Player | null = null;
  let reload: ReturnType<typeof setTimeout> | undefined;
  let over = false;
  let heard = false;

  video.className = 'camera-source';
  video.playsInline = true;
  video.ariaHidden = 'true';
  screen.canvas.before(video);

  function load(): void {
    player?.src({ src: url, type: 'application/x-mpegURL' });
  }

  /** The element that plays is not always the one that was given to the player. */
  function playing(): HTMLVideoElement | null {
    return screen.canvas.parentElement?.querySelector('video') ?? null;
  }

  /** The newest moment that may be asked for, s. */
  function endOf(playing: Player): number | null {
    const loadable = playing.seekable();
    return loadable.length > 0 ? loadable.end(loadable.length - 1) : null;
  }

  function keepUp(): void {
    if (player === null || player.paused()) return;
    const at = { end: endOf(player), at: player.currentTime() ?? 0, duration: player.duration() ?? 0 };
    const goOn = catchUp(at);
    if (goOn !== null) player.currentTime(goOn);
  }

  async function start(): Promise<void> {
    window.VIDEOJS_NO_DYNAMIC_STYLE = true;
    const { default: videojs } = await import('video.js');
    if (over) return;
    player = videojs(video, options);
    player.muted(!heard);
    player.on('error', () => {
      onError();
      clearTimeout(reload);
      reload = setTimeout(load, RELOAD_MS);
    });
    load();
    paintFrom(screen, playing, () => over);
  }

  const keepingUp = setInterval(keepUp, CATCH_UP_EVERY_MS);
  start().catch(onError);
  return {
    hear(audible) {
      heard = audible;
      player?.muted(!audible);
    },
    pause(paused) {
      if (paused) return void player?.pause();
      if (player?.paused() !== true) return;
      const end = endOf(player);
      if (end !== null) player.currentTime(end);
      void player.play();
    },
    came: () => cameTo(playing()),
    video: playing,
    close() {
      over = true;
      clearTimeout(reload);
      clearInterval(keepingUp);
      if (player === null) video.remove();
      else player.dispose();
    },
  };
}
