import type { OrderFrame } from '../../domain/contract/wire.ts';
import type { Acknowledgement } from '../../domain/incidents/model.ts';
import { acknowledge } from '../../domain/incidents/rules.ts';
import { AcknowledgeAnswerSchema, type AcknowledgeAnswer } from '../../domain/incidents/wire.ts';
import type { Settlement, Store } from '../store/store.ts';

function decide(store: Store, topic: string, order: OrderFrame): Settlement<AcknowledgeAnswer> {
  const { incidentId, by, at, sighted } = order.body;
  const stands = store.standing(topic, incidentId);
  const incident = stands?.type === 'incidents.raised' ? stands.incident : undefined;
  const mine: Acknowledgement = { by, at, device: order.device, number: order.number };
  const outcome = acknowledge(incident, mine, sighted);
  if (outcome.ok) {
    const body = { type: 'incidents.acknowledged' as const, incidentId, acknowledgement: mine };
    return { answer: { outcome: 'accepted' }, facts: [{ topic, asOf: at, body }] };
  }
  const standing = incident?.acknowledgement;
  return { answer: { outcome: outcome.reason, ...(standing && { standing }) }, facts: [] };
}

/** An operator's acknowledgement takes effect once, however often it is sent; the answer stays the same. */
export function answerOrder(store: Store, unit: string, order: OrderFrame): AcknowledgeAnswer {
  const { device, number, body } = order;
  return store.settle(
    { device, number, body, parse: (answer) => AcknowledgeAnswerSchema.parse(answer) },
    () => decide(store, `incidents/${unit}`, order),
  );
}
