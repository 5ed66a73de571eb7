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
