import { own } from '../kernel/own.ts';
import type { Acknowledgement, Incident, Sighted } from './model.ts';
import { forgotten, worsened, type AcknowledgeRefusal } from './rules.ts';

/** An acknowledgement given here that the province has not confirmed yet, or has answered otherwise. */
export type LocalAcknowledgement = Acknowledgement & {
  readonly incidentId: string;
  /** `waiting`: not yet taken by the province. A refusal is a conflict, shown to the operator until dismissed. */
  readonly outcome: 'waiting' | 'not-allowed' | AcknowledgeRefusal;
  /** The incident as it was acknowledged. */
  readonly sighted?: Sighted;
  /** Who stands as the one who acknowledged, when the province said otherwise. */
  readonly standing?: Acknowledgement;
};

export type IncidentsState = {
  readonly byId: Readonly<Record<string, Incident>>;
  readonly local: Readonly<Record<string, LocalAcknowledgement>>;
};

export const emptyIncidents: IncidentsState = { byId: {}, local: {} };

export type IncidentsChange =
  | { readonly type: 'incidents.raised'; readonly incident: Incident }
  | { readonly type: 'incidents.reset'; readonly incidents: readonly Incident[] }
  | {
      readonly type: 'incidents.acknowledged';
      readonly incidentId: string;
      readonly acknowledgement: Acknowledgement;
    }
  | { readonly type: 'incidents.acknowledgementGiven'; readonly local: LocalAcknowledgement }
  | {
      readonly type: 'incidents.acknowledgementAnswered';
      readonly incidentId: string;
      /** Which order: an older one says nothing of the one that waits now. Older journals do not name it. */
      readonly number?: number;
      readonly outcome: 'accepted' | 'not-allowed' | AcknowledgeRefusal;
      readonly standing?: Acknowledgement;
    }
  | { readonly type: 'incidents.conflictDismissed'; readonly incidentId: string };

function without<Value>(
  record: Readonly<Record<string, Value>>,
  key: string,
): Readonly<Record<string, Value>> {
  const { [key]: _gone, ...rest } = record;
  return rest;
}

function acknowledged(
  byId: IncidentsState['byId'],
  incidentId: string,
  acknowledgement: Acknowledgement,
): IncidentsState['byId'] {
  const incident = own(byId, incidentId);
  return incident === undefined ? byId : { ...byId, [incidentId]: { ...incident, acknowledgement } };
}

/** An acknowledgement on its way up counts for what was sighted: not for what is graver now, or was opened again. */
function stillMeant(byId: IncidentsState['byId'], local: IncidentsState['local']): IncidentsState['local'] {
  const outgrown = Object.values(local).filter(({ incidentId, outcome, sighted }) => {
    const incident = own(byId, incidentId);
    return outcome === 'waiting' && sighted && incident && worsened(sighted, incident);
  });
  return outgrown.reduce((left, { incidentId }) => without(left, incidentId), local);
}

/** The World is kept, sent and opened whole: what is over does not stay in it for ever. */
function settled(byId: IncidentsState['byId'], before: IncidentsState['local']): IncidentsState {
  const local = stillMeant(byId, before);
  const gone = new Set(forgotten(byId, local));
  if (gone.size === 0) return { byId, local };
  return { byId: Object.fromEntries(Object.entries(byId).filter(([id]) => !gone.has(id))), local };
}

/**
 * An incident raised again replaces the older picture of it; unknown ids are left alone; of those that are over only the
 * newest stay.
 */
export function applyIncidentsChange(state: IncidentsState, change: IncidentsChange): IncidentsState {
  switch (change.type) {
    case 'incidents.raised':
      return settled({ ...state.byId, [change.incident.id]: change.incident }, state.local);
    case 'incidents.reset':
      return settled(
        Object.fromEntries(change.incidents.map((incident) => [incident.id, incident])),
        state.local,
      );
    case 'incidents.acknowledged':
      return { ...state, byId: acknowledged(state.byId, change.incidentId, change.acknowledgement) };
    case 'incidents.acknowledgementGiven':
      return { ...state, local: { ...state.local, [change.local.incidentId]: change.local } };
    case 'incidents.acknowledgementAnswered': {
      const local = own(state.local, change.incidentId);
      if (local === undefined || (change.number ?? local.number) !== local.number) return state;
      if (change.outcome === 'accepted') {
        const { by, at, device, number } = local;
        const byId = acknowledged(state.byId, change.incidentId, { by, at, device, number });
        return { byId, local: without(state.local, change.incidentId) };
      }
      const answered: LocalAcknowledgement = {
        ...local,
        outcome: change.outcome,
        ...(change.standing && { standing: change.standing }),
      };
      const byId = change.standing
        ? acknowledged(state.byId, change.incidentId, change.standing)
        : state.byId;
      return { byId, local: { ...state.local, [change.incidentId]: answered } };
    }
    case 'incidents.conflictDismissed':
      return { ...state, local: without(state.local, change.incidentId) };
  }
}
