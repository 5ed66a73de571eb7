import { own } from '../kernel/own.ts';
import type { Bilingual } from '../kernel/text.ts';
import type { Wall } from '../wall/model.ts';
import { isOnAsKept, isPlanned, mayShow } from './acts.ts';
import type { CalendarChange } from './calendar.ts';
import type { Schedule } from './model.ts';
import { leavesAt, stopFrom } from './tours.ts';

/** What goes on the wall next by itself. `name`: the scene, the tour or the entry it belongs to. */
export type Upcoming = {
  readonly at: number;
  readonly kind: 'arm' | 'entry' | 'entry-ends' | 'stop' | 'idle';
  readonly name: Bilingual;
};

type On = Pick<Wall, 'scenes' | 'program'>;

function calendarNext(
  { held, entries, last }: Schedule,
  change: CalendarChange | undefined,
): readonly Upcoming[] {
  if (held || change === undefined) return [];
  const entry = own(entries, change.occurrence?.entryId ?? last?.entryId ?? '');
  if (entry === undefined) return [];
  return [{ at: change.at, kind: change.occurrence ? 'entry' : 'entry-ends', name: entry.name }];
}

function tourNext({ run, tours }: Schedule, wall: On, now: number): readonly Upcoming[] {
  const tour = run && own(tours, run.tourId);
  if (!run || !tour || run.paused) return [];
  const found = stopFrom(tour.stops, run.index, 1, (sceneId) => mayShow(wall, sceneId, run.starter));
  const scene = found && own(wall.scenes, tour.stops[found.index]?.sceneId ?? '');
  return scene ? [{ at: leavesAt(tour, run, now), kind: 'stop', name: scene.name }] : [];
}

function idleNext(schedule: Schedule, wall: On): readonly Upcoming[] {
  const { on, sceneId, since, afterMs } = schedule.idle;
  const scene = own(wall.scenes, sceneId ?? '');
  if (!on || scene === undefined || isPlanned(schedule) || isOnAsKept(wall, scene.id)) return [];
  return [{ at: since + afterMs, kind: 'idle', name: scene.name }];
}

/** Everything that goes on the wall by itself from here, soonest first; one of each kind. */
export function upcoming(
  schedule: Schedule,
  wall: On,
  now: number,
  change: CalendarChange | undefined,
): readonly Upcoming[] {
  const { arm } = schedule;
  const armed: readonly Upcoming[] =
    arm === null || arm.asking ? [] : [{ at: arm.fireAt, kind: 'arm', name: arm.name }];
  const all = [
    ...armed,
    ...calendarNext(schedule, change),
    ...tourNext(schedule, wall, now),
    ...idleNext(schedule, wall),
  ];
  return all.sort((a, b) => a.at - b.at);
}
