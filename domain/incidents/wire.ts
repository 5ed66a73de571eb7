import { z } from 'zod';
import { IdSchema, InstantSchema, readable } from '../kernel/schema.ts';
import { AcknowledgementSchema, IncidentSchema, SightedSchema } from './model.ts';

/** Raised, or changed: the whole incident as it now stands. */
export const IncidentRaisedSchema = z.object({
  type: z.literal('incidents.raised'),
  incident: IncidentSchema,
});

export const IncidentAcknowledgedSchema = z.object({
  type: z.literal('incidents.acknowledged'),
  incidentId: IdSchema,
  acknowledgement: AcknowledgementSchema,
});

/** The order that goes up: an operator of this wall acknowledges an incident. */
export const AcknowledgeOrderSchema = z.object({
  type: z.literal('incidents.acknowledge'),
  incidentId: IdSchema,
  by: readable(120),
  at: InstantSchema,
  /** As the operator saw it. Without it the acknowledgement counts for whatever the incident is when the order comes. */
  sighted: SightedSchema.exactOptional(),
});
export type AcknowledgeOrder = z.infer<typeof AcknowledgeOrderSchema>;

/**
 * What the province answers to it; `standing` names who acknowledged first; `not-allowed`: the machine's token is not worth
 * it; `incident-worsened`: it has become graver than what was sighted, or was opened again.
 */
export const AcknowledgeAnswerSchema = z.object({
  outcome: z.enum([
    'accepted',
    'incident-unknown',
    'incident-over',
    'already-acknowledged',
    'incident-worsened',
    'not-allowed',
  ]),
  standing: AcknowledgementSchema.optional(),
});
export type AcknowledgeAnswer = z.infer<typeof AcknowledgeAnswerSchema>;
