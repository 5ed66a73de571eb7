import { useMemo } from 'react';
import { heardAt } from '../../../domain/wall/holdRules.ts';
import { useWorld } from '../../replica/store.ts';

type Heard = NonNullable<ReturnType<typeof heardAt>>;

/** The one tile of the wall that is heard, and on which display; the same object as long as it is the same tile. */
export function useHeard(wallId: string): Heard | null {
  const text = useWorld((world) => {
    const wall = world.walls[wallId];
    const heard = wall === undefined ? null : heardAt(wall);
    return heard === null ? null : `${heard.displayId}\n${heard.tileId}`;
  });
  return useMemo(() => {
    const [displayId, tileId] = text?.split('\n') ?? [];
    return displayId === undefined || tileId === undefined ? null : { displayId, tileId };
  }, [text]);
}
