import { useCallback, useEffect } from 'react';
import type { Scene, Tile, Wall } from '../../domain/wall/model.ts';
import type { TakeSource } from '../../domain/wall/rules.ts';
import { useText } from '../text/language.ts';
import { stopLive } from './editor/editorStore.ts';
import { sceneKeys } from './sceneKeys.ts';
import { hasMovedOn, leavesDraft, revisionOf, takeStep, type Previewed, type Selection } from './takeStep.ts';
import { dropSelection, refuseToTake, selectScene, takeToWall, useTakeState } from './takeStore.ts';

/** What the operator of this console may do with the wall, and how the last command ended. */
export type Operator = {
  /** The previewed scene, or the scene of the previewed draft. */
  readonly scene: Scene | undefined;
  readonly selection: Selection | null;
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
  /** Puts one tile of the program anew, on air. */
  readonly putTile: (tile: Tile) => void;
};

function useSentence(): string | null {
  const text = useText();
  const refusal = useTakeState((state) => state.refusal);
  if (refusal === null) return null;
  return refusal === 'choose-first' ? text.take.chooseFirst : text.refusals[refusal];
}

/** What the next take would show. */
function previewOf(wall: Wall, selection: Selection | null): Scene | undefined {
  if (selection === null) return undefined;
  const { source } = selection;
  return source.from === 'scene' ? wall.scenes[source.sceneId] : wall.drafts[source.draftId]?.scene;
}

/** A draft under the hand is warmed up once it rests so long, ms. */
const REST_MS = 500;

/** What is chosen warms up on the wall's windows, unseen, so that taking it is a cut. */
function useWarmPreview(
  wallId: string | undefined,
  source: Previewed | undefined,
  scene: Scene | undefined,
): void {
  useEffect(() => {
    if (wallId === undefined || source === undefined || scene === undefined) return;
    const rest = setTimeout(
      () => void window.ioc.call('wall.warm', { wallId, source }),
      source.from === 'draft' ? REST_MS : 0,
    );
    return () => clearTimeout(rest);
  }, [wallId, source, scene]);
  useEffect(() => {
    if (wallId === undefined || source === undefined) return;
    return () => void window.ioc.call('wall.warm', { wallId, source: null });
  }, [wallId, source]);
}

/**
 * The operator's commands on one wall. Selecting is always possible; taking waits for a person and a core, and
 * `onBlocked` leads the hand to the remedy.
 */
export function useOperator(wall: Wall | undefined, blocked: string | null, onBlocked: () => void): Operator {
  const { selection, askedAt } = useTakeState();
  const sentence = useSentence();
  const { liveStopped } = useText().editor;
  const program = wall?.program ?? null;

  const scene = wall && previewOf(wall, selection);
  useWarmPreview(wall?.id, blocked === null ? selection?.source : undefined, scene);
  const select = useCallback((sceneId: string) => selectScene(sceneId, program), [program]);
  const send = async (wallId: string, source: TakeSource, programRevision: number): Promise<void> => {
    const isOn = await takeToWall(wallId, source, programRevision);
    if (isOn && leavesDraft(source)) stopLive(liveStopped);
  };
  const command = (source: TakeSource, programRevision: number) => {
    if (blocked !== null) return onBlocked();
    if (wall) void send(wall.id, source, programRevision);
  };

  return {
    scene,
    selection,
    movedOn: askedAt === null && hasMovedOn(selection, program),
    askedAt,
    blocked,
    sentence,
    select,
    selectNumber: (number) => {
      const sceneId = sceneKeys(wall?.scenes ?? {}).get(number);
      if (sceneId !== undefined) select(sceneId);
    },
    drop: dropSelection,
    take: () => {
      const next = takeStep(selection, program, Date.now());
      if (next.step === 'choose-first') refuseToTake('choose-first');
      if (next.step === 'ask-again') refuseToTake('program-moved-on');
      if (next.step === 'take') command(next.source, next.programRevision);
    },
    takeAnyway: () => {
      if (selection) command(selection.source, revisionOf(program));
    },
    rollBack: () => {
      if (wall?.previous === null) refuseToTake('nothing-before');
      else command({ from: 'previous' }, revisionOf(program));
    },
    putTile: (tile) => command({ from: 'edit', patch: { [tile.id]: tile } }, revisionOf(program)),
  };
}
