import { own } from '../kernel/own.ts';
import { LEAST_IDLE_MS } from './limits.ts';
import type { Arm, Entry, Idle, Run, Schedule, Tour } from './model.ts';
import { withPlanParts } from './replica.ts';
import type { PlanPart } from './wire.ts';

export type SchedulesState = Readonly<Record<string, Schedule>>;

export const emptySchedules: SchedulesState = {};

type OnWall = { readonly wallId: string };

export type ScheduleChange =
  /** What the province's file plans; what this room kept stands in place of the province's of the same id. */
  | (OnWall & {
      readonly type: 'schedule.provinceSet';
      readonly tours: readonly Tour[];
      readonly entries: readonly Entry[];
    })
  | (OnWall & { readonly type: 'schedule.tourKept'; readonly tour: Tour; readonly by: string })
  | (OnWall & { readonly type: 'schedule.tourDeleted'; readonly tourId: string; readonly by: string })
  | (OnWall & { readonly type: 'schedule.entryKept'; readonly entry: Entry; readonly by: string })
  | (OnWall & { readonly type: 'schedule.entryDeleted'; readonly entryId: string; readonly by: string })
  | (OnWall & { readonly type: 'schedule.calendarHeld'; readonly held: Schedule['held'] })
  /** The calendar began or ended an entry. */
  | (OnWall & { readonly type: 'schedule.calendarMoved'; readonly last: Schedule['last'] })
  /** A tour was started, stepped, paused, resumed or stopped: how it stands now. */
  | (OnWall & { readonly type: 'schedule.tourRun'; readonly run: Run | null; readonly by: string })
  | (OnWall & { readonly type: 'schedule.armed'; readonly arm: Arm })
  | (OnWall & {
      readonly type: 'schedule.disarmed';
      readonly why: 'taken' | 'cancelled' | 'missed' | 'refused';
      readonly by: string;
    })
  | (OnWall & { readonly type: 'schedule.idleSet'; readonly idle: Idle })
  /** A person commanded, or a plan came to its end: the time without commands counts from here. */
  | (OnWall & { readonly type: 'schedule.stirred'; readonly at: number })
  /** News of the plans of a wall that another machine drives; `whole`: this is all of them, forget what you had. */
  | (OnWall & {
      readonly type: 'schedule.replicaSet';
      readonly parts: readonly PlanPart[];
      readonly whole: boolean;
    });

const firstIdle: Idle = {
  on: false,
  afterMs: 15 * LEAST_IDLE_MS,
  sceneId: null,
  planner: { name: '', role: null },
  since: 0,
};

/** A wall for which nothing is planned. */
export function emptySchedule(wallId: string): Schedule {
  return {
    wallId,
    tours: {},
    entries: {},
    held: null,
    last: null,
    run: null,
    arm: null,
    idle: firstIdle,
  };
}

/** A schedule that an older product kept, with a value for every field that came later. */
export function completedSchedule(schedule: Schedule): Schedule {
  return { ...emptySchedule(schedule.wallId), ...schedule };
}

type Plan = { readonly id: string; readonly origin: 'province' | 'room' };

function withRooms<P extends Plan>(
  province: readonly P[],
  before: Readonly<Record<string, P>>,
): Readonly<Record<string, P>> {
  const kept = Object.entries(before).filter(([, { origin }]) => origin === 'room');
  return { ...Object.fromEntries(province.map((plan) => [plan.id, plan])), ...Object.fromEntries(kept) };
}

function without<P>(plans: Readonly<Record<string, P>>, id: string): Readonly<Record<string, P>> {
  const { [id]: _gone, ...rest } = plans;
  return rest;
}

function change(schedule: Schedule, step: ScheduleChange): Schedule {
  switch (step.type) {
    case 'schedule.provinceSet':
      return {
        ...schedule,
        tours: withRooms(step.tours, schedule.tours),
        entries: withRooms(step.entries, schedule.entries),
      };
    case 'schedule.tourKept':
      return { ...schedule, tours: { ...schedule.tours, [step.tour.id]: step.tour } };
    case 'schedule.tourDeleted':
      return { ...schedule, tours: without(schedule.tours, step.tourId) };
    case 'schedule.entryKept':
      return { ...schedule, entries: { ...schedule.entries, [step.entry.id]: step.entry } };
    case 'schedule.entryDeleted':
      return { ...schedule, entries: without(schedule.entries, step.entryId) };
    case 'schedule.calendarHeld':
      return { ...schedule, held: step.held };
    case 'schedule.calendarMoved':
      return { ...schedule, last: step.last };
    case 'schedule.tourRun':
      return { ...schedule, run: step.run };
    case 'schedule.armed':
      return { ...schedule, arm: step.arm };
    case 'schedule.disarmed':
      return { ...schedule, arm: null };
    case 'schedule.idleSet':
      return { ...schedule, idle: step.idle };
    case 'schedule.stirred':
      return { ...schedule, idle: { ...schedule.idle, since: step.at } };
    case 'schedule.replicaSet':
      return withPlanParts(step.whole ? emptySchedule(step.wallId) : schedule, step.parts);
  }
}

export function applyScheduleChange(schedules: SchedulesState, step: ScheduleChange): SchedulesState {
  const schedule = own(schedules, step.wallId) ?? emptySchedule(step.wallId);
  return { ...schedules, [step.wallId]: change(schedule, step) };
}
