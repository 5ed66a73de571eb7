import { own } from '../../domain/kernel/own.ts';
import type { Entry, Occurrence, Run } from '../../domain/schedule/model.ts';
import type { ScheduleChange } from '../../domain/schedule/state.ts';
import { authorOf, type Performing } from './performing.ts';
import { wallOf } from './ports.ts';
import { startedRun } from './startedRun.ts';

/** An entry of the calendar: begun and ended. */
export function createCalendarActs(performing: Performing) {
  const { hub, clock, newId, schedule, take, tellSkipped, wallId } = performing;

  function moved(occurrence: Occurrence, over: boolean): ScheduleChange {
    const { entryId, startsAt, endsAt, showing } = occurrence;
    const last = { entryId, startsAt, endsAt, showing, actedAt: clock.now(), over };
    return { type: 'schedule.calendarMoved', wallId, last };
  }

  /** The tour of an entry whose time is over goes with it; a tour that a person started stays. */
  function withoutTourOf(entryId: string | undefined): readonly ScheduleChange[] {
    const { run } = schedule();
    if (run === null || run.entryId === null || run.entryId !== entryId) return [];
    return [{ type: 'schedule.tourRun', wallId, run: null, by: run.starter.name }];
  }

  function beginTour(
    { id, planner }: Entry,
    tourId: string,
    standing: Partial<Pick<Run, 'stage' | 'paused'>> = {},
  ): ScheduleChange {
    const fresh = startedRun({ id: newId(), tourId, starter: planner, now: clock.now() });
    return {
      type: 'schedule.tourRun',
      wallId,
      run: { ...fresh, ...standing, entryId: id },
      by: planner.name,
    };
  }

  /** False: the entry was changed, or the calendar held, while the windows made ready. */
  async function takeScene(entry: Entry, sceneId: string, { startsAt }: Occurrence): Promise<boolean> {
    const { id, name, planner } = entry;
    const stillPlanned = (): boolean => schedule().held === null && own(schedule().entries, id) === entry;
    const answer = await take({
      commandId: newId(),
      source: { from: 'scene', sceneId },
      by: authorOf(name.vi, planner),
      planner,
      plan: { kind: 'entry', id },
      stillPlanned,
    });
    if (!answer.ok && !stillPlanned()) return false;
    // Told each time anew: it should have been on today, too.
    if (!answer.ok) tellSkipped({ id: `${id} ${startsAt}`, name: name.vi }, sceneId);
    return true;
  }

  return {
    /** What a person armed is on in its place: a scene is passed over, a tour waits for the key. */
    standAside(occurrence: Occurrence): readonly ScheduleChange[] {
      const { entries, last } = schedule();
      const entry = own(entries, occurrence.entryId);
      if (entry === undefined) return [];
      const { showing } = entry;
      if (showing.kind === 'scene') return [moved(occurrence, false), ...withoutTourOf(last?.entryId)];
      const by = wallOf(hub, wallId)?.program?.by ?? '';
      const paused = { why: 'other-take', by, at: clock.now() } as const;
      return [moved(occurrence, false), beginTour(entry, showing.tourId, { stage: 'on', paused })];
    },
    /** Written down after it was taken: a core that ends in between takes the same once more, never not at all. */
    async begin(occurrence: Occurrence): Promise<void> {
      const { entries, last } = schedule();
      const entry = own(entries, occurrence.entryId);
      if (entry === undefined) return;
      const { showing } = entry;
      if (showing.kind === 'tour') {
        return hub.commit([moved(occurrence, false), beginTour(entry, showing.tourId)]);
      }
      if (await takeScene(entry, showing.sceneId, occurrence))
        hub.commit([moved(occurrence, false), ...withoutTourOf(last?.entryId)]);
    },
    end(): void {
      const { last } = schedule();
      if (last) hub.commit([moved(last, true), ...withoutTourOf(last.entryId)]);
    },
  };
}
export type CalendarActs = ReturnType<typeof createCalendarActs>;
