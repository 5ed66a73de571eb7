import { createServer as createPlain, type IncomingMessage, type Server as PlainServer } from 'node:http';
import { createServer as createSecure } from 'node:https';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { closeCodes } from '../domain/contract/wire.ts';
import type { Tokens } from './access/tokens.ts';
import { openConnection, type Connection, type Hall } from './connection.ts';
import { passAtDoor, turnAway } from './door.ts';
import { createStateFrames, newsFrames } from './frames.ts';
import { answerOrder } from './incidents/orders.ts';
import { defaultLimits, type Limits } from './limits.ts';
import type { Log } from './log.ts';
import type { News, Store } from './store/store.ts';
import { createWalls } from './walls/hall.ts';
import { createWeb } from './web.ts';

export type ServerParts = {
  readonly store: Store;
  readonly tokens: Tokens;
  readonly log: Log;
  readonly tls?: { readonly cert: string; readonly key: string };
  readonly limits?: Partial<Limits>;
  /** This machine's clock, epoch ms. */
  readonly now?: () => number;
};

export type Server = {
  /** Resolves to the port once it listens. */
  readonly listen: (port: number, host: string) => Promise<number>;
  readonly clients: () => number;
  /** Tells every client that it goes down, and waits for them a second at most. */
  readonly close: () => Promise<void>;
};

const slowHands = {
  requestTimeout: 30_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 500,
  maxHeaderSize: 8_192,
  noDelay: true,
} as const;

const tlsLimits = { minVersion: 'TLSv1.2', handshakeTimeout: 5_000 } as const;

/** Readings are below the threshold: they travel as they are. */
const deflate = {
  serverNoContextTakeover: true,
  clientNoContextTakeover: true,
  threshold: 1_024,
  concurrencyLimit: 4,
  zlibDeflateOptions: { level: 3, memLevel: 7 },
};

const GOODBYE_MS = 1_000;
/** A client that is told to go has this long to answer. */
const CLOSE_WITHIN_MS = 2_000;

/** Sockets and HTTP of the backend: who may come in, who gets what, and who is cut. */
export function createServer({
  store,
  tokens,
  log,
  tls,
  limits: tighter,
  now = Date.now,
}: ServerParts): Server {
  const limits = { ...defaultLimits, ...tighter };
  const connections = new Set<Connection>();
  const startedAt = now();
  let refusals = 0;
  const walls = createWalls({ log, now, limits, book: store.commands, tell: sendToFollowers });
  const { stateFrame } = createStateFrames(store, now);
  const hall: Hall = {
    limits,
    log,
    now,
    walls,
    stateFrame: (topic, cursor) =>
      topic.startsWith('wall/')
        ? walls.stateFrame(topic.slice('wall/'.length), cursor)
        : stateFrame(topic, cursor),
    answerOrder: (unit, order) => answerOrder(store, unit, order),
  };
  const answer = createWeb({
    store,
    tokens,
    walls,
    log,
    maxIngestBytes: limits.maxIngestBytes,
    health: () => ({ clients: connections.size, uptimeMs: now() - startedAt }),
    refused: () => void (refusals += 1),
  });
  const hands = { ...slowHands, headersTimeout: limits.headersWithinMs };
  const http: PlainServer = tls
    ? createSecure({ ...hands, ...tlsLimits, ...tls }, answer)
    : createPlain(hands, answer);
  http.maxConnections = limits.maxClients + 100;
  http.on('upgrade', (request, socket, head) => admit(request, socket, head));
  http.on('clientError', (_failure, socket) => turnAway(socket, '400 Bad Request'));

  const options = {
    noServer: true,
    clientTracking: false,
    perMessageDeflate: deflate,
    closeTimeout: CLOSE_WITHIN_MS,
  };
  const sockets = new WebSocketServer({ ...options, maxPayload: limits.maxClientFrameBytes });
  const wideSockets = new WebSocketServer({ ...options, maxPayload: limits.maxWallFrameBytes });

  function admit(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const pass = passAtDoor(request, tokens, connections.size >= limits.maxClients);
    if (typeof pass === 'string') {
      refusals += 1;
      return turnAway(socket, pass);
    }
    const width = pass.grant.role === 'wall' ? wideSockets : sockets;
    width.handleUpgrade(request, socket, head, (ws) => {
      const connection = openConnection({ ws, socket, pass }, hall);
      connections.add(connection);
      ws.on('close', () => connections.delete(connection));
    });
  }

  /** Each frame is encoded once, whoever gets it. */
  function tell(news: News): void {
    if (followersOf(news.topic).length > 0) sendToFollowers(news.topic, newsFrames(news, now()));
  }

  function followersOf(topic: string): readonly Connection[] {
    return [...connections].filter((connection) => connection.follows(topic));
  }

  function sendToFollowers(topic: string, frames: readonly Buffer[]): void {
    const bytes = frames.reduce((sum, frame) => sum + frame.length, 0);
    for (const connection of followersOf(topic)) connection.send(frames, bytes);
  }

  function beat(): void {
    for (const connection of connections) connection.beat();
    if (refusals > 0) log.warn('access.refused', { times: refusals });
    refusals = 0;
  }

  const deaf = store.listen(tell);
  const timers = [
    setInterval(() => connections.forEach((connection) => connection.check()), 1_000),
    setInterval(beat, limits.heartbeatMs),
  ];

  return {
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        http.once('error', reject);
        http.listen(port, host, () => {
          const address = http.address();
          resolve(typeof address === 'object' && address !== null ? address.port : port);
        });
      }),
    clients: () => connections.size,
    async close() {
      for (const timer of timers) clearInterval(timer);
      deaf();
      walls.stop();
      const closed = new Promise<void>((resolve) => http.close(() => resolve()));
      for (const connection of connections) connection.close(closeCodes.goingDown);
      const late = setTimeout(() => {
        http.closeAllConnections();
        for (const connection of connections) connection.end();
      }, GOODBYE_MS);
      http.closeIdleConnections();
      await closed;
      clearTimeout(late);
    },
  };
}
