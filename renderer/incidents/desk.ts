import type { Incident, Severity } from '../../domain/incidents/model.ts';
import { byUrgency, isOpen } from '../../domain/incidents/rules.ts';
import type { IncidentsState, LocalAcknowledgement } from '../../domain/incidents/state.ts';
import { fold } from '../../domain/kernel/text.ts';

/** One open incident on the desk. */
export type DeskRow = {
  readonly incident: Incident;
  /** Given here, not yet taken by the province. */
  readonly waiting: LocalAcknowledgement | undefined;
  /** Nobody has acknowledged it, neither there nor here. */
  readonly unseen: boolean;
};

export type DeskFilter = { readonly query: string; readonly hidden: ReadonlySet<Severity> };

/** An acknowledgement that the province answered otherwise; the incident may be gone. */
export type DeskConflict = { readonly local: LocalAcknowledgement; readonly incident: Incident | undefined };

/** An acknowledgement given here counts for the order of the list as one given there. */
function asSeenHere(incident: Incident, waiting: LocalAcknowledgement | undefined): Incident {
  return waiting === undefined
    ? incident
    : { ...incident, acknowledgement: incident.acknowledgement ?? waiting };
}

/** All open incidents by urgency. */
export function openRows({ byId, local }: IncidentsState): readonly DeskRow[] {
  const waitingFor = (id: string) => (local[id]?.outcome === 'waiting' ? local[id] : undefined);
  return Object.values(byId)
    .filter(isOpen)
    .map((incident) => ({
      incident,
      waiting: waitingFor(incident.id),
      seen: asSeenHere(incident, waitingFor(incident.id)),
    }))
    .sort((a, b) => byUrgency(a.seen, b.seen))
    .map(({ incident, waiting, seen }) => ({
      incident,
      waiting,
      unseen: seen.acknowledgement === undefined,
    }));
}

/** Rows whose severity is not hidden and whose words hold every word of the query, diacritics or not. */
export function filterRows(rows: readonly DeskRow[], { query, hidden }: DeskFilter): readonly DeskRow[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  return rows.filter(({ incident }) => {
    if (hidden.has(incident.severity)) return false;
    if (words.length === 0) return true;
    const text = fold(
      [incident.title, incident.place.name, incident.lead, incident.detail, incident.id].join(' '),
    );
    return words.every((word) => text.includes(word));
  });
}

/** How many open incidents there are of each severity. */
export function countBySeverity(rows: readonly DeskRow[]): Readonly<Record<Severity, number>> {
  const counts = { info: 0, warning: 0, critical: 0, emergency: 0 };
  for (const { incident } of rows) counts[incident.severity] += 1;
  return counts;
}

/** Acknowledgements of this console that were not recorded, newest first. */
export function conflicts({ byId, local }: IncidentsState): readonly DeskConflict[] {
  return Object.values(local)
    .filter(({ outcome }) => outcome !== 'waiting')
    .sort((a, b) => b.at - a.at)
    .map((one) => ({ local: one, incident: byId[one.incidentId] }));
}

/** The id `step` rows from the chosen one, staying in the list; the first or last when none is chosen. */
export function neighbour(rows: readonly DeskRow[], chosenId: string | null, step: 1 | -1): string | null {
  const index = rows.findIndex(({ incident }) => incident.id === chosenId);
  const start = step === 1 ? 0 : rows.length - 1;
  const next = index === -1 ? start : Math.min(rows.length - 1, Math.max(0, index + step));
  return rows[next]?.incident.id ?? null;
}

/** Where the hand goes after an acknowledgement: the next row that nobody has acknowledged, in the order of the list. */
export function nextUnseen(rows: readonly DeskRow[], doneId: string): string | null {
  const index = rows.findIndex(({ incident }) => incident.id === doneId);
  const onwards = [...rows.slice(index + 1), ...rows.slice(0, Math.max(0, index))];
  return onwards.find(({ unseen }) => unseen)?.incident.id ?? null;
}

/** So many rows are drawn at once: in a flood the hand works at the top, and the screen must keep up with it. */
export const PAGE = 50;

/** How many rows to draw: the pages asked for, and always the chosen row with some after it. */
export function drawnCount(rows: readonly DeskRow[], pages: number, chosenId: string | null): number {
  const chosen = rows.findIndex(({ incident }) => incident.id === chosenId);
  return Math.min(rows.length, Math.max(pages * PAGE, chosen + 1 + PAGE / 5));
}
