import { randomBytes } from 'node:crypto';
import { reserveUpTo } from '../../domain/contract/stream.ts';
import { guarded, type Log } from '../log.ts';
import { createCommandTable } from './commandTable.ts';
import type { Db } from './driver.ts';
import { planFacts, type Plan } from './plan.ts';
import type { News, NumberedReading, Store } from './store.ts';
import { createTable } from './table.ts';
import {
  createTopicState,
  dropStanding,
  headOf,
  overToMakeRoom,
  pushTail,
  putReading,
  putStanding,
  standAfter,
  wholeStand,
  type TopicState,
} from './topicState.ts';

export type Retention = {
  /** Facts older than this, or beyond so many per topic, are forgotten; a client that far behind starts over. */
  readonly factsForMs: number;
  readonly factsPerTopic: number;
  /** Incidents that are over stay in the snapshot this long. */
  readonly overForMs: number;
};

export const defaultRetention: Retention = {
  factsForMs: 30 * 86_400_000,
  factsPerTopic: 50_000,
  overForMs: 86_400_000,
};

export type StoreParts = {
  readonly db: Db;
  readonly log: Log;
  /** This machine's clock, epoch ms. */
  readonly now: () => number;
  readonly retention?: Retention;
};

const FLUSH_MS = 1_000;
const PRUNE_MS = 3_600_000;
const PRUNE_EVERY_FACTS = 1_000;

/** The store on one SQLite file: memory answers, the file remembers. */
export function createSqliteStore({ db, log, now, retention = defaultRetention }: StoreParts): Store {
  const table = createTable(db);
  const states = new Map<string, TopicState>(table.load().map((state) => [state.topic, state]));
  const listeners = new Set<(news: News) => void>();
  let factsSincePrune = 0;

  function stateOf(topic: string): TopicState {
    const known = states.get(topic);
    if (known !== undefined) return known;
    const row = { topic, epoch: randomBytes(6).toString('hex'), floor: 0, reserved: 0 };
    table.addTopic(row);
    const state = createTopicState(row);
    states.set(topic, state);
    return state;
  }

  function tell(news: News): void {
    for (const listener of listeners) listener(news);
  }

  function reserve(state: TopicState, next: number): void {
    const mark = reserveUpTo(next, state.reserved);
    if (mark === null) return;
    table.reserve(state.topic, mark);
    state.reserved = mark;
  }

  function drop(state: TopicState, keys: readonly string[]): void {
    table.dropStanding(state.topic, keys);
    for (const key of keys) dropStanding(state, key);
  }

  function makeRoom(state: TopicState, bytes: number): boolean {
    const keys = overToMakeRoom(state, bytes);
    if (keys === null) return false;
    if (keys.length > 0) drop(state, keys);
    return true;
  }

  /** Writes a plan, and what `also` writes, in one transaction. Numbers are reserved before it: it may roll back. */
  function write({ topics }: Plan, also?: () => void): void {
    for (const [topic, { head }] of topics) reserve(stateOf(topic), head);
    db.transaction(() => {
      for (const [topic, { items, stands }] of topics) {
        for (const item of items) table.addFact(topic, item, now());
        for (const standing of stands.values()) table.putStanding(topic, standing);
      }
      also?.();
    })();
  }

  /** What is on disk becomes what is known, then is told. */
  function publish({ topics }: Plan): void {
    for (const [topic, { items, stands, head }] of topics) {
      const state = stateOf(topic);
      state.head = head;
      for (const standing of stands.values()) putStanding(state, standing);
      pushTail(state, items);
      factsSincePrune += items.length;
      if (items.length > 0) tell({ kind: 'fact', topic, epoch: state.epoch, items });
    }
    if (factsSincePrune >= PRUNE_EVERY_FACTS) prune();
  }

  function flush(): void {
    const dirty = [...states.values()].filter((state) => state.dirty.size > 0);
    if (dirty.length === 0) return;
    table.putReadings(dirty);
    for (const state of dirty) state.dirty.clear();
  }

  function prune(): void {
    factsSincePrune = 0;
    const overBefore = now() - retention.overForMs;
    for (const state of states.values()) {
      state.floor = table.forgetFacts(state, now() - retention.factsForMs, retention.factsPerTopic);
      state.tailFloor = Math.max(state.tailFloor, state.floor);
      const gone = [...state.standing.values()].filter(
        ({ overAt }) => overAt !== null && overAt < overBefore,
      );
      if (gone.length > 0)
        drop(
          state,
          gone.map(({ key }) => key),
        );
    }
  }

  prune();
  const timers = [
    setInterval(guarded(log, 'store.flushFailed', flush), FLUSH_MS),
    setInterval(guarded(log, 'store.pruneFailed', prune), PRUNE_MS),
  ];
  for (const timer of timers) timer.unref();
  const planning = { stateOf, makeRoom, now };

  return {
    commands: createCommandTable(db),
    head: (topic) => headOf(stateOf(topic)),
    topics: () => [...states.keys()],
    whole: (topic) => wholeStand(stateOf(topic)),
    after: (topic, seq) => standAfter(stateOf(topic), seq, (limit) => table.factsAfter(topic, seq, limit)),
    standing: (topic, key) => stateOf(topic).standing.get(key)?.body,
    append(facts) {
      const plan = planFacts(facts, planning);
      if (!plan.appended.ok || plan.appended.taken === 0) return plan.appended;
      write(plan);
      publish(plan);
      return plan.appended;
    },
    note(topic, readings) {
      const state = stateOf(topic);
      const items: NumberedReading[] = [];
      for (const reading of readings) {
        reserve(state, state.head + 1);
        const numbered = putReading(state, reading, now());
        if (numbered !== null) items.push(numbered);
      }
      if (items.length > 0) tell({ kind: 'reading', topic, epoch: state.epoch, items });
      return items.length;
    },
    settle({ parse, ...order }, decide) {
      const before = table.answerTo(order);
      if (before !== undefined) return parse(before);
      const { answer, facts } = decide();
      const plan = planFacts(facts, planning);
      if (!plan.appended.ok) throw new Error('the facts of an order do not fit their topic');
      write(plan, () => table.addAnswer(order, now(), answer));
      publish(plan);
      return answer;
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      for (const timer of timers) clearInterval(timer);
      flush();
      for (const { topic, head } of states.values()) table.reserve(topic, head);
      db.close();
    },
  };
}
