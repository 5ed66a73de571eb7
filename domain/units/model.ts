import { z } from 'zod';
import { BilingualSchema, PlaceSchema } from '../kernel/schema.ts';

/** An administrative unit's code of the General Statistics Office: a string, leading zeros count. */
export const UnitCodeSchema = z.string().regex(/^\d{2,5}$/);

/** A unit of the two-tier government in force since 01/07/2025 (Resolution 202/2025/QH15). */
export const UnitSchema = z.object({
  code: UnitCodeSchema,
  name: BilingualSchema,
  tier: z.enum(['province', 'commune']),
  /** Where its mark stands on a map; a point for display, not a legal centre. */
  point: PlaceSchema,
});
export type Unit = z.infer<typeof UnitSchema>;
