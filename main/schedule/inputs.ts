import { z } from 'zod';
import { IdSchema, InstantSchema, readable } from '../../domain/kernel/schema.ts';
import { LONGEST_ARM_MS, MOST_IDLE_MS, LEAST_IDLE_MS } from '../../domain/schedule/limits.ts';
import { EntryHoursSchema, ShowingSchema } from '../../domain/schedule/model.ts';

const NameSchema = readable(120).pipe(z.string().trim().min(1));

/** A stop as a person asks for it: the rule, not the shape, says how short is too short. */
const AskedStopSchema = z.object({
  sceneId: IdSchema,
  dwellMs: z.number().int().nonnegative().max(86_400_000),
});

export const WallInput = z.object({ wallId: IdSchema });

export const TourInput = WallInput.extend({ tourId: IdSchema });

export const KeepTourInput = WallInput.extend({
  tourId: IdSchema.exactOptional(),
  name: NameSchema,
  stops: z.array(AskedStopSchema).max(1_000),
});

export const StepTourInput = WallInput.extend({ step: z.union([z.literal(1), z.literal(-1)]) });

export const EntryInput = WallInput.extend({ entryId: IdSchema });

export const KeepEntryInput = WallInput.extend({
  entryId: IdSchema.exactOptional(),
  name: NameSchema,
  hours: EntryHoursSchema,
  showing: ShowingSchema,
  on: z.boolean(),
});

export const HoldInput = WallInput.extend({ held: z.boolean() });

export const IdleInput = WallInput.extend({
  on: z.boolean(),
  afterMs: z.number().int().min(LEAST_IDLE_MS).max(MOST_IDLE_MS),
  sceneId: IdSchema.nullable(),
});

export const ArmInput = WallInput.extend({
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
