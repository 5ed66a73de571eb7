import { own } from '../../domain/kernel/own.ts';
import type { Act } from '../../domain/schedule/acts.ts';
import type { Run } from '../../domain/schedule/model.ts';
import { dwellOf, leftOf } from '../../domain/schedule/tours.ts';
import { authorOf, type Performing } from './performing.ts';
import { wallOf } from './ports.ts';

const looksAgain: readonly string[] = [
  'program-moved-on',
  'plan-called-off',
  'scene-unknown',
  'scene-reserved',
];

type Step = Extract<Act, { do: 'take-stop' | 'stay-on-stop' }>;

/** A tour under way: its next stop is taken, or it stands still. */
export function createTourActs(performing: Performing) {
  const { hub, clock, newId, schedule, take, tellSkipped, setRun, notice, wallId } = performing;

  const program = () => wallOf(hub, wallId)?.program;

  /** The run as it is now, unless a person stopped, moved or paused it while the windows made ready. */
  function stillAt({ run }: Step): Run | null {
    const now = schedule().run;
    const isMoved = now?.id !== run.id || now.index !== run.index || now.stage !== run.stage;
    // A stop that a person chose is taken in a tour that is paused, too.
    return isMoved || (now.stage === 'on' && now.paused !== null) ? null : now;
  }

  function stopIsOn(step: Step): void {
    const { run, tour, stop } = step;
    const now = stillAt(step);
    if (now === null) return;
    const on = { ...now, index: stop.index, stage: 'on' as const, since: clock.now() };
    setRun({ ...on, leftMs: dwellOf(tour, on) }, run.starter.name);
  }

  function skip({ tour, stop }: Step): void {
    for (const sceneId of stop.skipped) tellSkipped({ id: tour.id, name: tour.name.vi }, sceneId);
  }

  function pause(run: Run, why: 'other-take' | 'no-scene'): void {
    const tour = own(schedule().tours, run.tourId);
    const by = why === 'other-take' ? (program()?.by ?? '') : '';
    if (why === 'no-scene') notice('plan-skipped', tour?.name.vi);
    const leftMs = tour && run.stage === 'on' ? leftOf(tour, run, clock.now()) : 0;
    setRun({ ...run, paused: { why, by, at: clock.now() }, leftMs }, by);
  }

  return {
    pause,
    stay(step: Step): void {
      skip(step);
      stopIsOn(step);
    },
    async takeStop(step: Step): Promise<void> {
      const { run, tour, stop } = step;
      skip(step);
      const next = tour.stops[stop.index];
      if (next === undefined) return;
      const answer = await take({
        commandId: newId(),
        source: { from: 'scene', sceneId: next.sceneId },
        by: authorOf(tour.name.vi, run.starter),
        planner: run.starter,
        plan: { kind: 'tour', id: run.id },
        stillPlanned: () => stillAt(step) !== null,
        // What a person takes in this moment is not taken away again; their own key goes through.
        ...(run.stage === 'on' && { programRevision: program()?.revision ?? 0 }),
      });
      if (answer.ok) return stopIsOn(step);
      // Overtaken, called off, or the scene went in this moment: the rules look again.
      if (looksAgain.includes(answer.reason)) return;
      pause(run, 'no-scene');
    },
  };
}
