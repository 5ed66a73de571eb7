// A receiving side in plain Node, as strict as the core: every frame is checked, followed, and kept.
import { WebSocket, type ClientOptions } from 'ws';
import { follow } from '../../domain/contract/stream.ts';
import {
  PROTOCOL,
  ServerFrameSchema,
  type ClientFrame,
  type Cursor,
  type FactItem,
  type ServerFrame,
} from '../../domain/contract/wire.ts';

export type WireClientRequest = {
  readonly url: string;
  readonly token: string;
  readonly device?: string;
  readonly cursors?: readonly Cursor[];
  readonly options?: ClientOptions;
  /** What it knows of the version; absent: a client of the time before. */
  readonly minor?: number;
  /** Without it the client says hello by itself. */
  readonly silent?: boolean;
};

export type Closed = { readonly code: number; readonly reason: string };

export type WireClient = {
  readonly socket: WebSocket;
  readonly frames: ServerFrame[];
  /** Facts as they were applied, in order; what a snapshot told is among them. */
  readonly applied: FactItem[];
  readonly cursor: (topic: string) => Cursor | undefined;
  /** Steps other than apply: gaps and duplicates that the stream showed. */
  readonly odd: string[];
  readonly send: (frame: ClientFrame) => void;
  /** Resolves with the first frame that fits, past or to come; fails when the connection ends before. */
  readonly until: <Kind extends ServerFrame['kind']>(
    kind: Kind,
    fits?: (frame: Extract<ServerFrame, { kind: Kind }>) => boolean,
  ) => Promise<Extract<ServerFrame, { kind: Kind }>>;
  readonly closed: Promise<Closed>;
  /** Ends the connection as a pulled cable would. */
  readonly drop: () => Promise<Closed>;
};

/** What the server answered instead of opening a connection. */
export class Refused extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`refused with ${status}`);
    this.status = status;
  }
}

function isKind<Kind extends ServerFrame['kind']>(
  frame: ServerFrame,
  kind: Kind,
): frame is Extract<ServerFrame, { kind: Kind }> {
  return frame.kind === kind;
}

/** Connects; resolves when the connection is open. */
export async function openWireClient(request: WireClientRequest): Promise<WireClient> {
  const { url, token, device = 'test-desk', cursors = [], options, minor, silent = false } = request;
  const socket = new WebSocket(url, {
    ...options,
    headers: { authorization: `Bearer ${token}`, ...options?.headers },
  });
  const frames: ServerFrame[] = [];
  const applied: FactItem[] = [];
  const odd: string[] = [];
  const reached = new Map<string, Cursor>(cursors.map((cursor) => [cursor.topic, cursor]));
  const looks = new Set<(frame: ServerFrame) => void>();

  function advance(frame: ServerFrame): void {
    if (!('topic' in frame)) return;
    const step = follow(reached.get(frame.topic), frame);
    if (step.how !== 'apply') return void (step.how === 'pass' || odd.push(`${step.how} ${step.why}`));
    reached.set(frame.topic, step.cursor);
    if (frame.kind === 'fact') applied.push({ seq: frame.seq, asOf: frame.asOf, body: frame.body });
    if (frame.kind === 'snapshot' || frame.kind === 'catch-up') applied.push(...frame.facts);
  }

  socket.on('message', (data: Buffer) => {
    const frame = ServerFrameSchema.parse(JSON.parse(data.toString()));
    frames.push(frame);
    advance(frame);
    for (const look of looks) look(frame);
  });
  socket.on('error', () => undefined);
  const closed = new Promise<Closed>((resolve) => {
    socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() }));
  });
  const send = (frame: ClientFrame): void => socket.send(JSON.stringify(frame));

  await new Promise<void>((resolve, reject) => {
    socket.on('open', resolve);
    socket.on('error', reject);
    socket.on('unexpected-response', (_request, response) => {
      reject(new Refused(response.statusCode ?? 0));
      response.destroy();
      socket.terminate();
    });
  });
  const knows = minor === undefined ? {} : { minor };
  if (!silent) send({ kind: 'hello', protocol: PROTOCOL, device, cursors: [...cursors], ...knows });

  return {
    socket,
    frames,
    applied,
    odd,
    send,
    closed,
    cursor: (topic) => reached.get(topic),
    until: (kind, fits = () => true) =>
      new Promise((resolve, reject) => {
        const look = (frame: ServerFrame): void => {
          if (!isKind(frame, kind) || !fits(frame)) return;
          looks.delete(look);
          resolve(frame);
        };
        looks.add(look);
        frames.forEach(look);
        void closed.then(({ code, reason }) =>
          reject(new Error(`closed with ${code} ${reason} before ${kind}`)),
        );
      }),
    drop: () => {
      socket.terminate();
      return closed;
    },
  };
}
