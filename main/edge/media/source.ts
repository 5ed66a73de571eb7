import { STALE_AFTER_MS } from '../../../domain/cameras/rules.ts';
import type { VideoUnit } from '../../../domain/cameras/packets.ts';
import type { SourceState } from '../../cameras/ports.ts';
import type { Clock, Log } from '../../kernel/ports.ts';
import { createH264Receiver } from './h264Receiver.ts';
import { createRecentPictures } from './recentPictures.ts';
import { retryDelayMs } from './retry.ts';
import type { SessionEnd } from './rtspConversation.ts';
import { openRtspSession, type CameraAddress } from './rtspSession.ts';
import type { CameraOffer } from './sdp.ts';
import type { Viewer } from './viewer.ts';

/** A connection that brings nothing for so long is dead, whatever TCP says, ms. */
const SILENT_MS = 3_000;
/** One that brings packets but no whole picture is given longer: key frames may be 10 s apart, ms. */
const PICTURELESS_MS = 15_000;
const WATCH_EVERY_MS = 250;

export type SourceNeeds = {
  readonly clock: Clock;
  readonly log: Log;
  /** 0…1, spreads the attempts of many cameras. */
  readonly chance: () => number;
};

export type Source = { add(viewer: Viewer): void; remove(viewer: Viewer): void; viewers(): number; close(): void };

/** One camera's one connection, for however many tiles: it reconnects for as long as it is open. */
export function createSource(address: CameraAddress, { clock, log, chance }: SourceNeeds): Source {
  const name = `${address.url.host}${address.url.pathname}`;
  const viewers = new Set<Viewer>();
  const recent = createRecentPictures();
  let standing: SourceState = { state: 'connecting', since: clock.now() };
  let session: { close(): void } | null = null;
  let attempts = 0;
  let lastPacketAt = 0;
  let pictureDueFrom = 0;
  let callOffRetry = (): void => undefined;
  let callOffWatch = clock.after(WATCH_EVERY_MS, watch);

  function become(state: SourceState['state']): void {
    if (standing.state === state) return;
    standing = { ...standing, state, since: clock.now() };
    for (const viewer of viewers) viewer.state(standing);
  }

  function takePicture(unit: VideoUnit): void {
    const now = clock.now();
    if (standing.state !== 'live' && standing.lastPictureAt !== undefined) {
      log.info('cameras.sourceReturned', { source: name, awayMs: now - standing.lastPictureAt });
    }
    standing = { ...standing, lastPictureAt: now };
    attempts = 0;
    pictureDueFrom = now;
    become('live');
    recent.unit(unit);
    for (const viewer of viewers) viewer.unit(unit);
  }

  function play(offer: CameraOffer): { push(packet: Buffer): void } {
    lastPacketAt = pictureDueFrom = clock.now();
    return createH264Receiver(offer.track, {
      unit: takePicture,
      lost: recent.clear,
      config(config) {
        recent.config(config);
        for (const viewer of viewers) viewer.config(config);
      },
    });
  }

  function attempt(): void {
    lastPacketAt = pictureDueFrom = Number.POSITIVE_INFINITY;
    let receiver: { push(packet: Buffer): void } | null = null;
    session = openRtspSession(address, clock, {
      playing: (offer) => void (receiver = play(offer)),
      packet(bytes) {
        lastPacketAt = clock.now();
        receiver?.push(bytes);
      },
      ended: lose,
    });
  }

  /** The first loss may be a blip: only a second failure, or the age of the picture, says that the camera is gone. */
  function lose(reason: SessionEnd | 'silent', detail = ''): void {
    session = null;
    attempts += 1;
    recent.clear();
    const refused = reason === 'unauthorised';
    const hadPicture = standing.state === 'live' || standing.state === 'stale';
    const before = standing.state;
    if (refused) become('unauthorised');
    else if (!hadPicture || attempts > 1) become('offline');
    if (standing.state !== before) log.warn('cameras.sourceLost', { source: name, reason, detail });
    const lostForMs = clock.now() - (standing.lastPictureAt ?? standing.since);
    callOffRetry = clock.after(retryDelayMs({ attempts, lostForMs, refused, chance: chance() }), attempt);
  }

  function watch(): void {
    callOffWatch = clock.after(WATCH_EVERY_MS, watch);
    const now = clock.now();
    if (standing.state === 'live' && now - (standing.lastPictureAt ?? 0) >= STALE_AFTER_MS) become('stale');
    if (session === null) return;
    if (now - lastPacketAt < SILENT_MS && now - pictureDueFrom < PICTURELESS_MS) return;
    session.close();
    lose('silent');
  }

  attempt();
  return {
    add(viewer) {
      viewers.add(viewer);
      viewer.state(standing);
      if (session !== null) recent.giveTo(viewer);
    },
    remove: (viewer) => void viewers.delete(viewer),
    viewers: () => viewers.size,
    close() {
      callOffRetry();
      callOffWatch();
      session?.close();
      viewers.clear();
    },
  };
}
