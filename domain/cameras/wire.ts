import { z } from 'zod';
import { IdSchema } from '../kernel/schema.ts';
import { CameraSightingSchema, LightPhaseSchema } from './sightings.ts';

/** A camera's analysis saw something, or says more of what it saw: the whole event as it now stands. */
export const CameraEventSeenSchema = z.object({
  type: z.literal('cameras.eventSeen'),
  event: CameraSightingSchema,
});

/** What a set of traffic lights shows now; `key` is `light:<id>`. */
export const LightReadingSchema = z.object({
  type: z.literal('cameras.lightReading'),
  key: IdSchema.regex(/^light:/),
  phase: LightPhaseSchema,
  provenance: z.enum(['live', 'sample']),
});
export type LightReading = z.infer<typeof LightReadingSchema>;
