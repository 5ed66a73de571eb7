import { coverOf } from '../../../domain/wall/holdRules.ts';
import { useReplica, useWorld } from '../../replica/store.ts';
import { useStills } from './stills.ts';

/** The freeze that this window has carried out: all its displays stand still, or lie under a cover. */
export function useFrozenId(wallId: string | undefined): string | null {
  const displayIds = useReplica((state) => state.window?.displayIds);
  const hold = useWorld((world) => (wallId === undefined ? undefined : world.walls[wallId]?.hold));
  const stills = useStills();
  const id = hold?.freeze?.id;
  if (hold === undefined || id === undefined) return null;
  const done = displayIds?.every((displayId) => {
    return stills[displayId]?.freezeId === id || coverOf(hold, displayId) !== null;
  });
  return done === true ? id : null;
}
