import type { Outcome } from '../kernel/outcome.ts';
import type { AcknowledgeRefusal } from './rules.ts';

export type IncidentsCalls = {
  /** The signed-in operator takes note of an incident; works with the link down. */
  readonly 'incidents.acknowledge': {
    readonly input: { readonly incidentId: string };
    readonly output: Outcome<null, AcknowledgeRefusal>;
  };
  /** The operator has seen that the province answered otherwise. */
  readonly 'incidents.dismissConflict': {
    readonly input: { readonly incidentId: string };
    readonly output: Outcome<null, 'incident-unknown'>;
  };
};
