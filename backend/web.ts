import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Tokens } from './access/tokens.ts';
import type { Reply } from './body.ts';
import { answerIngest } from './ingest.ts';
import { reasonOf, type Log } from './log.ts';
import type { Store } from './store/store.ts';
import type { Walls } from './walls/hall.ts';
import { answerWalls } from './walls/web.ts';

export type WebParts = {
  readonly store: Store;
  readonly tokens: Tokens;
  readonly walls: Walls;
  readonly log: Log;
  readonly maxIngestBytes: number;
  /** How the house is: for whoever watches over it. */
  readonly health: () => { readonly clients: number; readonly uptimeMs: number };
  readonly refused: () => void;
};

/** The pages of the backend: `GET /healthz`, `POST /ingest` and `/walls/…`. */
export function createWeb({ store, tokens, walls, log, maxIngestBytes, health, refused }: WebParts) {
  async function replyTo(request: IncomingMessage): Promise<Reply> {
    const path = (request.url ?? '/').split('?', 1)[0];
    if (path === '/healthz' && request.method === 'GET') {
      const topics = Object.fromEntries(store.topics().map((topic) => [topic, store.head(topic)]));
      return { status: 200, body: { ok: true, ...health(), topics } };
    }
    const pass = tokens.passFor(request.headers.authorization);
    const ofWall = await answerWalls(request, pass, { walls });
    if (ofWall === null && path !== '/ingest') return { status: 404, body: { error: 'not-found' } };
    if (pass === null) refused();
    return ofWall ?? answerIngest(request, pass?.grant ?? null, { store, maxBytes: maxIngestBytes });
  }

  return async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const reply = await replyTo(request).catch((failure: unknown): Reply => {
      if (!request.destroyed) log.error('http.failed', { reason: reasonOf(failure) });
      return { status: 500, body: { error: 'failed' } };
    });
    // A body that was not read to its end would be taken for the next request.
    const end = request.complete ? {} : { Connection: 'close' };
    response.writeHead(reply.status, {
      'Content-Type': 'application/json',
      'Cache-Control': 'no-store',
      ...end,
    });
    response.end(JSON.stringify(reply.body));
  };
}
