import type { Act } from '../../domain/schedule/acts.ts';
import { countedAnew } from '../../domain/schedule/armed.ts';
import { createArmedActs } from './armedActs.ts';
import { createCalendarActs } from './calendarActs.ts';
import { createPerforming } from './performing.ts';
import { wallOf, type ScheduleNeeds } from './ports.ts';
import { createTourActs } from './tourActs.ts';

/** Does what the rules say is to be done now; each act ends with the state that makes it done. */
export function createPerformer(needs: ScheduleNeeds) {
  const { hub, clock, newId, wallId } = needs;
  const performing = createPerforming(needs);
  const calendar = createCalendarActs(performing);
  const armed = createArmedActs(performing, calendar);
  const tour = createTourActs(performing);

  function stirred(): void {
    hub.commit({ type: 'schedule.stirred', wallId, at: clock.now() });
  }

  async function takeDefault(sceneId: string): Promise<void> {
    const { planner } = performing.schedule().idle;
    const stillPlanned = (): boolean => {
      const { idle } = performing.schedule();
      return idle.on && idle.sceneId === sceneId;
    };
    if (!performing.shows(sceneId, planner)) {
      performing.tellSkipped({ id: 'idle', name: '' }, sceneId);
      return stirred();
    }
    const answer = await performing.take({
      commandId: newId(),
      source: { from: 'scene', sceneId },
      by: planner.name,
      planner,
      plan: { kind: 'idle', id: 'idle' },
      stillPlanned,
      programRevision: wallOf(hub, wallId)?.program?.revision ?? 0,
    });
    if (!answer.ok) stirred();
  }

  return async function perform(act: Act): Promise<void> {
    switch (act.do) {
      case 'take-armed':
        return armed.take(act.arm, act.over);
      case 'forget-taken':
        return armed.taken(act.arm, act.over);
      case 'ask-armed':
        return armed.ask(act.arm);
      case 'miss-armed':
        return armed.miss(act.arm);
      case 'count-armed-anew':
        return hub.commit({ type: 'schedule.armed', wallId, arm: countedAnew(act.arm, clock.now()) });
      case 'begin':
        return calendar.begin(act.occurrence);
      case 'end':
        return calendar.end();
      case 'take-stop':
        return tour.takeStop(act);
      case 'stay-on-stop':
        return tour.stay(act);
      case 'pause-tour':
        return tour.pause(act.run, act.why);
      case 'count-stop-anew':
        return performing.setRun({ ...act.run, since: clock.now() }, act.run.starter.name);
      case 'end-tour':
        return performing.setRun(null, '');
      case 'take-default':
        return takeDefault(act.sceneId);
      case 'count-idle-anew':
        return stirred();
    }
  };
}
