import { useMemo } from 'react';
import type { TileReplay } from '../../../domain/wall/replaying.ts';
import { replayOf } from '../../../domain/wall/replays.ts';
import { useReplica, useWorld } from '../../replica/store.ts';

/** The replay that a camera of a tile shows on this window's wall; undefined: it is live. */
export function useReplay(tileId: string, cameraId: string): TileReplay | undefined {
  const wallId = useReplica((state) => state.window?.wallId);
  return useWorld((world) => {
    const hold = wallId === undefined ? undefined : world.walls[wallId]?.hold;
    return hold && replayOf(hold, tileId, cameraId);
  });
}

/** The cameras of a tile that somebody looks back at. */
export function useReplayed(tileId: string): readonly string[] {
  const wallId = useReplica((state) => state.window?.wallId);
  const replays = useWorld((world) => (wallId === undefined ? undefined : world.walls[wallId]?.hold.replays));
  return useMemo(
    () => (replays ?? []).flatMap((replay) => (replay.tileId === tileId ? [replay.cameraId] : [])),
    [replays, tileId],
  );
}
