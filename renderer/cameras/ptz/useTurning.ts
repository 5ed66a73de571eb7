import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answer } from '../../../domain/contract/calls.ts';
import { isStanding, RENEW_MS, STANDING, type Velocity } from '../../../domain/cameras/ptz.ts';

export type TurnAnswer = Answer<'cameras.turn'>;
/** Whatever is asked of a camera that turns, and of its rounds. */
export type PtzAnswer =
  | TurnAnswer
  | Answer<'cameras.startPatrol' | 'cameras.stopPatrol' | 'cameras.deletePatrol' | 'cameras.keepPatrol'>;

/**
 * A hand on one camera: says the velocity at once and again every `RENEW_MS` while it lasts. A window that loses the focus,
 * the camera or its life lets go; the core stops the camera also when nobody could say so.
 */
export function useTurning(cameraId: string, onAnswer: (answer: TurnAnswer) => void) {
  const velocity = useRef<Velocity>(STANDING);
  const [turning, setTurning] = useState(false);
  const heard = useRef(onAnswer);
  useEffect(() => {
    heard.current = onAnswer;
  });

  const say = useCallback(() => {
    void window.ioc.call('cameras.turn', { cameraId, ...velocity.current }).then((answer) => {
      heard.current(answer);
    });
  }, [cameraId]);

  const turn = useCallback(
    (next: Velocity): void => {
      if (isStanding(next) && isStanding(velocity.current)) return;
      velocity.current = next;
      setTurning(!isStanding(next));
      say();
    },
    [say],
  );

  useEffect(() => {
    if (!turning) return undefined;
    const timer = setInterval(say, RENEW_MS);
    const letGo = (): void => turn(STANDING);
    window.addEventListener('blur', letGo);
    return () => {
      clearInterval(timer);
      window.removeEventListener('blur', letGo);
    };
  }, [turning, say, turn]);
  useEffect(() => () => turn(STANDING), [turn]);
  return { turn, turning };
}
