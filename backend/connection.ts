import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { Grant } from '../domain/access/model.ts';
import { may } from '../domain/access/rights.ts';
import { fits } from '../domain/contract/stream.ts';
import { topicsOf } from '../domain/contract/topics.ts';
import {
  ClientFrameSchema,
  closeCodes,
  MINOR,
  PROTOCOL,
  servedProtocols,
  type ClientFrame,
  type Cursor,
  type OrderFrame,
} from '../domain/contract/wire.ts';
import type { AcknowledgeAnswer } from '../domain/incidents/wire.ts';
import type { Pass } from './access/tokens.ts';
import { encode } from './frames.ts';
import type { Limits } from './limits.ts';
import { reasonOf, type Log } from './log.ts';
import { createQueueWatch } from './queueWatch.ts';
import type { Member, Walls } from './walls/hall.ts';

type OfWall = Parameters<Walls['take']>[1];
type Close = (typeof closeCodes)[keyof typeof closeCodes];

/** What a connection needs of the house. */
export type Hall = {
  readonly limits: Limits;
  readonly log: Log;
  readonly now: () => number;
  readonly walls: Walls;
  /** Null: nothing was heard of this topic yet. */
  readonly stateFrame: (topic: string, cursor: Cursor | undefined) => Buffer | null;
  readonly answerOrder: (unit: string, order: OrderFrame) => AcknowledgeAnswer;
};

/** The wire that a connection was admitted on. */
export type Line = {
  readonly ws: WebSocket;
  readonly socket: Duplex & { readonly bytesWritten?: number };
  readonly pass: Pass;
};

/** One client, from hello to close. */
export type Connection = {
  readonly follows: (topic: string) => boolean;
  /** Sends live frames, or cuts the client when they no longer fit its queue. */
  readonly send: (frames: readonly Buffer[], bytes: number) => void;
  /** Called once a second: cuts a client that no longer takes anything. */
  readonly check: () => void;
  /** Called every heartbeat: pings, and ends a client that was silent for two. */
  readonly beat: () => void;
  readonly close: (why: Close) => void;
  /** Ends it without a word. */
  readonly end: () => void;
};

const TEXT = { binary: false, compress: true } as const;
const SMALL = { binary: false, compress: false } as const;
const COMPRESS_FROM_BYTES = 1_024;
const kinds: readonly string[] = ClientFrameSchema.options.map((option) => option.shape.kind.value);

/** A wall's core carries up what its own people said; a console no more than its token is worth. */
function mayAcknowledge({ role, actsAs = 'operator' }: Grant): boolean {
  return role === 'wall' || (role === 'console' && may(actsAs, 'incident.acknowledge'));
}

function kindOf(frame: unknown): string {
  return typeof frame === 'object' && frame !== null && 'kind' in frame
    ? String(frame.kind).slice(0, 40)
    : 'none';
}

export function openConnection({ ws, socket, pass }: Line, hall: Hall): Connection {
  const { limits, log, now } = hall;
  const { grant, key } = pass;
  let topics = topicsOf(grant);
  const watch = createQueueWatch(limits.maxStallMs, now());
  let device: string | null = null;
  let member: Member | undefined;
  let silentBeats = 0;
  let resyncs = 0;
  const helloTimer = setTimeout(() => close(closeCodes.helloMissing), limits.helloWithinMs);

  function close(why: Close): void {
    if (ws.readyState !== ws.OPEN) return;
    if (why !== closeCodes.goingDown)
      log.warn('client.closed', { device, code: why.code, reason: why.reason });
    ws.close(why.code, why.reason);
  }

  function put(frame: Buffer): void {
    ws.send(frame, frame.length < COMPRESS_FROM_BYTES ? SMALL : TEXT);
  }

  function putState(topic: string, cursor: Cursor | undefined): void {
    const frame = hall.stateFrame(topic, cursor);
    if (frame === null) return;
    watch.allow(frame.length, now());
    put(frame);
  }

  /** State and live frames leave in one turn of the loop: nothing can fall between them. */
  function welcome(hello: Extract<ClientFrame, { kind: 'hello' }>): void {
    if (device !== null) return close(closeCodes.badFrame);
    if (!servedProtocols.includes(hello.protocol)) return close(closeCodes.otherProtocol);
    clearTimeout(helloTimer);
    device = hello.device;
    const { minor = 0 } = hello;
    const knowsWalls = minor >= 1;
    if (minor < 2) topics = topics.filter((topic) => !topic.startsWith('cameras/'));
    if (!knowsWalls) topics = topics.filter((topic) => !topic.startsWith('wall/'));
    const { heartbeatMs } = limits;
    const welcomed = { grant, topics: [...topics], sentAt: now(), heartbeatMs, minor: MINOR };
    put(encode({ kind: 'welcome', protocol: PROTOCOL, ...welcomed }));
    for (const topic of topics)
      putState(
        topic,
        hello.cursors.find((cursor) => cursor.topic === topic),
      );
    if (!knowsWalls) return;
    member = { device, grant, key, minor, send: (frame) => put(encode(frame)) };
    hall.walls.join(member);
  }

  function takeOfWall(frame: OfWall): void {
    const verdict = member ? hall.walls.take(member, frame) : 'not-allowed';
    if (verdict === 'not-allowed') close(closeCodes.notAllowed);
    if (verdict === 'bad') close(closeCodes.badFrame);
  }

  function settleOrder(order: OrderFrame): void {
    if (order.device !== device) return close(closeCodes.notAllowed);
    // The person was asked at the console's own core; what its token is worth, only the province knows.
    const answer = mayAcknowledge(grant)
      ? hall.answerOrder(grant.unit, order)
      : ({ outcome: 'not-allowed' } as const);
    put(encode({ kind: 'answer', protocol: PROTOCOL, number: order.number, answer }));
  }

  function take(frame: ClientFrame): void {
    if (frame.kind === 'hello') return welcome(frame);
    if (device === null) return close(closeCodes.helloMissing);
    if (frame.kind === 'order') return settleOrder(frame);
    if (frame.kind !== 'resync') return takeOfWall(frame);
    resyncs += 1;
    if (!topics.includes(frame.topic)) return close(closeCodes.notAllowed);
    if (resyncs > limits.maxResyncsPerBeat) return close(closeCodes.badFrame);
    putState(frame.topic, frame.cursor?.topic === frame.topic ? frame.cursor : undefined);
  }

  /** A kind that a newer client may know is counted and skipped; a known kind that is malformed ends the connection. */
  function read(text: string): void {
    let raw: unknown;
    try {
      raw = JSON.parse(text);
    } catch {
      log.warn('wire.rejected', { device, kind: 'not-json', path: '' });
      return close(closeCodes.badFrame);
    }
    const parsed = ClientFrameSchema.safeParse(raw);
    if (parsed.success) return take(parsed.data);
    const kind = kindOf(raw);
    log.warn('wire.rejected', { device, kind, path: parsed.error.issues[0]?.path.join('.') ?? '' });
    if (device === null || kinds.includes(kind)) close(closeCodes.badFrame);
  }

  ws.on('message', (data, isBinary) => {
    silentBeats = 0;
    if (isBinary || !Buffer.isBuffer(data)) return close(closeCodes.badFrame);
    try {
      read(data.toString());
    } catch (failure) {
      log.error('client.failed', { device, reason: reasonOf(failure) });
      close(closeCodes.failed);
    }
  });
  ws.on('pong', () => void (silentBeats = 0));
  ws.on('error', (failure) => log.warn('wire.rejected', { device, kind: 'frame', path: failure.message }));
  ws.on('close', () => {
    clearTimeout(helloTimer);
    if (member) hall.walls.leave(member);
  });

  return {
    follows: (topic) => device !== null && ws.readyState === ws.OPEN && topics.includes(topic),
    send(frames, bytes) {
      if (!fits({ waitingBytes: ws.bufferedAmount, maxBytes: limits.maxQueueBytes }, bytes))
        return close(closeCodes.tooSlow);
      socket.cork();
      for (const frame of frames) put(frame);
      socket.uncork();
    },
    check() {
      const waiting = ws.bufferedAmount;
      const delivered = (socket.bytesWritten ?? 0) - socket.writableLength;
      if (watch.stalled({ waiting, delivered }, now())) close(closeCodes.tooSlow);
    },
    beat() {
      resyncs = 0;
      if (silentBeats >= 2) return ws.terminate();
      silentBeats += 1;
      if (ws.readyState === ws.OPEN) ws.ping();
    },
    close,
    end: () => ws.terminate(),
  };
}
