import type { Answer } from '../../domain/contract/calls.ts';
import { own } from '../../domain/kernel/own.ts';
import { mayShow } from '../../domain/schedule/acts.ts';
import type { Planner, Run, Schedule } from '../../domain/schedule/model.ts';
import { createAutomaticTake, type AutomaticTake } from './automaticTake.ts';
import { scheduleOf, wallOf, type ScheduleNeeds } from './ports.ts';

/** What every act of the schedule needs. */
export type Performing = Pick<ScheduleNeeds, 'hub' | 'clock' | 'newId' | 'notice' | 'wallId'> & {
  readonly schedule: () => Schedule;
  /** A scene that is there and that the planner's role may take. */
  readonly shows: (sceneId: string, planner: Planner) => boolean;
  /** Says that a plan passed over a scene; what was told once is not told at every round. */
  readonly tellSkipped: (plan: { readonly id: string; readonly name: string }, sceneId: string) => void;
  readonly take: (wanted: AutomaticTake) => Promise<Answer<'wall.take'>>;
  readonly setRun: (run: Run | null, by: string) => void;
};

/** No author that is told elsewhere is longer, characters. */
const MOST_AUTHOR = 120;

/** What a take of a plan bears as author: the plan, and who planned it; a long plan's name is cut, the person's is not. */
export function authorOf(planName: string, { name }: Planner): string {
  const planner = ` (${name})`.slice(-MOST_AUTHOR);
  const room = MOST_AUTHOR - planner.length;
  const plan = planName.length <= room ? planName : `${planName.slice(0, Math.max(0, room - 1))}…`;
  return `${plan}${planner}`.slice(0, MOST_AUTHOR);
}

/** Builds what the acts share. */
export function createPerforming(needs: ScheduleNeeds): Performing {
  const { hub, notice, wallId } = needs;
  const told = new Set<string>();
  return {
    ...needs,
    schedule: () => scheduleOf(hub, wallId),
    take: createAutomaticTake(needs),
    shows(sceneId, planner) {
      const wall = wallOf(hub, wallId);
      return wall !== undefined && mayShow(wall, sceneId, planner);
    },
    tellSkipped({ id, name }, sceneId) {
      const key = `${id} ${sceneId}`;
      if (told.has(key)) return;
      told.add(key);
      const scene = own(wallOf(hub, wallId)?.scenes ?? {}, sceneId);
      notice('plan-skipped', [name, scene?.name.vi ?? ''].filter(Boolean).join(': '));
    },
    setRun: (run, by) => hub.commit({ type: 'schedule.tourRun', wallId, run, by }),
  };
}
