import { same } from '../../domain/kernel/same.ts';
import type { Program } from '../../domain/wall/model.ts';
import type { TakeSource } from '../../domain/wall/rules.ts';

/** What a preview can be: a scene, or a draft under somebody's hands. */
export type Previewed = Extract<TakeSource, { readonly from: 'scene' | 'draft' }>;

/** What is chosen for the next take, and the program revision that the operator saw when choosing. */
export type Selection = { readonly source: Previewed; readonly programRevision: number };

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
  // A draft stays under the hands that took it; a scene is done with.
  if (source.from === 'scene' && same(selection.source, source)) return null;
  const knew = selection.programRevision >= programRevision;
  return knew
    ? { ...selection, programRevision: Math.max(selection.programRevision, programRevision + 1) }
    : selection;
}

/** True when a take of `source` puts on something else than the draft under the hands: no edit of it fits the wall any more. */
export function leavesDraft({ from }: TakeSource): boolean {
  return from === 'previous' || from === 'scene';
}

export type TakeStep =
  | { readonly step: 'choose-first' }
  /** Show what is on now and wait for a second word. */
  | { readonly step: 'ask-again' }
  | { readonly step: 'take'; readonly source: Previewed; readonly programRevision: number };

/**
 * What the take key does now. If the program moved on, the console asks again first: a key that was on its way while the
 * wall changed takes nothing; a later one says yes to what the operator has seen.
 */
export function takeStep(selection: Selection | null, program: Program | null, now: number): TakeStep {
  if (selection === null) return { step: 'choose-first' };
  const surprised = hasMovedOn(selection, program) && now - (program?.showAt ?? 0) < SURPRISE_MS;
  if (surprised) return { step: 'ask-again' };
  return { step: 'take', source: selection.source, programRevision: revisionOf(program) };
}
