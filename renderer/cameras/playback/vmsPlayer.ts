import type { RecordingRefusal } from '../../../domain/cameras/replayCalls.ts';
import { replayMoment, type ReplayAnchor } from '../../../domain/cameras/rules.ts';
import { momentInFilm, placeInFilm, type FilmPart } from '../../../domain/cameras/vms.ts';
import { openHlsPlayer } from '../hlsPlayer.ts';
import { createMeter } from '../meter.ts';
import type { ReplayEvents, ReplayStanding } from './replayEvents.ts';

const STEER_MS = 200;
/** Farther away than this a film is led there at once; nearer, it goes a little faster or slower, s. */
const JUMP_S = 1.5;
const STILL_S = 0.02;
const HURRY = 0.15;
/** Without a new picture for so long a film that plays is not shown as playing, ms. */
const SILENT_MS = 3_000;

export type VmsFilm = {
  readonly url: string;
  readonly parts: readonly FilmPart[];
  /** Where the stretch ends, epoch ms. */
  readonly to: number;
  readonly anchor: ReplayAnchor;
};

type Events = ReplayEvents & {
  /** The server gives no pictures any more; told until the player is closed. */
  onError(): void;
  /** The moment has left the stretch; told until the player is closed. */
  onOver(): void;
};

/** How far a film may be from where it should be and still be called it, s. */
const nearS = (rate: number): number => JUMP_S * Math.max(1, rate);

/** Leads a film to where it should be. */
function steer(video: HTMLVideoElement, wantedS: number, rate: number): void {
  const behind = wantedS - video.currentTime;
  if (rate === 0) {
    if (!video.paused) video.pause();
    if (Math.abs(behind) > STILL_S && !video.seeking) video.currentTime = wantedS;
    return;
  }
  // A film that has ended would begin again from its first picture.
  if (video.paused && !video.ended) void video.play().catch(() => undefined);
  if (Math.abs(behind) > nearS(rate) && !video.seeking) video.currentTime = wantedS;
  video.playbackRate = rate * (1 + Math.max(-HURRY, Math.min(HURRY, behind)));
}

/** Tells a standing when it is another one. */
function createTeller(tell: ReplayEvents['onStanding']): ReplayEvents['onStanding'] {
  let last: ReplayStanding | null = null;
  return (next) => {
    if (next.state === last?.state && next.until === last.until && next.why === last.why) return;
    last = next;
    tell(next);
  };
}

/** Plays a stretch of a VMS's recording through video.js onto a canvas, as an anchor says. */
export function openVmsPlayer(
  { url, parts, to, anchor }: VmsFilm,
  canvas: HTMLCanvasElement,
  events: Events,
): () => void {
  const { rate } = anchor;
  const stand = createTeller(events.onStanding);
  let paintedAt = 0;
  let failed: RecordingRefusal | null = null;
  stand({ state: 'connecting' });
  const wanted = () => placeInFilm(parts, replayMoment(anchor, Date.now()));

  /** A picture counts only where it is the one of its time: a film is first painted from its beginning. */
  function onPainted(at: number): void {
    const seconds = player.video()?.currentTime ?? 0;
    const place = wanted();
    const moment = momentInFilm(parts, seconds);
    if (moment === null || !('seconds' in place) || Math.abs(place.seconds - seconds) > nearS(rate)) return;
    paintedAt = at;
    events.onPicture(moment);
    stand({ state: 'live' });
  }

  function look(): void {
    if (failed) {
      stand({ state: 'offline', why: failed });
      return events.onError();
    }
    if (replayMoment(anchor, Date.now()) >= to) {
      stand({ state: 'connecting' });
      return events.onOver();
    }
    const place = wanted();
    const video = player.video();
    if (!('seconds' in place)) {
      video?.pause();
      return stand({ state: 'offline', ...place });
    }
    if (video === null || video.readyState < HTMLMediaElement.HAVE_METADATA) return;
    steer(video, place.seconds, rate);
    if (rate > 0 && Date.now() - paintedAt > SILENT_MS) stand({ state: 'connecting' });
  }

  const onTooLarge = (): void => void (failed = 'recording-too-large');
  const screen = { canvas, meter: createMeter('normal'), onSize: events.onSize, onPainted, onTooLarge };
  const player = openHlsPlayer(screen, url, () => void (failed ??= 'recording-unreachable'));
  const timer = setInterval(look, STEER_MS);
  return () => {
    clearInterval(timer);
    player.close();
  };
}
