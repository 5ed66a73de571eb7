import { useMemo } from 'react';
import { seenScene } from '../../domain/wall/holdRules.ts';
import { seenFrom } from '../../domain/wall/homecoming.ts';
import type { Canvas, Scene } from '../../domain/wall/model.ts';
import { useWorld } from '../replica/store.ts';

/**
 * What a scene looks like from this window while displays are dark; its own displays are there, for it stands on them.
 * What was covered on a dark display does not come out on another.
 */
export function useRehoming(
  wallId: string | undefined,
  canvas: Canvas | undefined,
  displayIds: readonly string[],
): (scene: Scene) => Scene {
  const covers = useWorld((world) => (wallId === undefined ? undefined : world.walls[wallId]?.hold.covers));
  return useMemo(() => {
    const seen = canvas && seenFrom(canvas, displayIds);
    return (scene) => (seen ? seenScene({ canvas: seen, hold: { covers: covers ?? {} } }, scene) : scene);
  }, [canvas, displayIds, covers]);
}
