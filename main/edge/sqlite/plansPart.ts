import { z } from 'zod';
import type { World } from '../../../domain/contract/world.ts';
import { BilingualSchema, IdSchema, InstantSchema } from '../../../domain/kernel/schema.ts';
import {
  ArmSourceSchema,
  EntryHoursSchema,
  ShowingSchema,
  StopSchema,
  type Schedule,
} from '../../../domain/schedule/model.ts';
import { emptySchedule } from '../../../domain/schedule/state.ts';
import { fieldsOf, soundOf } from './sound.ts';

const PlannerSchema = z.looseObject({ name: z.string() });
const PlannedSchema = z.looseObject({
  id: IdSchema,
  name: BilingualSchema,
  origin: z.enum(['province', 'room']),
  planner: PlannerSchema,
});
const TourSchema = PlannedSchema.extend({ stops: z.array(StopSchema) });
const EntrySchema = PlannedSchema.extend({ ...EntryHoursSchema.shape, showing: ShowingSchema });
const RunSchema = z.looseObject({
  id: IdSchema,
  tourId: IdSchema,
  index: z.number().int().nonnegative(),
  stage: z.enum(['due', 'on']),
  since: InstantSchema,
  leftMs: z.number(),
  starter: PlannerSchema,
  entryId: IdSchema.nullable(),
});
const ArmSchema = z.looseObject({ id: IdSchema, source: ArmSourceSchema, name: BilingualSchema });
const IdleSchema = z.looseObject({
  on: z.boolean(),
  afterMs: z.number().positive(),
  sceneId: IdSchema.nullable(),
  planner: PlannerSchema,
  since: z.number(),
});
const HeldSchema = z.object({ by: z.string(), at: InstantSchema });
const LastSchema = z.looseObject({
  entryId: IdSchema,
  startsAt: InstantSchema,
  endsAt: InstantSchema,
  showing: ShowingSchema,
  actedAt: InstantSchema,
  over: z.boolean(),
});

function sound<Value>(schema: z.ZodType, value: unknown, otherwise: Value): Value {
  return schema.safeParse(value).success ? (value as Value) : otherwise;
}

/** What the room planned, and how far it had come. */
export function scheduleOf(wallId: string, value: unknown): Schedule {
  const { tours, entries, held, last, run, arm, idle } = fieldsOf(value);
  const empty = emptySchedule(wallId);
  return {
    ...empty,
    tours: soundOf(tours, TourSchema),
    entries: soundOf(entries, EntrySchema),
    held: sound(HeldSchema, held, empty.held),
    last: sound(LastSchema, last, empty.last),
    run: sound(RunSchema, run, empty.run),
    arm: sound(ArmSchema, arm, empty.arm),
    idle: sound(IdleSchema, idle, empty.idle),
  };
}

/**
 * Nothing goes on the wall by surprise after damage: what was commanded last may be what was lost. A tour waits for its
 * key, an armed take is given up. Names what was halted so.
 */
export function halted(
  schedules: World['schedules'],
  now: number,
): { readonly schedules: World['schedules']; readonly names: readonly string[] } {
  const names: string[] = [];
  const waiting = Object.entries(schedules).map(([wallId, schedule]): [string, Schedule] => {
    const { run, arm, tours } = schedule;
    if (run) names.push(tours[run.tourId]?.name.vi ?? run.tourId);
    if (arm) names.push(arm.name.vi);
    const paused = run && { ...run, paused: { why: 'damage' as const, by: 'system', at: now } };
    return [wallId, { ...schedule, run: paused, arm: null }];
  });
  return { schedules: Object.fromEntries(waiting), names };
}
