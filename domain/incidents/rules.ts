import { accept, refuse, type Outcome } from '../kernel/outcome.ts';
import type { Acknowledgement, Incident, Severity } from './model.ts';

const over = new Set<Incident['state']>(['resolved', 'closed', 'false_alarm', 'merged']);

/** Open: somebody still has to do something about it. */
export function isOpen(incident: Incident): boolean {
  return !over.has(incident.state);
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

export type AcknowledgeRefusal = 'incident-unknown' | 'incident-over' | 'already-acknowledged';

/** An open incident is acknowledged once; who came first stands. */
export function acknowledge(
  incident: Incident | undefined,
  acknowledgement: Acknowledgement,
): Outcome<Acknowledgement, AcknowledgeRefusal> {
  const refusal = refusalToAcknowledge(incident);
  return refusal ? refuse(refusal) : accept(acknowledgement);
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
    readonly local: Readonly<Record<string, { readonly outcome: 'waiting' | AcknowledgeRefusal }>>;
  },
  incidentId: string,
): Outcome<Incident, AcknowledgeRefusal> {
  const incident = incidents.byId[incidentId];
  const refusal = refusalToAcknowledge(incident);
  if (incident === undefined || refusal) return refuse(refusal ?? 'incident-unknown');
  if (incidents.local[incidentId]?.outcome === 'waiting') return refuse('already-acknowledged');
  return accept(incident);
}
