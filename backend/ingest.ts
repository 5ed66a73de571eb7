import type { IncomingMessage } from 'node:http';
import type { Grant } from '../domain/access/model.ts';
import { describeProblems } from '../domain/contract/fileProblem.ts';
import { topicFor } from '../domain/contract/topics.ts';
import { IngestSchema, type Ingest, type ReadingItem } from '../domain/contract/wire.ts';
import { jsonBody, type Reply } from './body.ts';
import type { NewFact, Store } from './store/store.ts';

function parsed(raw: unknown): Ingest | Reply {
  const outcome = IngestSchema.safeParse(raw);
  if (outcome.success) return outcome.data;
  return { status: 400, body: { error: 'schema', ...describeProblems(outcome.error)[0] } };
}

function fresh(readings: Map<string, ReadingItem[]>, topic: string): ReadingItem[] {
  const list: ReadingItem[] = [];
  readings.set(topic, list);
  return list;
}

/** Puts what a province's system brings into the topics of its unit: all of the facts, or none of them. */
export function takeIngest(store: Store, unit: string, { items }: Ingest): Reply {
  const foreign = items.findIndex(({ topic, body }) => topic !== topicFor(body, unit));
  if (foreign >= 0) {
    const item = items[foreign];
    const expected = item === undefined ? '' : topicFor(item.body, unit);
    return { status: 403, body: { error: 'foreign-topic', path: `items[${foreign}].topic`, expected } };
  }
  const facts: (NewFact & { readonly index: number })[] = [];
  const readings = new Map<string, ReadingItem[]>();
  for (const [index, item] of items.entries()) {
    if (item.kind === 'fact') facts.push({ topic: item.topic, asOf: item.asOf, body: item.body, index });
    else (readings.get(item.topic) ?? fresh(readings, item.topic)).push({ asOf: item.asOf, body: item.body });
  }
  const appended = store.append(facts);
  if (!appended.ok) {
    const path = `items[${facts[appended.index]?.index ?? 0}]`;
    return { status: 507, body: { error: 'topic-full', path } };
  }
  let noted = 0;
  for (const [topic, list] of readings) noted += store.note(topic, list);
  const refused = items.length - facts.length - noted;
  return {
    status: 200,
    body: { facts: appended.taken, unchanged: appended.unchanged, readings: noted, refused },
  };
}

/** `POST /ingest`. */
export async function answerIngest(
  request: IncomingMessage,
  grant: Grant | null,
  house: { readonly store: Store; readonly maxBytes: number },
): Promise<Reply> {
  if (request.method !== 'POST') return { status: 405, body: { error: 'method', expected: 'POST' } };
  if (grant === null) return { status: 401, body: { error: 'token' } };
  if (grant.role !== 'ingest') return { status: 403, body: { error: 'role', expected: 'ingest' } };
  const read = await jsonBody(request, house.maxBytes);
  if ('status' in read) return read;
  const ingest = parsed(read.json);
  return 'status' in ingest ? ingest : takeIngest(house.store, grant.unit, ingest);
}
