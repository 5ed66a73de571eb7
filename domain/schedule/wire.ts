import { z } from 'zod';
import { PersonRoleSchema } from '../access/model.ts';
import { BilingualSchema, IdSchema, InstantSchema, readable } from '../kernel/schema.ts';
import { MOST_DWELL_MS, MOST_IDLE_MS, MOST_STOPS } from './limits.ts';
import {
  ArmSourceSchema,
  EntryHoursSchema,
  ShowingSchema,
  StopSchema,
  type Entry,
  type Schedule,
  type Tour,
} from './model.ts';

const PlannerSchema = z.object({ name: readable(120), role: PersonRoleSchema.nullable() });
const planned = {
  id: IdSchema,
  name: BilingualSchema,
  origin: z.enum(['province', 'room']),
  planner: PlannerSchema,
};
const noted = { by: readable(120), at: InstantSchema };

export const TourSchema = z.object({ ...planned, stops: z.array(StopSchema).max(MOST_STOPS) });
export const EntrySchema = EntryHoursSchema.extend({ ...planned, showing: ShowingSchema, on: z.boolean() });

const RunSchema = z.object({
  id: IdSchema,
  tourId: IdSchema,
  index: z.number().int().nonnegative(),
  stage: z.enum(['due', 'on']),
  since: InstantSchema,
  paused: z.object({ why: z.enum(['key', 'other-take', 'no-scene', 'damage']), ...noted }).nullable(),
  leftMs: z.number().min(0).max(MOST_DWELL_MS),
  starter: PlannerSchema,
  entryId: IdSchema.nullable(),
});

const ArmSchema = z.object({
  id: IdSchema,
  source: ArmSourceSchema,
  name: BilingualSchema,
  armedAt: InstantSchema,
  fireAt: InstantSchema,
  kind: z.enum(['after', 'clock']),
  planner: PlannerSchema,
  programRevision: z.number().int().nonnegative(),
  ifMoved: z.enum(['take', 'ask']),
  asking: z.boolean(),
});

/** How what goes up by itself stands: everything of a schedule but its plans. */
export type PlansNow = Omit<Schedule, 'wallId' | 'tours' | 'entries'>;

export const PlansNowSchema = z.object({
  held: z.object(noted).nullable(),
  last: z
    .object({
      entryId: IdSchema,
      startsAt: InstantSchema,
      endsAt: InstantSchema,
      showing: ShowingSchema,
      actedAt: InstantSchema,
      over: z.boolean(),
    })
    .nullable(),
  run: RunSchema.nullable(),
  arm: ArmSchema.nullable(),
  idle: z.object({
    on: z.boolean(),
    afterMs: z.number().int().positive().max(MOST_IDLE_MS),
    sceneId: IdSchema.nullable(),
    planner: PlannerSchema,
    since: InstantSchema.or(z.literal(0)),
  }),
});

/** A part of a wall's schedule as it is now, said by the wall's own core; a plan that is gone is null. */
export const PlanPartSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('plans'), value: PlansNowSchema }),
  z.object({ kind: z.literal('tour'), id: IdSchema, value: TourSchema.nullable() }),
  z.object({ kind: z.literal('entry'), id: IdSchema, value: EntrySchema.nullable() }),
]);
export type PlanPart =
  | { readonly kind: 'plans'; readonly value: PlansNow }
  | { readonly kind: 'tour'; readonly id: string; readonly value: Tour | null }
  | { readonly kind: 'entry'; readonly id: string; readonly value: Entry | null };
