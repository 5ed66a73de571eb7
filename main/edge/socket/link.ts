import { readFileSync } from 'node:fs';
import { WebSocket, type ClientOptions } from 'ws';
import { closeCodes, MAX_FRAME_BYTES } from '../../../domain/contract/wire.ts';
import { backoffMs, REFUSED_MS } from '../../kernel/backoff.ts';
import type { Clock, Link, LinkEvents, Log } from '../../kernel/ports.ts';
import { isAllowedAddress } from '../../../domain/contract/backendAddress.ts';

/** A connection that is not there after this is given up, ms. */
const OPEN_WITHIN_MS = 10_000;
/** Missed signs of life that end a connection. */
const MISSED = 3;
/** A line that lived for so long was good: the next failure starts counting from the beginning, ms. */
const STEADY_MS = 10_000;
const MOST_REASON = 120;

/** How a line ended: the answer to the knock, or the other side's word when it hung up. */
type End = { readonly status: number | undefined; readonly code: number; readonly reason: string };

/** What a person must mend, by the word of the province; else the line is only away. */
function stateAfter({ status, code }: End): 'unauthorised' | 'other-version' | 'offline' {
  if (status === 401 || status === 403 || code === closeCodes.notAllowed.code) return 'unauthorised';
  return code === closeCodes.otherProtocol.code ? 'other-version' : 'offline';
}

/** What a header can carry; anything else was never given out as a token. */
const TOKEN = /^[\x21-\x7e]+$/;

export type LinkConfig = {
  readonly url: string;
  readonly token: string | undefined;
  /** The site's own certificate authority. */
  readonly caFile: string | undefined;
  readonly clock: Clock;
  readonly log: Log;
  /** 0 ≤ value < 1. */
  readonly random: () => number;
};

/** The line to the province: opens, watches, and opens again, waiting longer each time. One line in the log per reconnect. */
export function openLink(config: LinkConfig, events: LinkEvents): Link {
  const { url, clock, log } = config;
  let socket: WebSocket | undefined;
  let attempts = 0;
  let refusedOnce = false;
  /** Since when the other side has been known to be the province; null: it is not. */
  let goodSince: number | null = null;
  let closed = false;
  let limitMs = OPEN_WITHIN_MS;
  let heardAt = clock.now();
  let callOffRetry: (() => void) | undefined;
  let callOffWatch: (() => void) | undefined;
  const ca = certificate(config.caFile);

  function heard(): void {
    heardAt = clock.now();
    events.heard();
  }

  /** One timer, not one per message: it looks how long ago the last word came, and sleeps for what is left. */
  function watch(waitMs: number): void {
    callOffWatch?.();
    callOffWatch = clock.after(waitMs, () => {
      const silentMs = clock.now() - heardAt;
      if (silentMs >= 0 && silentMs < limitMs) return watch(limitMs - silentMs);
      log.warn('link.silent', { silentMs });
      socket?.terminate();
    });
  }

  function retryIn(ms: number): void {
    callOffRetry = clock.after(ms, connect);
  }

  function ended(end: End): void {
    callOffWatch?.();
    socket = undefined;
    if (closed) return;
    // What is taken up and dropped again at once is asked for ever more seldom, as what is not there at all.
    if (goodSince !== null && clock.now() - goodSince >= STEADY_MS) attempts = 0;
    goodSince = null;
    const state = stateAfter(end);
    const isRefused = state !== 'offline';
    events.state(state);
    const waitMs = isRefused ? REFUSED_MS : backoffMs(attempts, config.random);
    if (attempts === 0 || (isRefused && !refusedOnce)) {
      const { status = null, code, reason } = end;
      log.warn('link.lost', { status, code, reason: reason.slice(0, MOST_REASON), waitMs });
    }
    refusedOnce = isRefused;
    attempts += 1;
    retryIn(waitMs);
  }

  function refuse(state: 'refused' | 'unauthorised', reason: string): void {
    log.error('link.refused', { reason });
    events.state(state);
  }

  /** Null: what the site names cannot be opened at all, so it is not tried again. */
  function tryToOpen(): WebSocket | null {
    try {
      return openSocket(config, ca ?? undefined);
    } catch (error) {
      refuse('refused', error instanceof Error && 'code' in error ? String(error.code) : 'not-to-be-opened');
      return null;
    }
  }

  function connect(): void {
    if (attempts > 0 && !refusedOnce) events.state('connecting');
    const opening = tryToOpen();
    if (opening === null) return;
    let status: number | undefined;
    socket = opening;
    heardAt = clock.now();
    limitMs = OPEN_WITHIN_MS;
    watch(limitMs);
    opening.on('open', () => {
      heard();
      events.opened();
    });
    opening.on('ping', heard);
    opening.on('message', (data, isBinary) => {
      heard();
      if (isBinary) return events.rejected('binary');
      events.text(String(data));
    });
    opening.on('unexpected-response', (_request, response) => {
      status = response.statusCode;
      response.destroy();
      opening.terminate();
    });
    opening.on('error', (error) => {
      if ('code' in error && error.code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH') events.rejected('too-large');
    });
    opening.on('close', (code, reason) => {
      if (socket === opening) ended({ status, code, reason: String(reason) });
    });
  }

  if (!isAllowedAddress(url)) refuse('refused', 'address-not-secure');
  else if (ca === null) refuse('refused', 'ca-file-unreadable');
  else if (config.token !== undefined && !TOKEN.test(config.token))
    refuse('unauthorised', 'token-unreadable');
  else {
    events.state('connecting');
    connect();
  }

  return {
    send(frame) {
      if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame));
    },
    expectEvery(ms) {
      limitMs = MISSED * ms;
      watch(limitMs);
    },
    settle() {
      if (attempts > 0) log.info('link.reconnected', { attempts });
      goodSince = clock.now();
      refusedOnce = false;
    },
    close() {
      closed = true;
      callOffRetry?.();
      callOffWatch?.();
      socket?.close(1000);
      socket = undefined;
    },
  };
}

function openSocket({ url, token }: LinkConfig, ca: Buffer | undefined): WebSocket {
  const options: ClientOptions = {
    maxPayload: MAX_FRAME_BYTES,
    handshakeTimeout: OPEN_WITHIN_MS,
    followRedirects: false,
    ...(token !== undefined && { headers: { authorization: `Bearer ${token}` } }),
    ...(ca !== undefined && { ca }),
  };
  return new WebSocket(url, options);
}

/** `null`: named, but not to be read. */
function certificate(file: string | undefined): Buffer | null | undefined {
  try {
    return file === undefined ? undefined : readFileSync(file);
  } catch {
    return null;
  }
}
