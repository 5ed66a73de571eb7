import { useMemo } from 'react';
import { sceneDiff, type SceneDiff } from '../../../domain/wall/diff.ts';
import type { Stage } from './stage.ts';

/** What the program shows and the draft does not, or elsewhere; null while nobody wants to see it. */
export function useDiff({ wall, scene }: Stage, wanted: boolean): SceneDiff | null {
  const on = wall.program?.scene;
  return useMemo(() => (wanted ? sceneDiff(on, scene) : null), [wanted, on, scene]);
}
