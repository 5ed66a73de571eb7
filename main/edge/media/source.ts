import { isTooLarge, PICTURELESS_MS, STALE_AFTER_MS } from '../../../domain/cameras/rules.ts';
import type { VideoConfig, VideoUnit } from '../../../domain/cameras/packets.ts';
import type { Feed } from '../../cameras/ports.ts';
import type { Clock, Log } from '../../kernel/ports.ts';
import { createAudience } from './audience.ts';
import { h264, h265 } from './coding.ts';
import { createLateLook } from './lateLook.ts';
import { createLookers } from './lookers.ts';
import { createOwnTurn } from './ownTurn.ts';
import { createReceiver } from './receiver.ts';
import { createRepeats } from './repeats.ts';
import type { Refusals } from './refusals.ts';
import { retryDelayMs } from './retry.ts';
import type { SessionEnd } from './rtspConversation.ts';
import { openRtspSession, type CameraAddress } from './rtspSession.ts';
import type { CameraOffer } from './sdp.ts';
import type { Shared } from './sharing.ts';
import type { Turns } from './turns.ts';
import type { Viewer } from './viewer.ts';

/** A connection that brings nothing for so long is dead, whatever TCP says, ms. */
const SILENT_MS = 3_000;
const WATCH_EVERY_MS = 250;

/** What does not pass by itself is not asked for every second, on no wall. */
const takesAPerson: ReadonlySet<SessionEnd> = new Set(['codec', 'too-large', 'no-video', 'certificate']);

export type SourceNeeds = {
  readonly clock: Clock;
  readonly log: Log;
  /** 0…1, spreads the attempts of many cameras. */
  readonly chance: () => number;
  readonly turns: Turns;
  readonly refusals: Refusals;
};

export type SourceRequest = {
  readonly address: CameraAddress;
  /** What the log calls it: never an address, there are cameras with the password in their path. */
  readonly name: string;
  readonly suspectAfterMs: number;
};

export type Source = Shared<Viewer> & {
  /** Records what comes from now on, once under each name. */
  tape(name: string, open: () => Feed): void;
};

/** One camera's one connection, for however many tiles: it reconnects for as long as it is open. */
export function createSource(request: SourceRequest, needs: SourceNeeds): Source {
  const { address, name, suspectAfterMs } = request;
  const { clock, log, chance, turns, refusals } = needs;
  const { credentials } = address;
  const password = refusals.of({ url: address.url.href, ...(credentials && { credentials }) });
  const audience = createAudience(clock);
  const lookers = createLookers<Viewer>();
  const late = createLateLook(clock, WATCH_EVERY_MS);
  const turn = createOwnTurn({
    ...{ clock, turns, password, lookers, attempts: () => attempts },
    standing: { now: audience.standing, become: audience.become },
    onTaken() {
      session?.close();
      session = null;
      audience.forget();
      ask();
    },
  });
  let session: { close(): void } | null = null;
  let begun = false;
  let attempts = 0;
  let askedAt = 0;
  let packetDueFrom = 0;
  let pictureDueFrom = 0;
  let callOffRetry = (): void => undefined;
  let callOffWatch = clock.after(WATCH_EVERY_MS, watch);

  function tellOfReturn(): void {
    const { state, lastPictureAt } = audience.standing();
    if (state === 'live' || lastPictureAt === undefined) return;
    log.info('cameras.sourceReturned', { camera: name, awayMs: clock.now() - lastPictureAt });
  }

  function receive({ track }: CameraOffer): { push(packet: Buffer): void } {
    const repeats = createRepeats(suspectAfterMs);
    let tooLarge = false;
    packetDueFrom = pictureDueFrom = clock.now();

    function configure(config: VideoConfig): void {
      tooLarge = isTooLarge(config.widthPx, config.heightPx);
      if (!tooLarge) return audience.config(config);
      session?.close();
      lose('too-large', `${config.widthPx}x${config.heightPx}`);
    }

    function show(unit: VideoUnit): void {
      if (tooLarge) return;
      pictureDueFrom = clock.now();
      attempts = 0;
      tellOfReturn();
      audience.unit(unit, repeats(unit, clock.now()));
    }

    const coding = track.codec === 'H.265' ? h265 : h264;
    return createReceiver(track, coding, { config: configure, lost: audience.forget, unit: show });
  }

  function attempt(): void {
    askedAt = refusals.now();
    // The conversation before the first packet has its own limits.
    packetDueFrom = pictureDueFrom = Number.POSITIVE_INFINITY;
    let receiver: { push(packet: Buffer): void } | null = null;
    session = openRtspSession(address, clock, {
      playing(offer) {
        password.accepted();
        receiver = receive(offer);
      },
      packet(bytes) {
        packetDueFrom = clock.now();
        turn.connected();
        // Another camera may begin with that, in place of this one.
        if (session !== null) receiver?.push(bytes);
      },
      ended: lose,
    });
  }

  function ask(): void {
    callOffRetry();
    turn.ask(attempt);
  }

  /** The first loss may be a blip: only a second failure, or the age of the picture, says that the camera is gone. */
  function tell(reason: SessionEnd, detail: string): void {
    const { state } = audience.standing();
    const hadPicture = state === 'live' || state === 'stale';
    if (reason === 'unauthorised') audience.become('unauthorised');
    else if (reason === 'codec') audience.become('unsupported', reason, detail);
    else if (reason === 'too-large') audience.become('unsupported', reason);
    else if (!hadPicture || attempts > 1) audience.become('offline', reason);
    if (audience.standing().state !== state) log.warn('cameras.sourceLost', { camera: name, reason, detail });
  }

  /** How long it is left alone, ms. */
  function againMs(reason: SessionEnd, detail: string): number {
    if (reason === 'unauthorised') return password.refused(askedAt, detail === '403');
    password.unanswered();
    const onWall = lookers.onWall() && !takesAPerson.has(reason);
    return retryDelayMs({ attempts, onWall, chance: chance() });
  }

  function lose(reason: SessionEnd, detail = ''): void {
    session = null;
    attempts += 1;
    turn.leave();
    audience.forget();
    tell(reason, detail);
    callOffRetry = clock.after(againMs(reason, detail), ask);
  }

  function watch(): void {
    callOffWatch = clock.after(WATCH_EVERY_MS, watch);
    const moved = late();
    if (moved !== null) {
      packetDueFrom = moved(packetDueFrom);
      pictureDueFrom = moved(pictureDueFrom);
      return;
    }
    const now = clock.now();
    const { state, trouble, lastPictureAt = now } = audience.standing();
    if (state === 'live' && now - lastPictureAt >= STALE_AFTER_MS) audience.become('stale', trouble);
    turn.look();
    if (session === null || (now - packetDueFrom < SILENT_MS && now - pictureDueFrom < PICTURELESS_MS))
      return;
    session.close();
    lose(now - packetDueFrom < SILENT_MS ? 'pictureless' : 'silent');
  }

  return {
    add(viewer, looks) {
      const wasOnWall = lookers.onWall();
      lookers.add(viewer, looks);
      audience.add(viewer);
      // It may have been asked seldom while no wall showed it.
      const isAway = session === null && !turn.waits() && audience.standing().state === 'offline';
      if (!begun || (looks.onWall && !wasOnWall && isAway)) ask();
      begun = true;
    },
    remove(viewer) {
      lookers.remove(viewer);
      audience.remove(viewer);
    },
    viewers: lookers.size,
    tape: audience.tape,
    close() {
      callOffRetry();
      callOffWatch();
      session?.close();
      turn.leave();
      audience.close();
    },
  };
}
