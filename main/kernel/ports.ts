import type { CameraHealth } from '../../domain/cameras/model.ts';
import type { LinkState, PortReading } from '../../domain/contract/port.ts';
import type { ClientFrame, Cursor, OrderFrame } from '../../domain/contract/wire.ts';
import type { Commit, World } from '../../domain/contract/world.ts';
import type { HistoryPoint } from '../../domain/indicators/calls.ts';

/** Time of this machine. Everything in the core that waits, waits through it: tests move it by hand. */
export type Clock = {
  /** Epoch ms. */
  now(): number;
  /** Calls once after `ms`; returns the function that calls it off. */
  after(ms: number, call: () => void): () => void;
};

export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Events, not prose: `room.pastTense` with ids; never personal data, tokens or the content of a message. */
export type Log = {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
};

/** An order of this machine on its way up; its number rises by one and is never used twice. */
export type Order = Pick<OrderFrame, 'number' | 'body'>;

/** What is written in one transaction with commits, or not at all. */
export type Tied = {
  /** The topic's stream stands here once these commits are applied. */
  readonly cursor?: Cursor;
  /** An order that goes up because of them. */
  readonly order?: Order;
  /** The number of the order that the province has answered. */
  readonly answered?: number;
};

/** What the cache gives back at the start. */
export type Saved = {
  readonly world: World;
  readonly seq: number;
  /** Up to this commit the World is kept as one picture; a start goes through the commits since. */
  readonly pictured: number;
  readonly cursors: readonly Cursor[];
  readonly orders: readonly Order[];
  /** The next order's number. */
  readonly nextOrder: number;
  readonly readings: readonly PortReading[];
  /** This machine's lasting name. */
  readonly device: string;
  /** When anything last came from the province (epoch ms), or null. */
  readonly lastHeardAt: number | null;
};

/** Everything that commits have led to, at one moment (epoch ms). */
export type WorldState = {
  readonly world: World;
  readonly seq: number;
  readonly at: number;
  readonly cursors: readonly Cursor[];
  readonly orders: readonly Order[];
};

export type ReadingsBatch = {
  readonly latest: readonly PortReading[];
  /** Those that begin a new point of their key's history. */
  readonly history: readonly PortReading[];
  readonly cursors: readonly Cursor[];
  readonly lastHeardAt: number | null;
};

/** Where the core keeps what must outlive it. Every method that writes throws when the disk refuses. */
export type Cache = {
  load(): Saved;
  /** Commits, and what is tied to them, in one lasting transaction. */
  append(commits: readonly Commit[], tied: Tied): void;
  /** The whole state in one transaction: after a time in which the disk refused, or when the journal since the last grew long. */
  saveWorld(state: WorldState): void;
  /** Readings and the stream's cursors, once a second; a batch lost to a kill is replaced at the next connection. */
  saveReadings(batch: ReadingsBatch): void;
  history(key: string, since: number, limit: number): readonly HistoryPoint[];
  /** Drops what is older than the site keeps. */
  prune(now: number): void;
  close(): void;
};

/** A window's end of the line, whichever kind of MessagePort it is. Events are texts, answers are values. */
export type WindowPort = {
  post(message: string | { readonly type: 'answer'; readonly id: number; readonly answer: unknown }): void;
  onMessage(listener: (message: unknown) => void): void;
  onClose(listener: () => void): void;
  close(): void;
};

/** Everybody who looks: told after the cache has it. */
export type Windows = {
  publish(commits: readonly Commit[]): void;
  /** The reading of this key is new: whoever watches it gets the latest at its next turn. */
  reading(key: string): void;
  cameras(cameras: readonly CameraHealth[]): void;
};

/** The line to the province. It knows nothing of rooms. */
export type Link = {
  send(frame: ClientFrame): void;
  /** The other side promised a sign of life this often; three missed ones end the connection. */
  expectEvery(heartbeatMs: number): void;
  /** The connection is good: the next failure starts counting from the beginning. */
  settle(): void;
  close(): void;
};

export type LinkEvents = {
  opened(): void;
  heard(): void;
  text(text: string): void;
  /** How the line stands; that it is live is the welcome's word, not the line's. */
  state(state: Exclude<LinkState['state'], 'live'>): void;
  /** A frame was thrown away before it was text: binary, or larger than allowed. */
  rejected(reason: string): void;
};
