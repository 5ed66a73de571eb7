import { useMemo } from 'react';
import { emptyLooks, type Looks, type TileLook } from '../../domain/wall/looking.ts';
import { lookOf } from '../../domain/wall/lookRules.ts';
import type { Tile } from '../../domain/wall/model.ts';
import { useReplica, useWorld } from '../replica/store.ts';

/** How the camera tiles of this window's wall are turned. */
function useLooks(): Looks {
  const wallId = useReplica((state) => state.window?.wallId);
  return useWorld((world) => (wallId === undefined ? undefined : world.walls[wallId]?.looks)) ?? emptyLooks;
}

/** How one tile is turned. */
export function useLook(tile: Tile): TileLook {
  const looks = useLooks();
  return useMemo(() => lookOf(looks, tile), [looks, tile]);
}

/** Cameras with something going on, the most pressing first. */
export function useActive(): readonly string[] {
  return useLooks().active;
}
