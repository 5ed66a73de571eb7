import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Grant } from '../domain/access/model.ts';
import type { Tokens } from './access/tokens.ts';

/** How long somebody who is turned away may take to hear it, ms. */
const HEAR_WITHIN_MS = 1_000;

/** Who may open a socket: no browser (they send an Origin), and only with a token in the header. */
export function grantAtDoor(request: IncomingMessage, tokens: Tokens, full: boolean): Grant | string {
  if (request.headers.origin !== undefined) return '403 Forbidden';
  if ((request.url ?? '/') !== '/') return '404 Not Found';
  const grant = tokens.grantFor(request.headers.authorization);
  if (grant === null) return '401 Unauthorized';
  if (grant.role === 'ingest') return '403 Forbidden';
  return full ? '503 Service Unavailable' : grant;
}

/** Turns somebody away with a status line. */
export function turnAway(socket: Duplex, status: string): void {
  socket.on('error', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  setTimeout(() => socket.destroy(), HEAR_WITHIN_MS).unref();
}
