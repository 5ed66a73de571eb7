import { z } from 'zod';
import { BilingualSchema, IdSchema, InstantSchema, PlaceSchema } from '../kernel/schema.ts';
import { UnitCodeSchema } from '../units/model.ts';
import { lightPhases } from './lights.ts';
import { platePattern } from './plates.ts';

/** Times in epoch ms of the reader's clock; `confidence` from 0 to 1, as the reader says. */
const seen = {
  id: IdSchema,
  cameraId: IdSchema,
  unit: UnitCodeSchema,
  at: InstantSchema,
  confidence: z.number().min(0).max(1),
  provenance: z.enum(['live', 'sample']),
};

/** As it comes from the province: a plate is whole here, and nowhere after. */
export const CameraSightingSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('plate'), ...seen, plate: z.string().regex(platePattern) }),
  /** `until`: when it was over; absent while it goes on. The same id again replaces what was said. */
  z.object({ kind: z.enum(['jam', 'crowd', 'smoke']), ...seen, until: InstantSchema.optional() }),
]);
export type CameraSighting = z.infer<typeof CameraSightingSchema>;

/** A set of traffic lights at a junction: looked at from here, never commanded. */
export const TrafficLightSchema = z.object({
  id: IdSchema,
  unit: UnitCodeSchema,
  name: BilingualSchema,
  point: PlaceSchema,
  provenance: z.enum(['live', 'sample']),
});
export type TrafficLight = z.infer<typeof TrafficLightSchema>;

export const LightPhaseSchema = z.enum(lightPhases);
