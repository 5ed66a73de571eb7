import type { Program, Scene } from '../../domain/wall/model.ts';
import type { TakeSource } from '../../domain/wall/rules.ts';
import { tileIdentity } from './tilePlacement.ts';

/** A scene chosen for the next take, and the program revision that the operator saw when choosing. */
export type Selection = { readonly sceneId: string; readonly programRevision: number };

/** A key pressed within this time of a change was meant for what was on before, ms. */
export const SURPRISE_MS = 1_000;

export function revisionOf(program: Program | null): number {
  return program?.revision ?? 0;
}

/** True when something else went on the wall since the operator chose. */
export function hasMovedOn(selection: Selection | null, program: Program | null): boolean {
  return selection !== null && selection.programRevision < revisionOf(program);
}

/** What stays chosen after this console's own take of `source` from `programRevision`: its author knows of it. */
export function afterOwnTake(
  selection: Selection | null,
  source: TakeSource,
  programRevision: number,
): Selection | null {
  if (selection === null) return null;
  if (source.from === 'scene' && selection.sceneId === source.sceneId) return null;
  const knew = selection.programRevision >= programRevision;
  return knew
    ? { ...selection, programRevision: Math.max(selection.programRevision, programRevision + 1) }
    : selection;
}

export type TakeStep =
  | { readonly step: 'choose-first' }
  /** Show what is on now and wait for a second word. */
  | { readonly step: 'ask-again' }
  | { readonly step: 'take'; readonly sceneId: string; readonly programRevision: number };

/**
 * What the take key does now. If the program moved on, the console asks again first: a key that was on its way while the
 * wall changed takes nothing; a later one says yes to what the operator has seen.
 */
export function takeStep(selection: Selection | null, program: Program | null, now: number): TakeStep {
  if (selection === null) return { step: 'choose-first' };
  const surprised = hasMovedOn(selection, program) && now - (program?.showAt ?? 0) < SURPRISE_MS;
  if (surprised) return { step: 'ask-again' };
  return { step: 'take', sceneId: selection.sceneId, programRevision: revisionOf(program) };
}

/** Ids of the tiles of `next` that the program does not show in the same place. */
export function changedTiles(on: Scene | undefined, next: Scene): ReadonlySet<string> {
  const known = new Set(Object.values(on?.tiles ?? {}).map(tileIdentity));
  const changed = Object.values(next.tiles).filter((tile) => !known.has(tileIdentity(tile)));
  return new Set(changed.map(({ id }) => id));
}
