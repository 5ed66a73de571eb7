import type { Commit } from '../../domain/contract/world.ts';
import { own } from '../../domain/kernel/own.ts';
import { nextAct } from '../../domain/schedule/acts.ts';
import { leavesAt } from '../../domain/schedule/tours.ts';
import { BY_ITSELF } from '../kernel/author.ts';
import { createPerformer } from './performer.ts';
import { scheduleOf, wallOf, type ScheduleNeeds } from './ports.ts';

/** The rules are asked this often, at whole seconds, ms. */
const EVERY_MS = 1_000;
/** The windows come first: nothing is taken this soon after a start, ms. */
const FIRST_MS = 3_000;
/** Between an act and the next question, ms. */
const AFTER_ACT_MS = 20;

/** What displays, receipts and cameras do by themselves is no command of a person. */
const byItself: readonly string[] = [
  'wall.relaid',
  'wall.receiptGiven',
  'wall.camerasMoved',
  'schedule.stirred',
];

function isCommand({ change }: Commit): boolean {
  const { type } = change;
  if (!type.startsWith('wall.') && !type.startsWith('schedule.')) return false;
  // Tiles that are tried again, control that is lost and numbers that go out are nobody's doing either.
  const isOver = change.type === 'wall.identifying' && change.identifying === null;
  const isMachines = 'by' in change && change.by === BY_ITSELF;
  return !byItself.includes(type) && !isOver && !isMachines;
}

/** Asks the rules what is to be done, and does it: one act after the other. Time is looked at, never trusted to a timer. */
export function createConductor(needs: ScheduleNeeds) {
  const { hub, clock, log, wallId } = needs;
  const perform = createPerformer(needs);
  let acting = false;
  let stirred = false;
  let stopped = false;
  let callOff = clock.after(FIRST_MS, ask);
  const notBefore = clock.now() + FIRST_MS;

  function again(ms: number): void {
    callOff();
    if (!stopped) callOff = clock.after(ms, ask);
  }

  function untilNext(now: number): number {
    const { run, arm, tours } = scheduleOf(hub, wallId);
    const tour = run && own(tours, run.tourId);
    const moments = [tour && run ? leavesAt(tour, run, now) : Infinity, arm?.fireAt ?? Infinity];
    const soon = moments.map((at) => at - now).filter((ms) => ms > 0);
    return Math.min(EVERY_MS - (now % EVERY_MS), ...soon);
  }

  /** The time without commands is written down once a second at most, and only while the default scene waits for it. */
  function keepStirred(): void {
    if (!stirred) return;
    stirred = false;
    if (!scheduleOf(hub, wallId).idle.on) return;
    hub.commit({ type: 'schedule.stirred', wallId, at: clock.now() });
  }

  function ask(): void {
    const now = clock.now();
    const wall = wallOf(hub, wallId);
    if (acting) return;
    keepStirred();
    const act = wall && nextAct(scheduleOf(hub, wallId), wall, now);
    if (act === undefined) return again(untilNext(now));
    acting = true;
    perform(act)
      .then(
        () => again(AFTER_ACT_MS),
        (error: unknown) => {
          log.error('schedule.failed', { act: act.do, reason: String(error) });
          again(EVERY_MS);
        },
      )
      .finally(() => (acting = false));
  }

  return {
    /** Told of every commit: what a person did is answered at once. */
    saw(commits: readonly Commit[]): void {
      if (!commits.some(isCommand)) return;
      stirred = true;
      if (!acting && clock.now() >= notBefore) again(0);
    },
    stop(): void {
      stopped = true;
      callOff();
    },
  };
}
