import type { Answer, Calls } from '../../domain/contract/calls.ts';
import type { Notice } from '../../domain/contract/port.ts';
import type { PersonRole } from '../../domain/access/model.ts';
import type { Schedule } from '../../domain/schedule/model.ts';
import { emptySchedule } from '../../domain/schedule/state.ts';
import { own } from '../../domain/kernel/own.ts';
import type { PlanRef, Wall } from '../../domain/wall/model.ts';
import type { StillWanted } from '../kernel/handlers.ts';
import type { Hub } from '../kernel/hub.ts';
import type { Clock, Log } from '../kernel/ports.ts';

/** The wall's own way to take: prepared, receipted, in line with everybody else's takes. */
export type TakeToWall = (
  take: Calls['wall.take']['input'],
  author: {
    readonly by: string;
    readonly role: PersonRole | null;
    readonly plan?: PlanRef;
    readonly stillAllowed?: StillWanted;
  },
) => Promise<Answer<'wall.take'>>;

export type ScheduleNeeds = {
  readonly hub: Hub;
  readonly clock: Clock;
  readonly log: Log;
  readonly newId: () => string;
  readonly take: TakeToWall;
  readonly notice: (kind: Notice['kind'], detail?: string) => void;
  /** The wall that this core drives. */
  readonly wallId: string;
};

/** The schedule of a wall as it stands. */
export function scheduleOf(hub: Pick<Hub, 'world'>, wallId: string): Schedule {
  return own(hub.world().schedules, wallId) ?? emptySchedule(wallId);
}

export function wallOf(hub: Pick<Hub, 'world'>, wallId: string): Wall | undefined {
  return own(hub.world().walls, wallId);
}
