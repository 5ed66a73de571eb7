import { accept, refuse, type Outcome } from '../kernel/outcome.ts';
import { own } from '../kernel/own.ts';
import type { Acknowledgement, Incident, Severity, Sighted } from './model.ts';

const over = new Set<Incident['state']>(['resolved', 'closed', 'false_alarm', 'merged']);

/** Open: somebody still has to do something about it. */
export function isOpen({ state }: Pick<Incident, 'state'>): boolean {
  return !over.has(state);
}

/** So many incidents that are over stay in the room's memory; past it the oldest make room. */
export const MOST_OVER = 300;

/** Oldest first; of two raised at one moment the smaller id, so that every replica forgets the same ones. */
function byAge(a: Incident, b: Incident): number {
  return a.raisedAt - b.raisedAt || (a.id < b.id ? -1 : 1);
}

/** Which incidents the room forgets: never an open one, nor one whose acknowledgement here is not settled. */
export function forgotten(
  byId: Readonly<Record<string, Incident>>,
  local: Readonly<Record<string, unknown>>,
): readonly string[] {
  const settled = Object.values(byId).filter(
    (incident) => !isOpen(incident) && !Object.hasOwn(local, incident.id),
  );
  if (settled.length <= MOST_OVER) return [];
  return settled
    .sort(byAge)
    .slice(0, settled.length - MOST_OVER)
    .map(({ id }) => id);
}

const rank: Record<Severity, number> = { info: 1, warning: 2, critical: 3, emergency: 4 };

/** Gravest first, then unacknowledged before acknowledged, then newest. */
export function byUrgency(a: Incident, b: Incident): number {
  return (
    rank[b.severity] - rank[a.severity] ||
    Number(a.acknowledgement !== undefined) - Number(b.acknowledgement !== undefined) ||
    b.raisedAt - a.raisedAt
  );
}

/**
 * Whether an incident has to be acknowledged anew: it is graver than it was, or open again after it was over. Nobody has
 * taken note of that, whoever took note of it before.
 */
export function worsened(before: Sighted, now: Sighted): boolean {
  const reopened = now.state === 'reopened' && before.state !== 'reopened';
  return rank[now.severity] > rank[before.severity] || reopened || (isOpen(now) && !isOpen(before));
}

export type AcknowledgeRefusal =
  'incident-unknown' | 'incident-over' | 'already-acknowledged' | 'incident-worsened';

/**
 * An open incident is acknowledged once; who came first stands. `sighted`: as the operator saw it; an acknowledgement that
 * was long on its way does not count for what the incident has become since.
 */
export function acknowledge(
  incident: Incident | undefined,
  acknowledgement: Acknowledgement,
  sighted?: Sighted,
): Outcome<Acknowledgement, AcknowledgeRefusal> {
  const refusal = refusalToAcknowledge(incident);
  if (incident === undefined || refusal) return refuse(refusal ?? 'incident-unknown');
  if (sighted && worsened(sighted, incident)) return refuse('incident-worsened');
  return accept(acknowledgement);
}

function refusalToAcknowledge(incident: Incident | undefined): AcknowledgeRefusal | undefined {
  if (incident === undefined) return 'incident-unknown';
  if (incident.acknowledgement !== undefined) return 'already-acknowledged';
  return isOpen(incident) ? undefined : 'incident-over';
}

/** The same rule on this machine: an incident whose acknowledgement is on its way up is not acknowledged twice. */
export function acknowledgeHere(
  incidents: {
    readonly byId: Readonly<Record<string, Incident>>;
    readonly local: Readonly<
      Record<string, { readonly outcome: 'waiting' | 'not-allowed' | AcknowledgeRefusal }>
    >;
  },
  incidentId: string,
): Outcome<Incident, AcknowledgeRefusal> {
  const incident = own(incidents.byId, incidentId);
  const refusal = refusalToAcknowledge(incident);
  if (incident === undefined || refusal) return refuse(refusal ?? 'incident-unknown');
  if (own(incidents.local, incidentId)?.outcome === 'waiting') return refuse('already-acknowledged');
  return accept(incident);
}
