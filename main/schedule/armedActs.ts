import type { Arm } from '../../domain/schedule/model.ts';
import type { ScheduleChange } from '../../domain/schedule/state.ts';
import type { Performing } from './performing.ts';

type Why = Extract<ScheduleChange, { type: 'schedule.disarmed' }>['why'];

/** An armed take: taken, asked about, missed. */
export function createArmedActs({ hub, schedule, shows, take, tellSkipped, notice, wallId }: Performing) {
  function disarm(arm: Arm, why: Why): void {
    hub.commit({ type: 'schedule.disarmed', wallId, why, by: arm.planner.name });
  }

  function ask(arm: Arm): void {
    hub.commit({ type: 'schedule.armed', wallId, arm: { ...arm, asking: true } });
  }

  return {
    disarm,
    ask,
    miss(arm: Arm): void {
      notice(arm.asking ? 'plan-unanswered' : 'plan-missed', arm.name.vi);
      disarm(arm, 'missed');
    },
    async take(arm: Arm): Promise<void> {
      const { id, source, planner, ifMoved, programRevision } = arm;
      if (source.from === 'scene' && !shows(source.sceneId, planner)) {
        tellSkipped({ id, name: arm.name.vi }, source.sceneId);
        return disarm(arm, 'refused');
      }
      const answer = await take({
        commandId: id,
        source,
        by: planner.name,
        plan: { kind: 'arm', id },
        stillPlanned: () => schedule().arm?.id === id,
        ...(ifMoved === 'ask' && { programRevision }),
      });
      // Somebody called it off, or armed another, while the windows made ready.
      if (schedule().arm?.id !== id) return;
      if (answer.ok) return disarm(arm, 'taken');
      if (answer.reason === 'program-moved-on' && ifMoved === 'ask') return ask(arm);
      notice('plan-skipped', arm.name.vi);
      disarm(arm, 'refused');
    },
  };
}
