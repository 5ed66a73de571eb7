import { z } from 'zod';
import { IdSchema, InstantSchema, PlaceSchema, readable } from '../kernel/schema.ts';
import { UnitCodeSchema } from '../units/model.ts';

/** Ours, gravest last: thông tin, cảnh báo, nghiêm trọng, khẩn cấp. Official scales are never mapped onto it. */
export const severities = ['info', 'warning', 'critical', 'emergency'] as const;
export const SeveritySchema = z.enum(severities);
export type Severity = z.infer<typeof SeveritySchema>;

export const incidentStates = [
  'new',
  'verifying',
  'verified',
  'assigned',
  'returned',
  'accepted',
  'in_progress',
  'need_info',
  'escalated',
  'resolved',
  'closed',
  'reopened',
  'false_alarm',
  'merged',
] as const;
export const IncidentStateSchema = z.enum(incidentStates);
export type IncidentState = z.infer<typeof IncidentStateSchema>;

/** Who acknowledged an incident, when, and by which machine's numbered order. */
export const AcknowledgementSchema = z.object({
  by: readable(120),
  at: InstantSchema,
  device: IdSchema,
  number: z.number().int().nonnegative(),
});
export type Acknowledgement = z.infer<typeof AcknowledgementSchema>;

/** What whoever acknowledges sees of an incident: how grave it is and how far it has come. */
export const SightedSchema = z.object({ severity: SeveritySchema, state: IncidentStateSchema });
export type Sighted = z.infer<typeof SightedSchema>;

/** An incident as the province knows it. Text is text: it is drawn as written, never as markup. */
export const IncidentSchema = z.object({
  id: IdSchema,
  unit: UnitCodeSchema,
  /** The type's id in the province's catalogue, such as `flood.bd3`. */
  type: IdSchema,
  title: readable(200),
  detail: readable(2_000),
  severity: SeveritySchema,
  state: IncidentStateSchema,
  place: z.object({ name: readable(200), point: PlaceSchema }),
  /** The lead agency's name. */
  lead: readable(200),
  raisedAt: InstantSchema,
  provenance: z.enum(['live', 'sample', 'published']),
  acknowledgement: AcknowledgementSchema.optional(),
});
export type Incident = z.infer<typeof IncidentSchema>;
