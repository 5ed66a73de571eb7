import { connect, isIP, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import type { Clock } from '../../kernel/ports.ts';
import type { Credentials } from './rtspAuth.ts';
import { ANSWER_MS, createConversation, Failure, type SessionEnd } from './rtspConversation.ts';
import { createRtspReader, type RtspResponse } from './rtspReader.ts';
import { controlUrl, otherCodec, readOffer, type CameraOffer } from './sdp.ts';

/** Sessions live 60 s unless the camera says otherwise (RFC 2326); half of it passes between signs of life. */
const SESSION_SECONDS = 60;
const LONGEST_SILENCE_MS = 25_000;

export type CameraAddress = {
  readonly url: URL;
  readonly credentials?: Credentials;
  /** Pictures in H.265 can be shown on this machine. */
  readonly playsH265?: boolean;
  /** SHA-256 fingerprint of the one certificate that is trusted; without it an authority must vouch for the camera. */
  readonly certificate?: string;
};

export type SessionEvents = {
  /** Pictures will follow; said once, before the first packet. */
  playing(offer: CameraOffer): void;
  packet(bytes: Buffer): void;
  /** Said once, and nothing after it. Not said after `close`. */
  ended(reason: SessionEnd, detail?: string): void;
};

type Conversation = ReturnType<typeof createConversation>;

type Playing = {
  readonly channel: number;
  readonly url: string;
  readonly keepAlive: string;
  readonly silenceMs: number;
};

const firstOf = (response: RtspResponse, name: string): string => response.headers.get(name)?.[0] ?? '';

async function describe(
  talk: Conversation,
  url: string,
  playsH265: boolean,
): Promise<{ offer: CameraOffer; base: string; keepAlive: string }> {
  const options = await talk.ask({ method: 'OPTIONS', url });
  const described = await talk.ask({ method: 'DESCRIBE', url, headers: { Accept: 'application/sdp' } });
  const offer = readOffer(described.body, playsH265);
  if (offer === null) {
    const codec = otherCodec(described.body);
    throw codec === null ? new Failure('no-video') : new Failure('codec', codec);
  }
  const base = firstOf(described, 'content-base') || firstOf(described, 'content-location') || url;
  const keepAlive = /\bGET_PARAMETER\b/.test(firstOf(options, 'public')) ? 'GET_PARAMETER' : 'OPTIONS';
  return { offer, base, keepAlive };
}

async function setUp(talk: Conversation, url: string): Promise<Pick<Playing, 'channel' | 'silenceMs'>> {
  const answer = await talk.ask({
    method: 'SETUP',
    url,
    headers: { Transport: 'RTP/AVP/TCP;unicast;interleaved=0-1' },
  });
  const interleaved = /interleaved=(\d{1,3})/i.exec(firstOf(answer, 'transport'));
  const [, id = '', seconds] = /^([^;\s]+)(?:.*timeout=(\d{1,5}))?/i.exec(firstOf(answer, 'session')) ?? [];
  talk.join(id);
  const lifeMs = Number(seconds ?? SESSION_SECONDS) * 1_000;
  return {
    channel: Number(interleaved?.[1] ?? 0),
    silenceMs: Math.max(1_000, Math.min(LONGEST_SILENCE_MS, lifeMs / 2)),
  };
}

function reasonOf({ code = '' }: NodeJS.ErrnoException): Failure {
  if (code === 'ECONNRESET' || code === 'EPIPE') return new Failure('closed', code);
  // It answers, but not in TLS.
  return new Failure(/^(ERR_SSL|EPROTO)/.test(code) ? 'malformed' : 'unreachable', code);
}

const digits = (fingerprint: string): string => fingerprint.replaceAll(/[^0-9a-f]/gi, '').toLowerCase();

/** Cameras sign their certificates themselves: then the one that the room knows is as good as an authority. */
function isTrusted(socket: TLSSocket, certificate: string | undefined): boolean {
  if (certificate === undefined) return socket.authorized;
  return digits(socket.getPeerCertificate().fingerprint256) === digits(certificate);
}

/** `onOpen` is told when requests may be sent; before that nothing of the room's has gone out. */
function openSocket({ url, certificate }: CameraAddress, onOpen: (failure?: Failure) => void): Socket {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (url.protocol !== 'rtsps:')
    return connect({ host, port: Number(url.port || 554), noDelay: true }, () => onOpen());
  const servername = isIP(host) === 0 ? { servername: host } : {};
  const socket = connectTls(
    { host, port: Number(url.port || 322), rejectUnauthorized: false, ...servername },
    () => {
      if (isTrusted(socket, certificate)) return onOpen();
      onOpen(new Failure('certificate', digits(socket.getPeerCertificate().fingerprint256)));
    },
  );
  return socket.setNoDelay(true);
}

/**
 * Opens one RTSP session over TCP and plays its video track until it ends or is closed.
 *
 * The client is our own and not yellowstone (npm 2.1.0 and its 3.x source, MIT, one dependency): that one speaks no TLS and
 * no digest but MD5 without qop, answers every refusal with the password again, without end, which locks the room out,
 * bounds no answer in time or size, and throws in the socket's listener at the first byte that it does not expect. What it
 * would save is the reading of answers and packets; what a wall lives by would have to be built around it all the same.
 */
export function openRtspSession(
  address: CameraAddress,
  clock: Clock,
  events: SessionEvents,
): { close(): void } {
  const { protocol, hostname, port, pathname, search } = address.url;
  const url = `${protocol}//${hostname}:${port || (protocol === 'rtsps:' ? '322' : '554')}${pathname}${search}`;
  const socket = openSocket(address, begin);
  const talk = createConversation(socket, clock, address.credentials);
  let playing: Playing | null = null;
  let over = false;
  let stopTimer = clock.after(ANSWER_MS, () => end(new Failure('unreachable', 'ETIMEDOUT')));

  const reader = createRtspReader({
    response: talk.answered,
    packet(channel, bytes) {
      if (!over && playing !== null && channel === playing.channel) events.packet(bytes);
    },
  });

  function end(failure: Failure): void {
    if (over) return;
    over = true;
    stopTimer();
    socket.destroy();
    talk.fail(failure);
    events.ended(failure.reason, failure.message);
  }

  /** Whether the session lives is judged by its pictures, not by the answers to this. */
  function keepAlive(session: Playing): void {
    if (over) return;
    const { keepAlive: method, url: whole, silenceMs } = session;
    stopTimer = clock.after(silenceMs, () => {
      talk.ask({ method, url: whole }).catch(() => undefined);
      keepAlive(session);
    });
  }

  async function converse(): Promise<void> {
    const { offer, base, keepAlive: method } = await describe(talk, url, address.playsH265 ?? false);
    const session = await setUp(talk, controlUrl(base, offer.track.control));
    // Packets may come in the same breath as the answer to PLAY: all must be ready before it.
    const now: Playing = { ...session, url: controlUrl(base, offer.sessionControl), keepAlive: method };
    playing = now;
    events.playing(offer);
    await talk.ask({ method: 'PLAY', url: now.url, headers: { Range: 'npt=0.000-' } });
    keepAlive(now);
  }

  function begin(failure?: Failure): void {
    if (over) return;
    if (failure) return end(failure);
    stopTimer();
    converse().catch((error: unknown) => {
      end(error instanceof Failure ? error : new Failure('malformed', String(error)));
    });
  }

  socket.on('data', (chunk: Buffer) => {
    if (!reader.push(chunk)) end(new Failure('malformed'));
  });
  socket.on('error', (error) => end(reasonOf(error)));
  socket.on('close', () => end(new Failure('closed')));

  return {
    close() {
      if (over) return;
      over = true;
      stopTimer();
      if (playing !== null) talk.send({ method: 'TEARDOWN', url: playing.url });
      socket.end();
      // A camera that does not hang up is hung up on.
      const callOff = clock.after(1_000, () => socket.destroy());
      socket.once('close', callOff);
      talk.fail(new Failure('closed'));
    },
  };
}
