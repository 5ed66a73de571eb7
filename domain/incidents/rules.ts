import { accept, refuse, type Outcome } from '../kernel/outcome.ts';
import { type Acknowledgement, type Incident, type Severity } from './model.ts';

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
  if (incident === undefined) return refuse('incident-unknown');
  if (incident.acknowledgement !== undefined) return refuse('already-acknowledged');
  if (!isOpen(incident)) return refuse('incident-over');
  return accept(acknowledgement);
}
