import type { Arm, Occurrence } from '../../domain/schedule/model.ts';
import type { ScheduleChange } from '../../domain/schedule/state.ts';
import type { CalendarActs } from './calendarActs.ts';
import type { Performing } from './performing.ts';

type Why = Extract<ScheduleChange, { type: 'schedule.disarmed' }>['why'];

/** An armed take: taken, asked about, missed. */
export function createArmedActs(performing: Performing, calendar: Pick<CalendarActs, 'standAside'>) {
  const { hub, schedule, take, notice, wallId } = performing;

  function disarm(arm: Arm, why: Why, beside: readonly ScheduleChange[] = []): void {
    hub.commit([{ type: 'schedule.disarmed', wallId, why, by: arm.planner.name }, ...beside]);
  }

  /** It is on; what the calendar would have begun at its moment stands aside, as after a take by hand. */
  function taken(arm: Arm, over: Occurrence | null): void {
    disarm(arm, 'taken', over ? calendar.standAside(over) : []);
  }

  function ask(arm: Arm): void {
    hub.commit({ type: 'schedule.armed', wallId, arm: { ...arm, asking: true } });
  }

  return {
    taken,
    ask,
    miss(arm: Arm): void {
      notice(arm.asking ? 'plan-unanswered' : 'plan-missed', arm.name.vi);
      disarm(arm, 'missed');
    },
    async take(arm: Arm, over: Occurrence | null): Promise<void> {
      const { id, source, planner, ifMoved, programRevision } = arm;
      const answer = await take({
        commandId: id,
        source,
        by: planner.name,
        planner,
        plan: { kind: 'arm', id },
        stillPlanned: () => schedule().arm?.id === id,
        ...(ifMoved === 'ask' && { programRevision }),
      });
      // Somebody called it off, or armed another, while the windows made ready.
      if (schedule().arm?.id !== id) return;
      if (answer.ok) return taken(arm, over);
      if (answer.reason === 'program-moved-on' && ifMoved === 'ask') return ask(arm);
      notice('plan-skipped', arm.name.vi);
      disarm(arm, 'refused');
    },
  };
}
