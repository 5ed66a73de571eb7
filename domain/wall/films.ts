import { own } from '../kernel/own.ts';
import type { Program } from './model.ts';

/** When each film of a scene that is shown at `showAt` began: then, or earlier when its tile had the same one before. */
export function filmsOf(
  before: Program | null,
  { scene, showAt }: Pick<Program, 'scene' | 'showAt'>,
): Pick<Program, 'films'> {
  const films = Object.values(scene.tiles).flatMap(({ id, panel }) => {
    if (panel.kind !== 'video') return [];
    const was = before === null ? undefined : own(before.scene.tiles, id)?.panel;
    const same = was?.kind === 'video' && was.documentId === panel.documentId;
    return [[id, (same ? own(before?.films ?? {}, id) : undefined) ?? showAt] as const];
  });
  return films.length === 0 ? {} : { films: Object.fromEntries(films) };
}
