import { accept, refuse, type Outcome } from '../kernel/outcome.ts';
import { own } from '../kernel/own.ts';
import { fold, type Bilingual } from '../kernel/text.ts';
import { mayTakeScene } from '../wall/rules.ts';
import type { Wall } from '../wall/model.ts';
import { LEAST_DWELL_MS, LONGEST_ARM_MS, MOST_ENTRIES, MOST_STOPS, MOST_TOURS } from './limits.ts';
import type { Arm, Entry, Planner, Schedule, Showing, Tour } from './model.ts';

/** A scene that is gone, or that the planner's role may not take. */
export type SceneRefusal = 'scene-unknown' | 'scene-reserved';
export type TourRefusal = SceneRefusal | 'dwell-too-short' | 'tour-empty' | 'too-many-stops' | NameRefusal;
export type EntryRefusal = SceneRefusal | 'tour-unknown' | NameRefusal;
type NameRefusal = 'name-taken' | 'too-many-plans';
export type ArmRefusal = SceneRefusal | 'draft-unknown' | 'moment-passed' | 'too-far-ahead';

type Scenes = Pick<Wall, 'scenes'>;

/** Decides whether a planner may put a scene on the wall later: the same right as taking it now. */
export function mayPlan(wall: Scenes, sceneId: string, { role }: Planner): Outcome<null, SceneRefusal> {
  const scene = own(wall.scenes, sceneId);
  if (scene === undefined) return refuse('scene-unknown');
  return mayTakeScene(scene, role) ? accept(null) : refuse('scene-reserved');
}

function mayPlanAll(
  wall: Scenes,
  sceneIds: readonly string[],
  planner: Planner,
): Outcome<null, SceneRefusal> {
  const outcomes = sceneIds.map((sceneId) => mayPlan(wall, sceneId, planner));
  return outcomes.find(({ ok }) => !ok) ?? accept(null);
}

type Named = { readonly id: string; readonly name: { readonly vi: string } };

/** Two plans of one kind never bear one name, marks and capitals aside; there are not endlessly many. */
function mayBeNamed(
  plan: Named,
  plans: Readonly<Record<string, Named>>,
  most: number,
): Outcome<null, NameRefusal> {
  const others = Object.values(plans).filter(({ id }) => id !== plan.id);
  if (others.some(({ name }) => fold(name.vi.trim()) === fold(plan.name.vi.trim())))
    return refuse('name-taken');
  return others.length >= most ? refuse('too-many-plans') : accept(null);
}

/** Decides whether a tour may be kept: every stop long enough to be read, every scene one that its planner may take. */
export function mayKeepTour(schedule: Schedule, wall: Scenes, tour: Tour): Outcome<null, TourRefusal> {
  if (tour.stops.length === 0) return refuse('tour-empty');
  if (tour.stops.length > MOST_STOPS) return refuse('too-many-stops');
  if (tour.stops.some(({ dwellMs }) => dwellMs < LEAST_DWELL_MS)) return refuse('dwell-too-short');
  const named = mayBeNamed(tour, schedule.tours, MOST_TOURS);
  if (!named.ok) return named;
  return mayPlanAll(
    wall,
    tour.stops.map(({ sceneId }) => sceneId),
    tour.planner,
  );
}

/** The scenes that a showing may bring; undefined when its tour is gone. */
export function scenesOf(schedule: Schedule, showing: Showing): readonly string[] | undefined {
  if (showing.kind === 'scene') return [showing.sceneId];
  return own(schedule.tours, showing.tourId)?.stops.map(({ sceneId }) => sceneId);
}

/** Decides whether an entry may stand in the calendar. */
export function mayKeepEntry(schedule: Schedule, wall: Scenes, entry: Entry): Outcome<null, EntryRefusal> {
  const sceneIds = scenesOf(schedule, entry.showing);
  if (sceneIds === undefined) return refuse('tour-unknown');
  const named = mayBeNamed(entry, schedule.entries, MOST_ENTRIES);
  return named.ok ? mayPlanAll(wall, sceneIds, entry.planner) : named;
}

/** Decides whether a take may be armed: its scene or draft is there, its planner may take it, its moment is near and ahead. */
export function mayArm(
  wall: Pick<Wall, 'scenes' | 'drafts'>,
  arm: Pick<Arm, 'source' | 'fireAt' | 'planner'>,
  now: number,
): Outcome<null, ArmRefusal> {
  if (arm.fireAt <= now) return refuse('moment-passed');
  if (arm.fireAt - now > LONGEST_ARM_MS) return refuse('too-far-ahead');
  if (arm.source.from === 'scene') return mayPlan(wall, arm.source.sceneId, arm.planner);
  const draft = own(wall.drafts, arm.source.draftId);
  if (draft === undefined) return refuse('draft-unknown');
  return mayTakeScene(draft.scene, arm.planner.role) ? accept(null) : refuse('scene-reserved');
}

/** True when an entry of the calendar shows this tour: it cannot be deleted then. */
export function isInUse(schedule: Schedule, tourId: string): boolean {
  return Object.values(schedule.entries).some(
    ({ showing }) => showing.kind === 'tour' && showing.tourId === tourId,
  );
}

/** A plan that shows a scene; `name`: the entry's or the tour's own. */
export type SceneUse =
  { readonly kind: 'arm' | 'idle' } | { readonly kind: 'entry' | 'tour'; readonly name: Bilingual };

/** The plans that show a scene, what comes soonest first; an entry that shows a tour is not told beside it. */
export function usesOf({ arm, entries, tours, idle }: Schedule, sceneId: string): readonly SceneUse[] {
  const armed = arm?.source.from === 'scene' && arm.source.sceneId === sceneId;
  const showing = Object.values(entries).filter(
    ({ showing: shown }) => shown.kind === 'scene' && shown.sceneId === sceneId,
  );
  const going = Object.values(tours).filter(({ stops }) => stops.some((stop) => stop.sceneId === sceneId));
  return [
    ...(armed ? [{ kind: 'arm' as const }] : []),
    ...showing.map(({ name }) => ({ kind: 'entry' as const, name })),
    ...going.map(({ name }) => ({ kind: 'tour' as const, name })),
    ...(idle.sceneId === sceneId ? [{ kind: 'idle' as const }] : []),
  ];
}
