import { own } from '../../domain/kernel/own.ts';
import { mayShow, type Act } from '../../domain/schedule/acts.ts';
import { countedAnew } from '../../domain/schedule/armed.ts';
import type { Arm, Occurrence, Planner, Run } from '../../domain/schedule/model.ts';
import { scenesOf } from '../../domain/schedule/rules.ts';
import type { ScheduleChange } from '../../domain/schedule/state.ts';
import { dwellOf, leftOf } from '../../domain/schedule/tours.ts';
import { createAutomaticTake } from './automaticTake.ts';
import { scheduleOf, wallOf, type ScheduleNeeds } from './ports.ts';

type TourStep = Extract<Act, { do: 'take-stop' | 'stay-on-stop' }>;
type Disarmed = Extract<ScheduleChange, { type: 'schedule.disarmed' }>['why'];

/** What a take of a plan bears as author: the plan, and who planned it. */
function authorOf(planName: string, { name }: Planner): string {
  return `${planName} (${name})`;
}

/** Does what the rules say is to be done now; each act ends with the state that makes it done. */
export function createPerformer(needs: ScheduleNeeds) {
  const { hub, clock, newId, notice, wallId } = needs;
  const takePlanned = createAutomaticTake(needs);
  /** What was told once is not told at every round. */
  const told = new Set<string>();

  const schedule = () => scheduleOf(hub, wallId);

  function tellSkipped(planId: string, planName: string, sceneId: string): void {
    const key = `${planId} ${sceneId}`;
    if (told.has(key)) return;
    told.add(key);
    const scene = own(wallOf(hub, wallId)?.scenes ?? {}, sceneId);
    notice('plan-skipped', [planName, scene?.name.vi ?? ''].filter(Boolean).join(': '));
  }

  function shows(sceneId: string, planner: Planner): boolean {
    const wall = wallOf(hub, wallId);
    return wall !== undefined && mayShow(wall, sceneId, planner);
  }

  function setRun(run: Run | null, by: string): void {
    hub.commit({ type: 'schedule.tourRun', wallId, run, by });
  }

  function disarm(arm: Arm, why: Disarmed): void {
    hub.commit({ type: 'schedule.disarmed', wallId, why, by: arm.planner.name });
  }

  async function takeArmed(arm: Arm): Promise<void> {
    const { id, source, planner, ifMoved, programRevision } = arm;
    if (source.from === 'scene' && !shows(source.sceneId, planner)) {
      tellSkipped(id, arm.name.vi, source.sceneId);
      return disarm(arm, 'refused');
    }
    const answer = await takePlanned({
      commandId: id,
      source,
      by: planner.name,
      plan: { kind: 'arm', id },
      ...(ifMoved === 'ask' && { programRevision }),
    });
    // Somebody called it off, or armed another, while the windows made ready.
    if (schedule().arm?.id !== id) return;
    if (answer.ok) return disarm(arm, 'taken');
    if (answer.reason === 'program-moved-on' && ifMoved === 'ask') return ask(arm);
    notice('plan-skipped', arm.name.vi);
    disarm(arm, 'refused');
  }

  function ask(arm: Arm): void {
    hub.commit({ type: 'schedule.armed', wallId, arm: { ...arm, asking: true } });
  }

  function missed(arm: Arm): void {
    notice('plan-missed', arm.name.vi);
    disarm(arm, 'missed');
  }

  /** The tour of an entry whose time is over goes with it; a tour that a person started stays. */
  function runWithout(entryId: string | undefined): readonly ScheduleChange[] {
    const { run } = schedule();
    if (run === null || run.entryId === null || run.entryId !== entryId) return [];
    return [{ type: 'schedule.tourRun', wallId, run: null, by: run.starter.name }];
  }

  async function begin(occurrence: Occurrence): Promise<void> {
    const { entries, last, tours } = schedule();
    const entry = own(entries, occurrence.entryId);
    const moved = (): ScheduleChange => ({
      type: 'schedule.calendarMoved',
      wallId,
      last: { ...occurrence, actedAt: clock.now(), over: false },
    });
    if (entry === undefined) return;
    const { showing, planner, name } = entry;
    const tour = showing.kind === 'tour' ? own(tours, showing.tourId) : undefined;
    if (tour) {
      const run = startedRun(newId(), tour.id, planner, clock.now());
      const started: ScheduleChange = {
        type: 'schedule.tourRun',
        wallId,
        run: { ...run, entryId: entry.id },
        by: planner.name,
      };
      return hub.commit([moved(), started]);
    }
    const [sceneId] = showing.kind === 'scene' ? (scenesOf(schedule(), showing) ?? []) : [];
    const ended = runWithout(last?.entryId);
    if (sceneId === undefined || !shows(sceneId, planner)) {
      tellSkipped(entry.id, name.vi, sceneId ?? '');
      return hub.commit([moved(), ...ended]);
    }
    const answer = await takePlanned({
      commandId: newId(),
      source: { from: 'scene', sceneId },
      by: authorOf(name.vi, planner),
      plan: { kind: 'entry', id: entry.id },
    });
    if (!answer.ok) notice('plan-skipped', name.vi);
    hub.commit([moved(), ...runWithout(last?.entryId)]);
  }

  function end(): void {
    const { last } = schedule();
    if (last === null) return;
    const over = { ...last, actedAt: clock.now(), over: true };
    hub.commit([{ type: 'schedule.calendarMoved', wallId, last: over }, ...runWithout(last.entryId)]);
  }

  /** Keeps what a person did to the run while the windows made ready. */
  function stopIsOn({ run, tour, stop }: TourStep): void {
    const now = schedule().run;
    if (now === null || now.id !== run.id || now.index !== run.index || now.stage !== run.stage) return;
    const on = { ...now, index: stop.index, stage: 'on' as const, since: clock.now() };
    setRun({ ...on, leftMs: dwellOf(tour, on) }, run.starter.name);
  }

  async function takeStop(step: TourStep): Promise<void> {
    const { run, tour, stop } = step;
    stop.skipped.forEach((sceneId) => tellSkipped(tour.id, tour.name.vi, sceneId));
    const next = tour.stops[stop.index];
    if (next === undefined) return;
    const answer = await takePlanned({
      commandId: newId(),
      source: { from: 'scene', sceneId: next.sceneId },
      by: authorOf(tour.name.vi, run.starter),
      plan: { kind: 'tour', id: run.id },
      ...(run.stage === 'on' && { programRevision: wallOf(hub, wallId)?.program?.revision ?? 0 }),
    });
    if (answer.ok) return stopIsOn(step);
    // Overtaken, or the scene went in this moment: the rules look again.
    if (answer.reason === 'program-moved-on' || answer.reason === 'scene-unknown') return;
    pause(run, 'no-scene');
  }

  function pause(run: Run, why: 'other-take' | 'no-scene'): void {
    const { tours } = schedule();
    const tour = own(tours, run.tourId);
    const by = why === 'other-take' ? (wallOf(hub, wallId)?.program?.by ?? '') : '';
    if (why === 'no-scene') notice('plan-skipped', tour?.name.vi);
    const leftMs = tour && run.stage === 'on' ? leftOf(tour, run, clock.now()) : 0;
    setRun({ ...run, paused: { why, by, at: clock.now() }, leftMs }, by);
  }

  async function takeDefault(sceneId: string): Promise<void> {
    const { idle } = schedule();
    const stirred = (): void => hub.commit({ type: 'schedule.stirred', wallId, at: clock.now() });
    if (!shows(sceneId, idle.planner)) {
      tellSkipped('idle', '', sceneId);
      return stirred();
    }
    const answer = await takePlanned({
      commandId: newId(),
      source: { from: 'scene', sceneId },
      by: idle.planner.name,
      plan: { kind: 'idle', id: 'idle' },
      programRevision: wallOf(hub, wallId)?.program?.revision ?? 0,
    });
    if (!answer.ok) stirred();
  }

  return async function perform(act: Act): Promise<void> {
    switch (act.do) {
      case 'take-armed':
        return takeArmed(act.arm);
      case 'forget-taken':
        return disarm(act.arm, 'taken');
      case 'ask-armed':
        return ask(act.arm);
      case 'miss-armed':
        return missed(act.arm);
      case 'count-armed-anew':
        return hub.commit({ type: 'schedule.armed', wallId, arm: countedAnew(act.arm, clock.now()) });
      case 'begin':
        return begin(act.occurrence);
      case 'end':
        return end();
      case 'take-stop':
        return takeStop(act);
      case 'stay-on-stop':
        act.stop.skipped.forEach((sceneId) => tellSkipped(act.tour.id, act.tour.name.vi, sceneId));
        return stopIsOn(act);
      case 'pause-tour':
        return pause(act.run, act.why);
      case 'count-stop-anew':
        return setRun({ ...act.run, since: clock.now() }, act.run.starter.name);
      case 'end-tour':
        return setRun(null, '');
      case 'take-default':
        return takeDefault(act.sceneId);
      case 'count-idle-anew':
        return hub.commit({ type: 'schedule.stirred', wallId, at: clock.now() });
    }
  };
}

/** A tour that begins with its first stop. */
export function startedRun(id: string, tourId: string, starter: Planner, now: number): Run {
  const fresh = { index: 0, stage: 'due', since: now, paused: null, leftMs: 0 } as const;
  return { id, tourId, ...fresh, starter, entryId: null };
}
