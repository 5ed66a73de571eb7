import type { StreamHead } from '../../domain/contract/stream.ts';
import type { ProvinceFactItem } from '../../domain/contract/wire.ts';
import { supersedes } from '../../domain/indicators/rules.ts';
import type { Standing } from './standing.ts';
import type { NumberedReading, Stand } from './store.ts';

/** What a topic may hold in all, bytes: a snapshot of it fits one frame with room for its envelope. */
export const STATE_BYTES = 3 * 1024 * 1024;
/** On top of it for what changes something that stands: a full topic can still be acknowledged and closed. */
export const SLACK_BYTES = 256 * 1024;
/** Keys of readings per topic. */
export const MAX_KEYS = 10_000;
/** A catch-up larger than this is a snapshot instead. */
const CATCH_UP_FACTS = 5_000;
const CATCH_UP_BYTES = 768 * 1024;
/** The newest facts stay in memory, so that a storm of reconnects asks the database for nothing. */
const TAIL_FACTS = 1_000;

/** A topic in memory: what stands, the latest readings, the newest facts. */
export type TopicState = {
  readonly topic: string;
  readonly epoch: string;
  floor: number;
  head: number;
  /** Numbers below this may be given out without writing first. */
  reserved: number;
  bytes: number;
  /** Facts above `tailFloor`, oldest first. */
  tail: ProvinceFactItem[];
  tailFloor: number;
  readonly standing: Map<string, Standing>;
  readonly readings: Map<string, NumberedReading>;
  /** Keys whose latest reading is not on disk yet. */
  readonly dirty: Set<string>;
};

export function createTopicState(row: {
  topic: string;
  epoch: string;
  floor: number;
  reserved: number;
}): TopicState {
  return {
    ...row,
    head: row.reserved,
    bytes: 0,
    tail: [],
    tailFloor: row.reserved,
    standing: new Map(),
    readings: new Map(),
    dirty: new Set(),
  };
}

/** Bytes of an item in a frame. */
export function itemBytes(body: string): number {
  return Buffer.byteLength(body) + 64;
}

export function headOf({ epoch, floor, head }: TopicState): StreamHead {
  return { epoch, floor, head };
}

export function putStanding(state: TopicState, standing: Standing): void {
  state.bytes += standing.bytes - (state.standing.get(standing.key)?.bytes ?? 0);
  state.standing.set(standing.key, standing);
}

export function dropStanding(state: TopicState, key: string): void {
  state.bytes -= state.standing.get(key)?.bytes ?? 0;
  state.standing.delete(key);
}

/**
 * Which incidents that are over leave, oldest first, so that so many bytes more fit; null when they never fit. It leaves
 * some air, so that the next one need not ask again.
 */
export function overToMakeRoom(state: TopicState, bytes: number): readonly string[] | null {
  if (state.bytes + bytes <= STATE_BYTES) return [];
  const over = [...state.standing.values()]
    .filter((item) => item.overAt !== null)
    .sort((a, b) => a.seq - b.seq);
  const keys: string[] = [];
  let left = state.bytes + bytes;
  for (const item of over) {
    if (left <= STATE_BYTES - SLACK_BYTES) break;
    left -= item.bytes;
    keys.push(item.key);
  }
  return left <= STATE_BYTES ? keys : null;
}

export function pushTail(state: TopicState, items: readonly ProvinceFactItem[]): void {
  state.tail.push(...items);
  if (state.tail.length <= 2 * TAIL_FACTS) return;
  const gone = state.tail.splice(0, state.tail.length - TAIL_FACTS);
  state.tailFloor = gone.at(-1)?.seq ?? state.tailFloor;
}

/**
 * Takes a reading unless its key is new and the topic is full; numbers it. One of an earlier time than what stands is passed
 * on for the past that a listener keeps, and stands for nothing. `now`: this machine's clock; none is later than it came.
 */
export function putReading(
  state: TopicState,
  reading: Omit<NumberedReading, 'seq'>,
  now: number,
): NumberedReading | null {
  const { key } = reading.body;
  const asOf = Math.min(reading.asOf, now);
  const standing = state.readings.get(key);
  if (standing === undefined) {
    const bytes = 160 + key.length;
    if (state.readings.size >= MAX_KEYS || state.bytes + bytes > STATE_BYTES) return null;
    state.bytes += bytes;
  }
  state.head += 1;
  const numbered = { seq: state.head, asOf, body: reading.body };
  if (!supersedes(timesOf(numbered), standing && timesOf(standing), now)) return numbered;
  state.readings.set(key, numbered);
  state.dirty.add(key);
  return numbered;
}

function timesOf({ asOf, body: { provenance } }: NumberedReading) {
  return { asOf, provenance };
}

export function wholeStand(state: TopicState): Stand {
  const facts = [...state.standing.values()].sort((a, b) => a.seq - b.seq);
  return {
    head: headOf(state),
    facts: facts.map(({ seq, asOf, body }) => ({ seq, asOf, body })),
    readings: [...state.readings.values()].map(({ asOf, body }) => ({ asOf, body })),
  };
}

/** Everything after `seq`; `older` reads facts that are no longer in memory, at most so many. */
export function standAfter(
  state: TopicState,
  seq: number,
  older: (limit: number) => readonly ProvinceFactItem[],
): Stand | null {
  const facts =
    seq >= state.tailFloor ? state.tail.filter((item) => item.seq > seq) : older(CATCH_UP_FACTS + 1);
  const bytes = facts.reduce((sum, item) => sum + itemBytes(JSON.stringify(item.body)), 0);
  if (facts.length > CATCH_UP_FACTS || bytes > CATCH_UP_BYTES) return null;
  const readings = [...state.readings.values()].filter((reading) => reading.seq > seq);
  return { head: headOf(state), facts, readings: readings.map(({ asOf, body }) => ({ asOf, body })) };
}
