import { z } from 'zod';
import { IdSchema, InstantSchema, named } from '../kernel/schema.ts';
import { LONGEST_ARM_MS, MOST_IDLE_MS, LEAST_IDLE_MS } from './limits.ts';
import { EntryHoursSchema, ShowingSchema } from './model.ts';

/** A stop as a person asks for it: the rule, not the shape, says how short is too short. */
const AskedStopSchema = z.object({
  sceneId: IdSchema,
  dwellMs: z.number().int().nonnegative().max(86_400_000),
});

export const OfWallInput = z.object({ wallId: IdSchema });

export const TakeArmedInput = OfWallInput.extend({ commandId: IdSchema });

export const TourInput = OfWallInput.extend({ tourId: IdSchema });

export const KeepTourInput = OfWallInput.extend({
  tourId: IdSchema.exactOptional(),
  name: named(120),
  stops: z.array(AskedStopSchema).max(1_000),
});

export const StepTourInput = OfWallInput.extend({ step: z.union([z.literal(1), z.literal(-1)]) });

export const EntryInput = OfWallInput.extend({ entryId: IdSchema });

export const KeepEntryInput = OfWallInput.extend({
  entryId: IdSchema.exactOptional(),
  name: named(120),
  hours: EntryHoursSchema,
  showing: ShowingSchema,
  on: z.boolean(),
});

export const HoldInput = OfWallInput.extend({ held: z.boolean() });

export const IdleInput = OfWallInput.extend({
  on: z.boolean(),
  afterMs: z.number().int().min(LEAST_IDLE_MS).max(MOST_IDLE_MS),
  sceneId: IdSchema.nullable(),
});

export const ArmInput = OfWallInput.extend({
  source: z.discriminatedUnion('from', [
    z.object({ from: z.literal('scene'), sceneId: IdSchema }),
    z.object({ from: z.literal('draft'), draftId: IdSchema }),
  ]),
  when: z.union([
    z.object({ at: InstantSchema }),
    z.object({ inMs: z.number().int().min(1_000).max(LONGEST_ARM_MS) }),
  ]),
  programRevision: z.number().int().nonnegative(),
  ifMoved: z.enum(['take', 'ask']),
});
