import { create } from 'zustand';
import type { Refusal } from '../../domain/contract/calls.ts';
import type { Wall } from '../../domain/wall/model.ts';
import type { ControlKey } from './controlSight.ts';

/** Why the last command about control was not done, until the next one. */
export const useControlRefusal = create<{ readonly refusal: Refusal | null }>()(() => ({ refusal: null }));

const calls = {
  give: ({ id: wallId }) => window.ioc.call('wall.giveControl', { wallId, to: 'asking' }),
  leave: ({ id: wallId }) => window.ioc.call('wall.giveControl', { wallId, to: 'nobody' }),
  take: ({ id: wallId, control: { epoch } }) => window.ioc.call('wall.takeControl', { wallId, epoch }),
  ask: ({ id: wallId }) => window.ioc.call('wall.askControl', { wallId }),
} satisfies Readonly<Record<ControlKey, (wall: Wall) => Promise<unknown>>>;

/** Does what a key about control says; a refusal stands at the strip. */
export async function pressControl(key: ControlKey, wall: Wall): Promise<void> {
  const answer = await calls[key](wall);
  useControlRefusal.setState({ refusal: answer.ok ? null : answer.reason });
}
