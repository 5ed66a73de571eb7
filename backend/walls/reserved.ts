import { z } from 'zod';
import { PersonRoleSchema, type PersonRole } from '../../domain/access/model.ts';
import { ArmSourceSchema } from '../../domain/schedule/model.ts';
import { mayTakeScene } from '../../domain/wall/rules.ts';
import type { WallCommand } from '../../domain/wall/wire.ts';
import type { WallReplica } from './replica.ts';

/** Calls that put a scene or a draft on the wall, now or later. */
const taking: ReadonlySet<string> = new Set(['wall.take', 'schedule.arm']);

const InputSchema = z.object({ source: ArmSourceSchema });
const TakersSchema = z.object({ takenBy: z.array(PersonRoleSchema).optional() });
const DraftSchema = z.object({ scene: TakersSchema });

/** True when a command would put on a scene that its author's role may not take, as far as the wall was heard. */
export function isReserved(
  { part }: Pick<WallReplica, 'part'>,
  { call, input }: Pick<WallCommand, 'call' | 'input'>,
  role: PersonRole,
): boolean {
  const asked = InputSchema.safeParse(input).data?.source;
  if (!taking.has(call) || asked === undefined) return false;
  const scene =
    asked.from === 'scene'
      ? TakersSchema.safeParse(part(`scene/${asked.sceneId}`)).data
      : DraftSchema.safeParse(part(`draft/${asked.draftId}`)).data?.scene;
  return scene !== undefined && !mayTakeScene(scene, role);
}
