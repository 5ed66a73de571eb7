import type { Answer } from '../../domain/contract/calls.ts';
import { accept, refuse } from '../../domain/kernel/outcome.ts';
import type { Planner } from '../../domain/schedule/model.ts';
import type { PlanRef } from '../../domain/wall/model.ts';
import type { TakeSource } from '../../domain/wall/rules.ts';
import { wallOf, type ScheduleNeeds } from './ports.ts';

/** Takes that overtook this one before it gives up. */
const TRIES = 3;

export type AutomaticTake = {
  /** Also the id of the take: the same one again is done once. */
  readonly commandId: string;
  readonly source: TakeSource;
  readonly by: string;
  /** Whose right to the scene counts. */
  readonly planner: Planner;
  readonly plan: PlanRef;
  /** False: somebody called it off, or paused it, since. */
  readonly stillPlanned: () => boolean;
  /** Absent: from whatever is on. */
  readonly programRevision?: number;
};

/** A take that people planned, in their name. */
export function createAutomaticTake({ hub, log, take, newId, wallId }: ScheduleNeeds) {
  async function once({
    commandId,
    source,
    by,
    planner,
    plan,
    stillPlanned,
    programRevision,
  }: AutomaticTake): Promise<Answer<'wall.take'>> {
    const wall = wallOf(hub, wallId);
    if (wall === undefined) return refuse('wall-unknown');
    const revision = programRevision ?? wall.program?.revision ?? 0;
    const command = { commandId, wallId, source, programRevision: revision };
    const stillAllowed = () => (stillPlanned() ? accept(null) : refuse('plan-called-off'));
    const answer = await take(command, { by, role: planner.role, plan, stillAllowed });
    log.info('schedule.took', {
      plan: plan.kind,
      planId: plan.id,
      outcome: answer.ok ? 'taken' : answer.reason,
    });
    return answer;
  }

  return async function takePlanned(wanted: AutomaticTake): Promise<Answer<'wall.take'>> {
    let answer = await once(wanted);
    for (let tries = 1; tries < TRIES; tries += 1) {
      const overtaken = !answer.ok && answer.reason === 'program-moved-on';
      if (!overtaken || wanted.programRevision !== undefined || !wanted.stillPlanned()) return answer;
      answer = await once({ ...wanted, commandId: newId() });
    }
    return answer;
  };
}
