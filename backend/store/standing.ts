import type { ProvinceFact, ProvinceFactItem } from '../../domain/contract/wire.ts';
import { isOpen, worsened } from '../../domain/incidents/rules.ts';
import { unreachable } from '../../domain/kernel/unreachable.ts';

/** The fact that stands for a key: what a snapshot tells. `overAt`: since when it is over (epoch ms): an incident, an
 * event of a camera, a plate at once. */
export type Standing = ProvinceFactItem & {
  readonly key: string;
  readonly overAt: number | null;
  readonly bytes: number;
};

/** What a fact comes to against what stands: a fact to write down, or nothing new. */
export type Admission =
  | {
      readonly how: 'new';
      readonly key: string;
      readonly fact: ProvinceFact;
      readonly stands: ProvinceFact;
      readonly over: boolean;
    }
  | { readonly how: 'unchanged' };

function same(a: ProvinceFact | undefined, b: ProvinceFact): boolean {
  return a !== undefined && JSON.stringify(a) === JSON.stringify(b);
}

/**
 * Decides what a fact means for what stands. A fact sent twice changes nothing, so a feeder may repeat itself. An incident
 * raised again keeps the acknowledgement it has: who came first stands, unless it has become worse since. An
 * acknowledgement of nothing changes nothing.
 */
export function admit(standing: (key: string) => ProvinceFact | undefined, fact: ProvinceFact): Admission {
  switch (fact.type) {
    case 'incidents.raised': {
      const before = standing(fact.incident.id);
      const known = before?.type === 'incidents.raised' ? before.incident : undefined;
      const held = known && !worsened(known, fact.incident) ? known.acknowledgement : undefined;
      const settled: ProvinceFact =
        held === undefined ? fact : { ...fact, incident: { ...fact.incident, acknowledgement: held } };
      if (same(before, settled)) return { how: 'unchanged' };
      return {
        how: 'new',
        key: fact.incident.id,
        fact: settled,
        stands: settled,
        over: !isOpen(fact.incident),
      };
    }
    case 'incidents.acknowledged': {
      const before = standing(fact.incidentId);
      if (before?.type !== 'incidents.raised' || before.incident.acknowledgement !== undefined)
        return { how: 'unchanged' };
      const stands: ProvinceFact = {
        ...before,
        incident: { ...before.incident, acknowledgement: fact.acknowledgement },
      };
      return { how: 'new', key: fact.incidentId, fact, stands, over: !isOpen(before.incident) };
    }
    case 'indicators.published':
      if (same(standing(fact.figure.key), fact)) return { how: 'unchanged' };
      return { how: 'new', key: fact.figure.key, fact, stands: fact, over: false };
    case 'cameras.eventSeen': {
      const { event } = fact;
      if (same(standing(event.id), fact)) return { how: 'unchanged' };
      const over = event.kind === 'plate' || event.until !== undefined;
      return { how: 'new', key: event.id, fact, stands: fact, over };
    }
    default:
      return unreachable(fact);
  }
}
