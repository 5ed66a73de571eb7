// What the province's own systems do: bring incidents and readings to the backend, and look at what it has recorded.
import type { Acknowledgement, Incident } from '../../domain/incidents/model.ts';
import type { Ingest } from '../../domain/contract/wire.ts';
import { anIncident, INCIDENTS, INDICATORS } from './builders.ts';
import type { Room } from './room.ts';
import { openWireClient } from './wireClient.ts';

export type Item = Ingest['items'][number];

/** A live incident of a minute ago, unless told otherwise. */
export function incident(change: Partial<Incident> & { readonly id: string }): Item {
  const raisedAt = Date.now() - 60_000;
  const body = {
    type: 'incidents.raised' as const,
    incident: anIncident({ raisedAt, provenance: 'live', ...change }),
  };
  return { kind: 'fact', topic: INCIDENTS, asOf: raisedAt, body };
}

/** Somebody else took note of an incident. */
export function acknowledged(incidentId: string, by: string, at: number = Date.now()): Item {
  const acknowledgement: Acknowledgement = { by, at, device: 'another-desk', number: 1 };
  const body = { type: 'incidents.acknowledged' as const, incidentId, acknowledgement };
  return { kind: 'fact', topic: INCIDENTS, asOf: at, body };
}

export function reading(key: string, value: number, asOf: number = Date.now()): Item {
  const body = { type: 'indicators.reading' as const, key, value, provenance: 'live' as const };
  return { kind: 'reading', topic: INDICATORS, asOf, body };
}

/** `POST /ingest`, as a province's system does it; throws when the backend takes less than all of it. */
export async function bring(room: Room, ...items: readonly Item[]): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${room.backend().port}/ingest`, {
    method: 'POST',
    headers: { authorization: `Bearer ${room.ingestToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ items }),
  });
  const text = await answer.text();
  const refused = /"refused":(\d+)/.exec(text)?.[1];
  if (!answer.ok || refused !== '0') throw new Error(`/ingest: ${answer.status} ${text}`);
}

/** The incidents as the backend would tell a new client, and how many facts there have been. */
export async function recorded(
  room: Room,
): Promise<{ readonly facts: number; readonly byId: Readonly<Record<string, Incident>> }> {
  const client = await openWireClient({
    url: room.backend().url,
    token: room.wallToken,
    device: 'second-look',
  });
  const { seq, facts } = await client.until('snapshot', ({ topic }) => topic === INCIDENTS);
  await client.drop();
  const incidents = facts.flatMap(({ body }) => (body.type === 'incidents.raised' ? [body.incident] : []));
  return { facts: seq, byId: Object.fromEntries(incidents.map((each) => [each.id, each])) };
}
