import { STALE_AFTER_MS } from '../../../domain/cameras/rules.ts';
import type { Clock, Log } from '../../kernel/ports.ts';
import { createAudience } from './audience.ts';
import { createH264Receiver } from './h264Receiver.ts';
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

export type Source = {
  add(viewer: Viewer): void;
  remove(viewer: Viewer): void;
  viewers(): number;
  close(): void;
};

/** One camera's one connection, for however many tiles: it reconnects for as long as it is open. */
export function createSource(address: CameraAddress, { clock, log, chance }: SourceNeeds): Source {
  const name = `${address.url.host}${address.url.pathname}`;
  const audience = createAudience(clock);
  let session: { close(): void } | null = null;
  let attempts = 0;
  let packetDueFrom = 0;
  let pictureDueFrom = 0;
  let callOffRetry = (): void => undefined;
  let callOffWatch = clock.after(WATCH_EVERY_MS, watch);

  function tellOfReturn(): void {
    const { state, lastPictureAt } = audience.standing();
    if (state === 'live' || lastPictureAt === undefined) return;
    log.info('cameras.sourceReturned', { source: name, awayMs: clock.now() - lastPictureAt });
  }

  function receive(offer: CameraOffer): { push(packet: Buffer): void } {
    packetDueFrom = pictureDueFrom = clock.now();
    return createH264Receiver(offer.track, {
      config: audience.config,
      lost: audience.forget,
      unit(unit) {
        attempts = 0;
        pictureDueFrom = clock.now();
        tellOfReturn();
        audience.unit(unit);
      },
    });
  }

  function attempt(): void {
    // The conversation before the first packet has its own limits.
    packetDueFrom = pictureDueFrom = Number.POSITIVE_INFINITY;
    let receiver: { push(packet: Buffer): void } | null = null;
    session = openRtspSession(address, clock, {
      playing: (offer) => void (receiver = receive(offer)),
      packet(bytes) {
        packetDueFrom = clock.now();
        receiver?.push(bytes);
      },
      ended: lose,
    });
  }

  /** The first loss may be a blip: only a second failure, or the age of the picture, says that the camera is gone. */
  function lose(reason: SessionEnd, detail = ''): void {
    session = null;
    attempts += 1;
    audience.forget();
    const before = audience.standing();
    const refused = reason === 'unauthorised';
    const hadPicture = before.state === 'live' || before.state === 'stale';
    if (refused) audience.become('unauthorised');
    else if (!hadPicture || attempts > 1) audience.become('offline', reason);
    if (audience.standing().state !== before.state)
      log.warn('cameras.sourceLost', { source: name, reason, detail });
    const lostForMs = clock.now() - (before.lastPictureAt ?? before.since);
    callOffRetry = clock.after(retryDelayMs({ attempts, lostForMs, refused, chance: chance() }), attempt);
  }

  function watch(): void {
    callOffWatch = clock.after(WATCH_EVERY_MS, watch);
    const now = clock.now();
    const { state, lastPictureAt = now } = audience.standing();
    if (state === 'live' && now - lastPictureAt >= STALE_AFTER_MS) audience.become('stale');
    if (session === null || (now - packetDueFrom < SILENT_MS && now - pictureDueFrom < PICTURELESS_MS))
      return;
    session.close();
    lose(now - packetDueFrom < SILENT_MS ? 'pictureless' : 'silent');
  }

  attempt();
  return {
    add: audience.add,
    remove: audience.remove,
    viewers: audience.size,
    close() {
      callOffRetry();
      callOffWatch();
      session?.close();
    },
  };
}
