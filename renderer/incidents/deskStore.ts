import { create } from 'zustand';
import type { Refusal } from '../../domain/contract/calls.ts';
import type { Severity } from '../../domain/incidents/model.ts';

type DeskState = {
  readonly chosenId: string | null;
  readonly query: string;
  readonly hidden: ReadonlySet<Severity>;
  /** Incidents whose acknowledgement is on its way to the core. */
  readonly sending: ReadonlySet<string>;
  readonly refusal: { readonly incidentId: string; readonly reason: Refusal } | null;
};

/** What this console's operator looks at on the incident desk; the incidents themselves are in the World. */
export const useDeskState = create<DeskState>()(() => ({
  chosenId: null,
  query: '',
  hidden: new Set<Severity>(),
  sending: new Set<string>(),
  refusal: null,
}));

export function chooseIncident(chosenId: string | null): void {
  useDeskState.setState({ chosenId });
}

export function searchIncidents(query: string): void {
  useDeskState.setState({ query });
}

export function toggleSeverity(severity: Severity): void {
  useDeskState.setState(({ hidden }) => {
    const next = new Set(hidden);
    if (!next.delete(severity)) next.add(severity);
    return { hidden: next };
  });
}

export function clearFilter(): void {
  useDeskState.setState({ query: '', hidden: new Set() });
}

/** Acknowledges once: a second press while the first is on its way does nothing. Answers whether it was done. */
export async function acknowledgeIncident(incidentId: string): Promise<boolean> {
  const { sending } = useDeskState.getState();
  if (sending.has(incidentId)) return false;
  useDeskState.setState({ sending: new Set([...sending, incidentId]), refusal: null });
  const answer = await window.ioc.call('incidents.acknowledge', { incidentId });
  useDeskState.setState((state) => ({
    sending: new Set([...state.sending].filter((id) => id !== incidentId)),
    refusal: answer.ok ? state.refusal : { incidentId, reason: answer.reason },
  }));
  return answer.ok;
}

export function dismissConflict(incidentId: string): void {
  void window.ioc.call('incidents.dismissConflict', { incidentId });
}
