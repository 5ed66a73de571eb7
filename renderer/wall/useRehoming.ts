import { useMemo } from 'react';
import { seenFrom } from '../../domain/wall/homecoming.ts';
import type { Canvas, Scene } from '../../domain/wall/model.ts';
import { rehomed } from '../../domain/wall/rehome.ts';

/** What a scene looks like from this window while displays are dark; its own displays are there, for it stands on them. */
export function useRehoming(
  canvas: Canvas | undefined,
  displayIds: readonly string[],
): (scene: Scene) => Scene {
  return useMemo(() => {
    const seen = canvas && seenFrom(canvas, displayIds);
    return (scene) => (seen ? rehomed(seen, scene) : scene);
  }, [canvas, displayIds]);
}
