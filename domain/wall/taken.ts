import { own } from '../kernel/own.ts';
import { patched } from './edit.ts';
import type { Program, Scene, Wall } from './model.ts';
import type { TakeSource } from './rules.ts';

/**
 * A program as a take writes it down: a scene that stands in the wall at that moment is named, not copied, so that a tour
 * of many days stays small in the journal. A journal of before has the scene itself.
 */
export type Taken = Omit<Program, 'scene'> & { readonly scene: Scene | TakeSource };

type Standing = Pick<Wall, 'scenes' | 'drafts' | 'program' | 'previous'>;

function standing({ scenes, drafts, program, previous }: Standing, source: TakeSource): Scene | undefined {
  switch (source.from) {
    case 'scene':
      return own(scenes, source.sceneId);
    case 'draft':
      return own(drafts, source.draftId)?.scene;
    case 'edit':
      return program === null ? undefined : patched(program.scene, source.patch);
    case 'previous':
      return previous?.scene;
  }
}

/** An edit that is shown at `at` (epoch ms): a countdown that it starts runs from then, by the wall's clock and not the console's. */
export function shownAt(at: number, source: TakeSource, program: Program | null): TakeSource {
  if (source.from !== 'edit') return source;
  const shown = Object.entries(source.patch).map(([id, tile]) => {
    const before = program === null ? undefined : own(program.scene.tiles, id)?.panel;
    if (tile?.panel.kind !== 'countdown' || tile.panel.startedAt === undefined) return [id, tile];
    if (before?.kind !== 'countdown' || before.startedAt !== undefined) return [id, tile];
    return [id, { ...tile, panel: { ...tile.panel, startedAt: at } }];
  });
  return { ...source, patch: Object.fromEntries(shown) };
}

/** Names the scene by where it stands; one that has changed there since it was chosen is written down whole. */
export function taken(wall: Standing, program: Program, source: TakeSource): Taken {
  const named = source.from === 'edit' || standing(wall, source) === program.scene;
  return named ? { ...program, scene: source } : program;
}

/** The program that a take put on; undefined when what it names is not there, as in a journal that was damaged before it. */
export function programOf(wall: Standing, { scene, ...rest }: Taken): Program | undefined {
  const found = 'from' in scene ? standing(wall, scene) : scene;
  return found && { ...rest, scene: found };
}
