import { z } from 'zod';
import { ProvinceFactSchema, ReadingBodySchema, type ProvinceFactItem } from '../../domain/contract/wire.ts';
import type { Db } from './driver.ts';
import type { Standing } from './standing.ts';
import type { NumberedOrder } from './store.ts';
import {
  createTopicState,
  itemBytes,
  pushTail,
  putReading,
  putStanding,
  type TopicState,
} from './topicState.ts';

const TopicRow = z.object({ topic: z.string(), epoch: z.string(), floor: z.number(), reserved: z.number() });
const FactRow = z.object({ seq: z.number(), asOf: z.number(), body: z.string() });
const StandingRow = FactRow.extend({ key: z.string(), overAt: z.number().nullable() });
const CutRow = z.object({ cut: z.number().nullable() });
const AnswerRow = z.object({ answer: z.string(), body: z.string().nullable() });
const TAIL_AT_START = 1_000;

function factItem(row: unknown): ProvinceFactItem {
  const { seq, asOf, body } = FactRow.parse(row);
  return { seq, asOf, body: ProvinceFactSchema.parse(JSON.parse(body)) };
}

function statements(db: Db) {
  return {
    topics: db.prepare('select topic, epoch, floor, reserved from topics'),
    addTopic: db.prepare('insert into topics(topic, epoch, floor, reserved) values (?, ?, ?, ?)'),
    reserve: db.prepare('update topics set reserved = ? where topic = ?'),
    floor: db.prepare('update topics set floor = ? where topic = ?'),
    addFact: db.prepare('insert into facts(topic, seq, asOf, at, body) values (?, ?, ?, ?, ?)'),
    factsAfter: db.prepare(
      'select seq, asOf, body from facts where topic = ? and seq > ? order by seq limit ?',
    ),
    tail: db.prepare('select seq, asOf, body from facts where topic = ? order by seq desc limit ?'),
    cut: db.prepare(
      `select max(seq) as cut from (
        select max(seq) as seq from facts where topic = @topic and at < @before
        union all
        select seq from (select seq from facts where topic = @topic order by seq desc limit 1 offset @keep))`,
    ),
    forget: db.prepare('delete from facts where topic = ? and seq <= ?'),
    standing: db.prepare('select key, seq, asOf, overAt, body from standing where topic = ?'),
    putStanding: db.prepare(
      'insert or replace into standing(topic, key, seq, asOf, overAt, body) values (?, ?, ?, ?, ?, ?)',
    ),
    dropStanding: db.prepare('delete from standing where topic = ? and key = ?'),
    readings: db.prepare('select seq, asOf, body from readings where topic = ? order by seq'),
    putReading: db.prepare(
      'insert or replace into readings(topic, key, seq, asOf, body) values (?, ?, ?, ?, ?)',
    ),
    answer: db.prepare('select answer, body from orders where device = ? and number = ?'),
    addAnswer: db.prepare(
      'insert or replace into orders(device, number, at, answer, body) values (?, ?, ?, ?, ?)',
    ),
  };
}

/** The statements of the store and the shapes they give back; knows no rule. */
export function createTable(db: Db) {
  const sql = statements(db);

  function loadTopic(row: unknown): TopicState {
    const state = createTopicState(TopicRow.parse(row));
    for (const raw of sql.standing.all(state.topic)) {
      const { key, overAt, body, ...item } = StandingRow.parse(raw);
      const fact = ProvinceFactSchema.parse(JSON.parse(body));
      putStanding(state, { ...item, key, overAt, body: fact, bytes: itemBytes(body) });
    }
    const { head } = state;
    for (const raw of sql.readings.all(state.topic)) {
      const { seq, asOf, body } = FactRow.parse(raw);
      state.head = seq - 1;
      putReading(state, { asOf, body: ReadingBodySchema.parse(JSON.parse(body)) }, asOf);
    }
    state.dirty.clear();
    state.head = head;
    const tail = sql.tail.all(state.topic, TAIL_AT_START).map(factItem).reverse();
    state.tailFloor = tail.length < TAIL_AT_START ? state.floor : (tail[0]?.seq ?? 1) - 1;
    pushTail(state, tail);
    return state;
  }

  const writeReadings = db.transaction((states: readonly TopicState[]) => {
    for (const { topic, dirty, readings } of states) {
      for (const key of dirty) {
        const reading = readings.get(key);
        if (reading) sql.putReading.run(topic, key, reading.seq, reading.asOf, JSON.stringify(reading.body));
      }
    }
  });

  return {
    load: (): readonly TopicState[] => sql.topics.all().map(loadTopic),
    addTopic: (row: z.infer<typeof TopicRow>) =>
      sql.addTopic.run(row.topic, row.epoch, row.floor, row.reserved),
    reserve: (topic: string, mark: number) => sql.reserve.run(mark, topic),
    addFact: (topic: string, item: ProvinceFactItem, at: number) =>
      sql.addFact.run(topic, item.seq, item.asOf, at, JSON.stringify(item.body)),
    factsAfter: (topic: string, seq: number, limit: number) =>
      sql.factsAfter.all(topic, seq, limit).map(factItem),
    putStanding: (topic: string, { key, seq, asOf, overAt, body }: Standing) =>
      sql.putStanding.run(topic, key, seq, asOf, overAt, JSON.stringify(body)),
    dropStanding: (topic: string, keys: readonly string[]) =>
      db.transaction(() => keys.forEach((key) => sql.dropStanding.run(topic, key)))(),
    /** Readings may be lost to a power cut: they are written without waiting for the disk. */
    putReadings(states: readonly TopicState[]): void {
      db.pragma('synchronous = NORMAL');
      try {
        writeReadings(states);
      } finally {
        db.pragma('synchronous = FULL');
      }
    },
    /** Forgets what is too old or too much; returns the number up to which facts are gone. */
    forgetFacts(state: TopicState, before: number, keep: number): number {
      const { cut } = CutRow.parse(sql.cut.get({ topic: state.topic, before, keep }));
      if (cut === null || cut <= state.floor) return state.floor;
      db.transaction(() => {
        sql.forget.run(state.topic, cut);
        sql.floor.run(cut, state.topic);
      })();
      return cut;
    },
    /** The answer to this very order; another one under its number has none. */
    answerTo({ device, number, body }: NumberedOrder): unknown {
      const row: unknown = sql.answer.get(device, number);
      if (row === undefined) return undefined;
      const known = AnswerRow.parse(row);
      return known.body === null || known.body === JSON.stringify(body)
        ? JSON.parse(known.answer)
        : undefined;
    },
    addAnswer: ({ device, number, body }: NumberedOrder, at: number, answer: unknown) =>
      sql.addAnswer.run(device, number, at, JSON.stringify(answer), JSON.stringify(body)),
  };
}
