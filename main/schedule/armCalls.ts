import { accept, refuse } from '../../domain/kernel/outcome.ts';
import { own } from '../../domain/kernel/own.ts';
import { ArmInput, OfWallInput, TakeArmedInput } from '../../domain/schedule/inputs.ts';
import type { Arm, ArmSource } from '../../domain/schedule/model.ts';
import { mayArm } from '../../domain/schedule/rules.ts';
import type { Wall } from '../../domain/wall/model.ts';
import type { Handlers } from '../kernel/handlers.ts';
import { plannerOf } from './plansCalls.ts';
import { scheduleOf, wallOf, type ScheduleNeeds } from './ports.ts';

type Names = 'schedule.arm' | 'schedule.disarm' | 'schedule.takeArmed';

function nameOf(wall: Wall, source: ArmSource): Arm['name'] {
  const scene =
    source.from === 'scene' ? own(wall.scenes, source.sceneId) : own(wall.drafts, source.draftId)?.scene;
  return scene?.name ?? { vi: '', en: '' };
}

/** Takes armed for a moment. */
export function createArmCalls({ hub, clock, newId, take }: ScheduleNeeds): Handlers<Names> {
  return {
    'schedule.arm': {
      allowed: ['console'],
      parse: (raw) => ArmInput.parse(raw),
      run({ wallId, source, when, programRevision, ifMoved }, caller) {
        const wall = wallOf(hub, wallId);
        if (wall === undefined) return refuse('wall-unknown');
        const now = clock.now();
        const [kind, fireAt] =
          'at' in when ? (['clock', when.at] as const) : (['after', now + when.inMs] as const);
        const planner = plannerOf(caller);
        const outcome = mayArm(wall, { source, fireAt, planner }, now);
        if (!outcome.ok) return outcome;
        const name = nameOf(wall, source);
        const moment = { armedAt: now, fireAt, kind, programRevision, ifMoved, asking: false } as const;
        const arm: Arm = { id: newId(), source, name, planner, ...moment };
        hub.commit({ type: 'schedule.armed', wallId, arm });
        return accept({ fireAt });
      },
    },
    'schedule.disarm': {
      allowed: ['console'],
      parse: (raw) => OfWallInput.parse(raw),
      run({ wallId }, caller) {
        if (scheduleOf(hub, wallId).arm === null) return refuse('nothing-armed');
        hub.commit({ type: 'schedule.disarmed', wallId, why: 'cancelled', by: plannerOf(caller).name });
        return accept(null);
      },
    },
    'schedule.takeArmed': {
      allowed: ['console'],
      parse: (raw) => TakeArmedInput.parse(raw),
      async run({ wallId, commandId }, caller, stillAllowed) {
        const { arm } = scheduleOf(hub, wallId);
        if (arm === null) return refuse('nothing-armed');
        const { name: by, role } = plannerOf(caller);
        const isArmed = (): boolean => scheduleOf(hub, wallId).arm?.id === arm.id;
        const programRevision = wallOf(hub, wallId)?.program?.revision ?? 0;
        const answer = await take(
          { commandId, wallId, source: arm.source, programRevision },
          { by, role, stillAllowed: () => (isArmed() ? stillAllowed() : refuse('plan-called-off')) },
        );
        // Its moment came first: what was asked for is on.
        if (!answer.ok) return wallOf(hub, wallId)?.program?.plan?.id === arm.id ? accept(null) : answer;
        if (isArmed()) hub.commit({ type: 'schedule.disarmed', wallId, why: 'taken', by });
        return accept(null);
      },
    },
  };
}
