import { create } from 'zustand';
import type { Refusal } from '../../domain/contract/calls.ts';
import type { Program } from '../../domain/wall/model.ts';
import type { TakeSource } from '../../domain/wall/rules.ts';
import { afterOwnTake, revisionOf, type Selection } from './takeStep.ts';

type TakeState = {
  readonly selection: Selection | null;
  /** When the take under way was asked for (epoch ms); null when none is. */
  readonly askedAt: number | null;
  /** Why the last command was not done, until the next one. */
  readonly refusal: Refusal | 'choose-first' | null;
};

/** What this console's operator is about to do with the wall; the wall itself is in the World. */
export const useTakeState = create<TakeState>()(() => ({ selection: null, askedAt: null, refusal: null }));

/** Chooses a scene as preview: nothing on the wall changes. */
export function selectScene(sceneId: string, program: Program | null): void {
  const source = { from: 'scene', sceneId } as const;
  useTakeState.setState({ selection: { source, programRevision: revisionOf(program) }, refusal: null });
}

/** The draft under the operator's hands is the preview; `programRevision`: what it was drawn from. */
export function selectDraft(draftId: string, programRevision: number): void {
  useTakeState.setState({
    selection: { source: { from: 'draft', draftId }, programRevision },
    refusal: null,
  });
}

export function dropSelection(): void {
  useTakeState.setState({ selection: null, refusal: null });
}

export function refuseToTake(refusal: TakeState['refusal']): void {
  useTakeState.setState({ refusal });
}

/** Sends the one command of the moment; while it is under way a second one is not sent. True: it is on the wall. */
export async function takeToWall(
  wallId: string,
  source: TakeSource,
  programRevision: number,
): Promise<boolean> {
  if (useTakeState.getState().askedAt !== null) return false;
  useTakeState.setState({ askedAt: Date.now(), refusal: null });
  const command = { commandId: crypto.randomUUID(), wallId, source, programRevision };
  const answer = await window.ioc.call('wall.take', command);
  useTakeState.setState(({ selection }) => ({
    askedAt: null,
    refusal: answer.ok ? null : answer.reason,
    selection: answer.ok ? afterOwnTake(selection, source, programRevision) : selection,
  }));
  return answer.ok;
}

/** Comes once no command of this console is under way. */
export function takeIsOver(): Promise<void> {
  return new Promise((settle) => {
    if (useTakeState.getState().askedAt === null) return settle();
    const stop = useTakeState.subscribe(({ askedAt }) => {
      if (askedAt !== null) return;
      stop();
      settle();
    });
  });
}
