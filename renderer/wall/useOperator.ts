import { useCallback, useEffect } from 'react';
import type { Scene, Wall } from '../../domain/wall/model.ts';
import type { TakeSource } from '../../domain/wall/rules.ts';
import { useText } from '../text/language.ts';
import { hasMovedOn, revisionOf, takeStep } from './takeStep.ts';
import { dropSelection, refuseToTake, selectScene, takeToWall, useTakeState } from './takeStore.ts';

/** What the operator of this console may do with the wall, and how the last command ended. */
export type Operator = {
  /** The previewed scene. */
  readonly scene: Scene | undefined;
  /** Something else went on the wall since it was chosen. */
  readonly movedOn: boolean;
  /** When the take under way was asked for (epoch ms), or null. */
  readonly askedAt: number | null;
  /** Why no command is taken now, as a sentence; null when commands are taken. */
  readonly blocked: string | null;
  /** Why the last command was not done, as a sentence. */
  readonly sentence: string | null;
  readonly select: (sceneId: string) => void;
  readonly selectNumber: (number: number) => void;
  readonly drop: () => void;
  readonly take: () => void;
  readonly takeAnyway: () => void;
  readonly rollBack: () => void;
};

function useSentence(): string | null {
  const text = useText();
  const refusal = useTakeState((state) => state.refusal);
  if (refusal === null) return null;
  return refusal === 'choose-first' ? text.take.chooseFirst : text.refusals[refusal];
}

/** What is chosen warms up on the wall's windows, unseen, so that taking it is a cut. */
function useWarmPreview(wallId: string | undefined, sceneId: string | undefined): void {
  useEffect(() => {
    if (wallId === undefined || sceneId === undefined) return;
    void window.ioc.call('wall.warm', { wallId, source: { from: 'scene', sceneId } });
    return () => void window.ioc.call('wall.warm', { wallId, source: null });
  }, [wallId, sceneId]);
}

/**
 * The operator's commands on one wall. Selecting is always possible; taking waits for a person and a core, and
 * `onBlocked` leads the hand to the remedy.
 */
export function useOperator(wall: Wall | undefined, blocked: string | null, onBlocked: () => void): Operator {
  const { selection, askedAt } = useTakeState();
  const sentence = useSentence();
  const program = wall?.program ?? null;

  useWarmPreview(wall?.id, blocked === null ? selection?.sceneId : undefined);
  const select = useCallback((sceneId: string) => selectScene(sceneId, program), [program]);
  const send = (source: TakeSource, programRevision: number) => {
    if (blocked !== null) return onBlocked();
    if (wall) void takeToWall(wall.id, source, programRevision);
  };

  return {
    scene: selection === null ? undefined : wall?.scenes[selection.sceneId],
    movedOn: askedAt === null && hasMovedOn(selection, program),
    askedAt,
    blocked,
    sentence,
    select,
    selectNumber: (number) => {
      const scene = Object.values(wall?.scenes ?? {})[number - 1];
      if (scene) select(scene.id);
    },
    drop: dropSelection,
    take: () => {
      const next = takeStep(selection, program, Date.now());
      if (next.step === 'choose-first') refuseToTake('choose-first');
      if (next.step === 'ask-again') refuseToTake('program-moved-on');
      if (next.step === 'take') send({ from: 'scene', sceneId: next.sceneId }, next.programRevision);
    },
    takeAnyway: () => {
      if (selection) send({ from: 'scene', sceneId: selection.sceneId }, revisionOf(program));
    },
    rollBack: () => {
      if (wall?.previous === null) refuseToTake('nothing-before');
      else send({ from: 'previous' }, revisionOf(program));
    },
  };
}
