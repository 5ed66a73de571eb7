import { incidentReceivers as incidents } from './incidents/service.ts';
import type { createIndicatorsService } from './indicators/service.ts';
import type { Receivers } from './kernel/intake.ts';
import type { AnswerReceivers } from './kernel/outbox.ts';

type Indicators = Pick<
  ReturnType<typeof createIndicatorsService>,
  'receivePublished' | 'receiveReading' | 'reset'
>;

/** Which room takes what from the wire. */
export function receiversFor(indicators: Indicators): Receivers {
  return {
    facts: {
      'incidents.raised': ({ incident }) => incidents.raised(incident),
      'incidents.acknowledged': (fact) => incidents.acknowledged(fact),
      'indicators.published': ({ figure }) => indicators.receivePublished(figure),
    },
    readings: { 'indicators.reading': (body, times) => indicators.receiveReading(body, times) },
    resets: {
      incidents: (facts) =>
        incidents.reset(
          facts.flatMap((fact) =>
            fact.type === 'incidents.raised' || fact.type === 'incidents.acknowledged' ? [fact] : [],
          ),
        ),
      indicators: (facts) =>
        indicators.reset(
          facts.flatMap((fact) => (fact.type === 'indicators.published' ? [fact.figure] : [])),
        ),
      cameras: () => [],
      wall: () => [],
    },
  };
}

/** Which room hears the province's answer to an order. */
export const answerReceivers: AnswerReceivers = {
  'incidents.acknowledge': (order, answer) => incidents.answered(order, answer),
};
