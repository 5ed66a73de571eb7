import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Pass, Tokens } from './access/tokens.ts';

/** How long somebody who is turned away may take to hear it, ms. */
const HEAR_WITHIN_MS = 1_000;

/** Who may open a socket: no browser (they send an Origin), and only with a token in the header. */
export function passAtDoor(request: IncomingMessage, tokens: Tokens, full: boolean): Pass | string {
  if (request.headers.origin !== undefined) return '403 Forbidden';
  if ((request.url ?? '/') !== '/') return '404 Not Found';
  const pass = tokens.passFor(request.headers.authorization);
  if (pass === null) return '401 Unauthorized';
  if (pass.grant.role === 'ingest' || pass.grant.role === 'api') return '403 Forbidden';
  return full ? '503 Service Unavailable' : pass;
}

/** Turns somebody away with a status line. */
export function turnAway(socket: Duplex, status: string): void {
  socket.on('error', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  setTimeout(() => socket.destroy(), HEAR_WITHIN_MS).unref();
}
