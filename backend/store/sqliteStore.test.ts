import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SEQ_BLOCK } from '../../domain/contract/stream.ts';
import type { ProvinceFact } from '../../domain/contract/wire.ts';
import type { Incident } from '../../domain/incidents/model.ts';
import { createLog } from '../log.ts';
import { openDb, type Db } from './driver.ts';
import { createSqliteStore, type Retention } from './sqliteStore.ts';
import type { News, Store } from './store.ts';

const HOUR = 3_600_000;
const START = Date.UTC(2026, 10, 22);
const topic = 'incidents/19';
const retention: Retention = { factsForMs: 10 * HOUR, factsPerTopic: 5, overForMs: 2 * HOUR };
const log = createLog(() => undefined);

let folder: string;
let now: number;
let db: Db;
let store: Store;

function open(): void {
  db = openDb(join(folder, 'x.sqlite'));
  store = createSqliteStore({ db, log, now: () => now, retention });
}

/** What kill -9 leaves: the file as it is, nothing said goodbye. */
function killAndOpen(): void {
  db.close();
  open();
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-'));
  now = START;
  open();
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

function raised(id: string, change: Partial<Incident> = {}): ProvinceFact {
  const incident: Incident = {
    id,
    unit: '05443',
    type: 'traffic.jam',
    title: 'Ùn tắc',
    detail: '',
    severity: 'warning',
    state: 'new',
    place: { name: 'Đồng Quang', point: [105.83, 21.58] },
    lead: 'PC08',
    raisedAt: START,
    provenance: 'sample',
    ...change,
  };
  return { type: 'incidents.raised', incident };
}

const append = (...facts: readonly ProvinceFact[]) =>
  store.append(facts.map((body) => ({ topic, asOf: now, body })));
const reading = (key: string, value: number) =>
  ({ asOf: now, body: { type: 'indicators.reading', key, value, provenance: 'live' } }) as const;

describe('the store', () => {
  it('tells of a fact only once it is on disk', () => {
    const onDisk: unknown[] = [];
    store.listen(() => onDisk.push(db.prepare('select count(*) as n from facts').get()));
    append(raised('a'), raised('b'));
    expect(onDisk).toEqual([{ n: 2 }]);
  });

  it('tells nothing of facts that the disk refused, and gives their numbers to nobody else', () => {
    const news: News[] = [];
    store.listen((item) => news.push(item));
    db.exec("create trigger full before insert on standing begin select raise(abort, 'disk full'); end");
    expect(() => append(raised('a'))).toThrow('disk full');
    db.exec('drop trigger full');
    append(raised('b'));
    expect(news.flatMap(({ items }) => items.map(({ seq }) => seq))).toEqual([1]);
    expect(store.whole(topic).facts).toHaveLength(1);
  });

  it('numbers facts and readings of a topic in one row, without a gap', () => {
    const seqs: number[] = [];
    store.listen(({ items }) => seqs.push(...items.map(({ seq }) => seq)));
    append(raised('a'));
    store.note(topic, [reading('k', 1), reading('k', 2)]);
    append(raised('b'));
    expect(seqs).toEqual([1, 2, 3, 4]);
  });

  it('gives no number twice over a kill, and keeps its epoch', () => {
    append(raised('a'));
    store.note(topic, [reading('k', 1)]);
    const before = store.head(topic);
    killAndOpen();
    const after = store.head(topic);
    expect(after.epoch).toBe(before.epoch);
    expect(after.head).toBeGreaterThanOrEqual(before.head);
    expect(after.head).toBeLessThanOrEqual(1 + SEQ_BLOCK);
  });

  it('goes on with the very next number after an orderly end', () => {
    append(raised('a'), raised('b'));
    store.close();
    open();
    expect(store.head(topic).head).toBe(2);
  });

  it('brings the latest reading of each key back after an orderly end', () => {
    store.note(topic, [reading('k', 1), reading('k', 2), reading('l', 3)]);
    store.close();
    open();
    expect(store.whole(topic).readings.map(({ body }) => [body.key, 'value' in body && body.value])).toEqual([
      ['k', 2],
      ['l', 3],
    ]);
  });

  it('gives what came after a number, whether it is in memory or only on disk', () => {
    append(raised('a'), raised('b'), raised('c'));
    const live = store.after(topic, 1);
    killAndOpen();
    expect(store.after(topic, 1)?.facts).toEqual(live?.facts);
    expect(live?.facts.map(({ seq }) => seq)).toEqual([2, 3]);
  });

  it('lets no reading of an earlier time stand for a later one, and passes it on for the past', () => {
    const told: number[] = [];
    store.listen((news) => told.push(...news.items.map(({ asOf }) => asOf)));
    const at = (asOf: number, value: number) => ({ ...reading('k', value), asOf });
    now += HOUR;

    store.note(topic, [at(now, 3), at(now - 50 * 60_000, 1), at(now - 20 * 60_000, 2)]);

    expect(told).toEqual([now, now - 50 * 60_000, now - 20 * 60_000]);
    expect(store.whole(topic).readings).toEqual([at(now, 3)]);
    expect(store.head(topic).head).toBe(3);
  });

  it('is not held up by a sender whose clock is ahead, nor by its own that was', () => {
    const later = (value: number) => {
      now += 60_000;
      store.note(topic, [reading('k', value)]);
      return store.whole(topic).readings;
    };
    store.note(topic, [{ ...reading('k', 1), asOf: now + HOUR }]);
    expect(store.whole(topic).readings).toEqual([{ ...reading('k', 1), asOf: now }]);
    expect(later(2)).toEqual([reading('k', 2)]);

    now -= 24 * HOUR;
    expect(later(3)).toEqual([reading('k', 3)]);
  });

  it('gives only the readings that are newer than the number', () => {
    store.note(topic, [reading('k', 1), reading('l', 1)]);
    const { head } = store.head(topic);
    store.note(topic, [reading('l', 2)]);
    expect(store.after(topic, head)?.readings).toEqual([reading('l', 2)]);
  });

  it('forgets facts beyond what it keeps, and says from where', () => {
    append(...Array.from({ length: 8 }, (_, n) => raised(`i-${n}`)));
    now += HOUR;
    killAndOpen();
    expect(store.head(topic).floor).toBe(3);
    now += 20 * HOUR;
    killAndOpen();
    expect(store.head(topic).floor).toBe(8);
    expect(store.whole(topic).facts).toHaveLength(8);
  });

  it('keeps an incident that is over for a while, then leaves it out of the whole', () => {
    append(raised('a'), raised('b'));
    append(raised('a', { state: 'resolved' }));
    expect(store.whole(topic).facts).toHaveLength(2);
    now += 3 * HOUR;
    killAndOpen();
    expect(
      store.whole(topic).facts.map(({ body }) => (body.type === 'incidents.raised' ? body.incident.id : '')),
    ).toEqual(['b']);
  });

  it('settles an order once, also over a kill', () => {
    let decided = 0;
    const parse = (answer: unknown): string => String(answer);
    const settle = () =>
      store.settle({ device: 'd', number: 1, body: 'a', parse }, () => {
        decided += 1;
        return { answer: `answer ${decided}`, facts: [{ topic, asOf: now, body: raised('a') }] };
      });
    expect(settle()).toBe('answer 1');
    expect(settle()).toBe('answer 1');
    killAndOpen();
    expect(settle()).toBe('answer 1');
    expect(store.whole(topic).facts).toHaveLength(1);
  });

  it('takes another order under a known number for a new one: no acknowledgement is lost to a repeat', () => {
    const settle = (id: string) =>
      store.settle({ device: 'd', number: 1, body: { id }, parse: String }, () => ({
        answer: `answer to ${id}`,
        facts: [{ topic, asOf: now, body: raised(id) }],
      }));

    expect([settle('a'), settle('b'), settle('b')]).toEqual(['answer to a', 'answer to b', 'answer to b']);
    killAndOpen();
    expect(settle('b')).toBe('answer to b');
    expect(store.whole(topic).facts).toHaveLength(2);
  });

  it('of a file from before bodies were kept knows its orders by their number', () => {
    db.exec("insert into orders(device, number, at, answer) values ('d', 1, 5, '\"yes\"')");
    db.exec('alter table orders drop column body');
    killAndOpen();

    const again = store.settle({ device: 'd', number: 1, body: 'a', parse: String }, () => {
      throw new Error('decided twice');
    });
    expect(again).toBe('yes');
  });

  it('forgets an order that the disk refused, so that it can be given again', () => {
    db.exec("create trigger full before insert on orders begin select raise(abort, 'disk full'); end");
    const settle = () =>
      store.settle({ device: 'd', number: 1, body: 'a', parse: String }, () => ({
        answer: 'yes',
        facts: [{ topic, asOf: now, body: raised('a') }],
      }));
    expect(settle).toThrow('disk full');
    expect(store.whole(topic).facts).toEqual([]);
    db.exec('drop trigger full');
    expect(settle()).toBe('yes');
  });
});
