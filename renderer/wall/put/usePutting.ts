import { useCallback, useMemo, useRef } from 'react';
import type { Wall } from '../../../domain/wall/model.ts';
import { putSomewhere, type Put } from '../../../domain/wall/putting.ts';
import { useWorld } from '../../replica/store.ts';
import { useText } from '../../text/language.ts';
import { revisionOf } from '../takeStep.ts';
import { takeIsOver, takeToWall, useTakeState } from '../takeStore.ts';
import { carryFrom, sayPut, takeInHand, type Cargo } from './putStore.ts';
import { putRefusal } from './putWords.ts';

/** What the desks do with cameras that shall go to the wall. */
export type Hand = {
  /** Why nothing is put now, as a sentence; null when it is. */
  readonly blocked: string | null;
  /** To be put by keys, or carried from where the pointer went down. */
  readonly take: (cargo: Cargo, start: PointerEvent | null) => void;
  /** Where they disturb least, in one step. */
  readonly putAll: (cameraIds: readonly string[]) => void;
};

export type Putting = {
  readonly hand: Hand;
  /** Puts on air what a place of the wall's picture came to. */
  readonly onAir: (worked: Put, done: string) => void;
};

/** Putting cameras on the wall of this console: an edit of the program like any other, or the word for its hotspots. */
export function usePutting(wall: Wall | undefined, blocked: string | null, onBlocked: () => void): Putting {
  const words = useText();
  const register = useWorld((world) => world.cameras.byId);

  const latest = useRef({ wall, register, words });
  latest.current = { wall, register, words };

  const onAir = useCallback((worked: Put, done: string): void => {
    const { wall, words } = latest.current;
    if (wall === undefined) return;
    void (async () => {
      if (worked.do === 'choose') {
        const { cameraId } = worked;
        const order = { wallId: wall.id, commandId: crypto.randomUUID(), cameraId };
        const answer = await window.ioc.call('wall.chooseCamera', order);
        return answer.ok ? sayPut(done) : sayPut(words.refusals[answer.reason], true);
      }
      await takeIsOver();
      const { patch } = worked;
      if (await takeToWall(wall.id, { from: 'edit', patch }, revisionOf(wall.program))) return sayPut(done);
      const { refusal } = useTakeState.getState();
      if (refusal !== null && refusal !== 'choose-first') sayPut(words.refusals[refusal], true);
    })();
  }, []);

  const hand = useMemo(
    (): Hand => ({
      blocked,
      take(cargo, start) {
        if (start !== null) return blocked === null ? carryFrom(cargo, start) : undefined;
        return blocked === null ? takeInHand(cargo) : onBlocked();
      },
      putAll(cameraIds) {
        if (blocked !== null) return onBlocked();
        const { wall, register, words } = latest.current;
        const scene = wall?.program?.scene;
        if (wall === undefined || scene === undefined || cameraIds.length === 0) return;
        const room = {
          canvas: wall.canvas,
          scene,
          onAir: true,
          register,
          newId: () => crypto.randomUUID(),
        };
        const worked = putSomewhere(room, cameraIds);
        if (worked.ok) onAir(worked.value, words.put.doneAll(cameraIds.length));
        else sayPut(putRefusal(worked.reason, words), true);
      },
    }),
    [blocked, onBlocked, onAir],
  );
  return { hand, onAir };
}
