import type { IncidentsCalls } from '../../domain/incidents/calls.ts';
import { IncidentInput } from '../../domain/incidents/inputs.ts';
import type { Incident } from '../../domain/incidents/model.ts';
import { acknowledgeHere, worsened } from '../../domain/incidents/rules.ts';
import { applyIncidentsChange, emptyIncidents, type IncidentsChange } from '../../domain/incidents/state.ts';
import type { AcknowledgeAnswer, AcknowledgeOrder } from '../../domain/incidents/wire.ts';
import { accept, refuse } from '../../domain/kernel/outcome.ts';
import { own } from '../../domain/kernel/own.ts';
import type { Handlers } from '../kernel/handlers.ts';
import type { Hub } from '../kernel/hub.ts';
import type { Outbox } from '../kernel/outbox.ts';
import type { Clock } from '../kernel/ports.ts';

type IncidentFact = Extract<IncidentsChange, { type: 'incidents.raised' | 'incidents.acknowledged' }>;

/** What the province's facts and answers about incidents change. */
export const incidentReceivers = {
  raised: (incident: Incident): readonly IncidentsChange[] => [{ type: 'incidents.raised', incident }],
  acknowledged: (
    fact: Omit<Extract<IncidentFact, { type: 'incidents.acknowledged' }>, 'type'>,
  ): readonly IncidentsChange[] => [
    { type: 'incidents.acknowledged', incidentId: fact.incidentId, acknowledgement: fact.acknowledgement },
  ],
  /** The topic starts over: only what these facts say remains. What was acknowledged here and waits stays. */
  reset(facts: readonly IncidentFact[]): readonly IncidentsChange[] {
    const { byId } = facts.reduce(applyIncidentsChange, emptyIncidents);
    return [{ type: 'incidents.reset', incidents: Object.values(byId) }];
  },
  answered: (
    order: AcknowledgeOrder,
    { outcome, standing }: AcknowledgeAnswer,
    number: number,
  ): readonly IncidentsChange[] => [
    {
      type: 'incidents.acknowledgementAnswered',
      incidentId: order.incidentId,
      number,
      outcome,
      ...(standing && { standing }),
    },
  ],
};

type Needs = { readonly hub: Hub; readonly outbox: Outbox; readonly clock: Clock };

/** What a console may do with incidents. */
export function createIncidentsService({ hub, outbox, clock }: Needs): {
  readonly calls: Handlers<keyof IncidentsCalls>;
} {
  restoreWaiting(hub, outbox.device);
  return {
    calls: {
      'incidents.acknowledge': {
        allowed: ['console'],
        right: 'incident.acknowledge',
        parse: (raw) => IncidentInput.parse(raw),
        run({ incidentId }, { person }) {
          if (!person) return refuse('not-allowed');
          const outcome = acknowledgeHere(hub.world().incidents, incidentId);
          if (!outcome.ok) return outcome;
          const { severity, state } = outcome.value;
          const mark = { by: person.name, at: clock.now(), sighted: { severity, state } };
          outbox.give((order) => ({
            change: {
              type: 'incidents.acknowledgementGiven',
              local: { incidentId, ...mark, ...order, outcome: 'waiting' },
            },
            body: { type: 'incidents.acknowledge', incidentId, ...mark },
          }));
          return accept(null);
        },
      },
      'incidents.dismissConflict': {
        allowed: ['console'],
        right: 'incident.acknowledge',
        parse: (raw) => IncidentInput.parse(raw),
        run({ incidentId }) {
          const local = own(hub.world().incidents.local, incidentId);
          if (local === undefined || local.outcome === 'waiting') return refuse('incident-unknown');
          hub.commit({ type: 'incidents.conflictDismissed', incidentId });
          return accept(null);
        },
      },
    },
  };
}

/** Orders outlive a cache that was set aside; what they mean on this console is shown again, unless it has become worse. */
function restoreWaiting(hub: Hub, device: string): void {
  const { byId, local } = hub.world().incidents;
  const lost = hub.orders().filter(({ body: { incidentId, sighted } }) => {
    const incident = own(byId, incidentId);
    return !Object.hasOwn(local, incidentId) && !(sighted && incident && worsened(sighted, incident));
  });
  if (lost.length === 0) return;
  hub.commit(
    lost.map(({ number, body: { type: _order, ...mark } }) => ({
      type: 'incidents.acknowledgementGiven',
      local: { ...mark, device, number, outcome: 'waiting' },
    })),
  );
}
