import { accept, refuse, type Outcome } from '../../domain/kernel/outcome.ts';
import { own } from '../../domain/kernel/own.ts';
import { mayShow } from '../../domain/schedule/acts.ts';
import { OfWallInput, StepTourInput, TourInput } from '../../domain/schedule/inputs.ts';
import type { Run, Tour } from '../../domain/schedule/model.ts';
import { leftOf, stopFrom, type StopFound } from '../../domain/schedule/tours.ts';
import type { Handlers } from '../kernel/handlers.ts';
import { plannerOf } from './plansCalls.ts';
import { scheduleOf, wallOf, type ScheduleNeeds } from './ports.ts';
import { startedRun } from './startedRun.ts';

type Names =
  | 'schedule.startTour'
  | 'schedule.pauseTour'
  | 'schedule.resumeTour'
  | 'schedule.stepTour'
  | 'schedule.stopTour';

type UnderWay = { readonly run: Run; readonly tour: Tour };

/** The keys of a tour under way. The conductor does what they say. */
export function createTourCalls({ hub, clock, newId }: ScheduleNeeds): Handlers<Names> {
  function underWay(wallId: string): Outcome<UnderWay, 'wall-unknown' | 'no-tour'> {
    if (wallOf(hub, wallId) === undefined) return refuse('wall-unknown');
    const { run, tours } = scheduleOf(hub, wallId);
    const tour = run && own(tours, run.tourId);
    return run && tour ? accept({ run, tour }) : refuse('no-tour');
  }

  function foundFrom(
    wallId: string,
    { tour, run }: UnderWay,
    from: number,
    step: 1 | -1,
  ): StopFound | undefined {
    const wall = wallOf(hub, wallId);
    return wall && stopFrom(tour.stops, from, step, (sceneId) => mayShow(wall, sceneId, run.starter));
  }

  function set(wallId: string, run: Run | null, by: string): Outcome<null, never> {
    hub.commit({ type: 'schedule.tourRun', wallId, run, by });
    return accept(null);
  }

  return {
    'schedule.startTour': {
      allowed: ['console'],
      parse: (raw) => TourInput.parse(raw),
      run({ wallId, tourId }, caller) {
        if (wallOf(hub, wallId) === undefined) return refuse('wall-unknown');
        const tour = own(scheduleOf(hub, wallId).tours, tourId);
        if (tour === undefined) return refuse('tour-unknown');
        const run = startedRun({ id: newId(), tourId, starter: plannerOf(caller), now: clock.now() });
        const first = foundFrom(wallId, { tour, run }, -1, 1);
        if (first === undefined) return refuse('no-scene-to-show');
        return set(wallId, run, run.starter.name);
      },
    },
    'schedule.pauseTour': {
      allowed: ['console'],
      parse: (raw) => OfWallInput.parse(raw),
      run({ wallId }, caller) {
        const found = underWay(wallId);
        if (!found.ok) return found;
        const { run, tour } = found.value;
        if (run.paused) return accept(null);
        const by = plannerOf(caller).name;
        const paused = { why: 'key', by, at: clock.now() } as const;
        return set(wallId, { ...run, paused, leftMs: leftOf(tour, run, clock.now()) }, by);
      },
    },
    'schedule.resumeTour': {
      allowed: ['console'],
      parse: (raw) => OfWallInput.parse(raw),
      run({ wallId }, caller) {
        const found = underWay(wallId);
        if (!found.ok) return found;
        const { run, tour } = found.value;
        if (run.paused === null) return accept(null);
        const now = clock.now();
        const isOn = run.stage === 'on' && wallOf(hub, wallId)?.program?.plan?.id === run.id;
        const stop = isOn ? { index: run.index } : foundFrom(wallId, found.value, run.index - 1, 1);
        if (stop === undefined) return refuse('no-scene-to-show');
        const dwell = tour.stops[run.index]?.dwellMs ?? 0;
        const stage = isOn ? ('on' as const) : ('due' as const);
        const since = isOn ? now - Math.max(0, dwell - run.leftMs) : now;
        const by = plannerOf(caller).name;
        return set(wallId, { ...run, index: stop.index, stage, since, paused: null }, by);
      },
    },
    'schedule.stepTour': {
      allowed: ['console'],
      parse: (raw) => StepTourInput.parse(raw),
      run({ wallId, step }, caller) {
        const found = underWay(wallId);
        if (!found.ok) return found;
        const { run } = found.value;
        const stop = foundFrom(wallId, found.value, run.index, step);
        if (stop === undefined) return refuse('no-scene-to-show');
        const by = plannerOf(caller).name;
        const paused = run.paused && ({ why: 'key', by, at: clock.now() } as const);
        return set(wallId, { ...run, index: stop.index, stage: 'due', since: clock.now(), paused }, by);
      },
    },
    'schedule.stopTour': {
      allowed: ['console'],
      parse: (raw) => OfWallInput.parse(raw),
      run({ wallId }, caller) {
        const found = underWay(wallId);
        return found.ok ? set(wallId, null, plannerOf(caller).name) : found;
      },
    },
  };
}
