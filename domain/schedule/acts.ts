import { own } from '../kernel/own.ts';
import { same } from '../kernel/same.ts';
import { mayTakeScene } from '../wall/rules.ts';
import type { Wall } from '../wall/model.ts';
import { armDue } from './armed.ts';
import { dueAt } from './calendar.ts';
import { idleDue } from './idle.ts';
import type { Arm, Occurrence, Planner, Run, Schedule, Tour } from './model.ts';
import { stopFrom, tourDue, type StopFound } from './tours.ts';

/** What the schedule does next on its wall. */
export type Act =
  | { readonly do: 'ask-armed' | 'miss-armed' | 'count-armed-anew'; readonly arm: Arm }
  /** `over`: what the calendar would begin at the same moment; what a person armed stays in front of it. */
  | { readonly do: 'take-armed' | 'forget-taken'; readonly arm: Arm; readonly over: Occurrence | null }
  | { readonly do: 'begin'; readonly occurrence: Occurrence }
  | { readonly do: 'end' }
  | { readonly do: 'take-stop'; readonly run: Run; readonly tour: Tour; readonly stop: StopFound }
  | { readonly do: 'stay-on-stop'; readonly run: Run; readonly tour: Tour; readonly stop: StopFound }
  | { readonly do: 'pause-tour'; readonly run: Run; readonly why: 'other-take' | 'no-scene' }
  | { readonly do: 'count-stop-anew'; readonly run: Run }
  | { readonly do: 'end-tour' }
  | { readonly do: 'take-default'; readonly sceneId: string }
  | { readonly do: 'count-idle-anew' };

type On = Pick<Wall, 'scenes' | 'program'>;

/** A scene that is there and that the planner's role may take. */
export function mayShow(wall: On, sceneId: string, { role }: Planner): boolean {
  const scene = own(wall.scenes, sceneId);
  return scene !== undefined && mayTakeScene(scene, role);
}

const armedActs = { ask: 'ask-armed', missed: 'miss-armed', 'count-anew': 'count-armed-anew' } as const;

function armedAct(schedule: Schedule, wall: On, now: number): Act | undefined {
  const { arm } = schedule;
  if (arm === null) return undefined;
  const calendar = calendarAct(schedule, now);
  const isOver = calendar?.do === 'begin' && calendar.occurrence.startsAt <= arm.fireAt;
  const over = isOver ? calendar.occurrence : null;
  // The core ended between the take and the word about it.
  if (wall.program?.plan?.id === arm.id) return { do: 'forget-taken', arm, over };
  const due = armDue(arm, wall.program?.revision ?? 0, now);
  if (due === 'wait') return undefined;
  return due === 'fire' ? { do: 'take-armed', arm, over } : { do: armedActs[due], arm };
}

function calendarAct({ held, entries, last }: Schedule, now: number): Act | undefined {
  if (held) return undefined;
  const due = dueAt(now, Object.values(entries), last);
  if (due.due === 'begin') return { do: 'begin', occurrence: due.occurrence };
  return due.due === 'end' ? { do: 'end' } : undefined;
}

function stepAct(tour: Tour, run: Run, wall: On): Act {
  const from = run.stage === 'due' ? run.index - 1 : run.index;
  const stop = stopFrom(tour.stops, from, 1, (sceneId) => mayShow(wall, sceneId, run.starter));
  if (stop === undefined) return { do: 'pause-tour', run, why: 'no-scene' };
  const stays = run.stage === 'on' && stop.index === run.index;
  return { do: stays ? 'stay-on-stop' : 'take-stop', run, tour, stop };
}

function tourAct({ run, tours }: Schedule, wall: On, now: number): Act | undefined {
  if (run === null) return undefined;
  const tour = own(tours, run.tourId);
  if (tour === undefined) return { do: 'end-tour' };
  if (run.stage === 'due' && run.paused?.why !== 'no-scene') return stepAct(tour, run, wall);
  if (run.paused) return undefined;
  if (wall.program?.plan?.id !== run.id) return { do: 'pause-tour', run, why: 'other-take' };
  const due = tourDue(tour, run, now);
  if (due === 'wait') return undefined;
  return due === 'step' ? stepAct(tour, run, wall) : { do: 'count-stop-anew', run };
}

/** True while a plan has the wall: a tour goes round, an entry of the calendar holds, a take is armed and does not merely ask. */
export function isPlanned({ run, arm, held, last }: Schedule): boolean {
  const running = run !== null && run.paused === null;
  const armed = arm !== null && !arm.asking;
  return running || armed || (held === null && last !== null && !last.over);
}

/** True while a scene is on exactly as it is kept: edited on air, or kept anew since, it is another picture. */
export function isOnAsKept({ scenes, program }: On, sceneId: string): boolean {
  const scene = own(scenes, sceneId);
  return scene !== undefined && program?.scene.id === sceneId && same(program.scene.tiles, scene.tiles);
}

function idleAct(schedule: Schedule, wall: On, now: number): Act | undefined {
  const { idle } = schedule;
  const due = isPlanned(schedule) ? 'wait' : idleDue(idle, now);
  if (due === 'count-anew') return { do: 'count-idle-anew' };
  if (due === 'wait' || idle.sceneId === null) return undefined;
  return isOnAsKept(wall, idle.sceneId) ? undefined : { do: 'take-default', sceneId: idle.sceneId };
}

/**
 * What is to be done now, or nothing. It follows from what is written down and from the clock alone, so that a restart, a
 * sleep or a clock that jumps leads to the same answer. What a person armed goes first, then the calendar, then the tour,
 * then the default scene.
 */
export function nextAct(schedule: Schedule, wall: On, now: number): Act | undefined {
  return (
    armedAct(schedule, wall, now) ??
    calendarAct(schedule, now) ??
    tourAct(schedule, wall, now) ??
    idleAct(schedule, wall, now)
  );
}
