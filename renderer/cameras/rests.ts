import { STILL_EVERY_MS, type ShedLevel } from '../../domain/cameras/shedding.ts';

/**
 * Lets a player rest between the pictures of level `still`: it is paused until the next one is due, and then plays until one
 * is painted. `pause` is told what a player is to do, perhaps twice.
 */
export function createRests(pause: (paused: boolean) => void) {
  let level: ShedLevel = 'full';
  let hasPainted = false;
  let wake: ReturnType<typeof setTimeout> | undefined;

  function rest(): void {
    clearTimeout(wake);
    pause(true);
    wake = setTimeout(() => pause(false), STILL_EVERY_MS);
  }

  return {
    shed(wanted: ShedLevel): void {
      if (wanted === level) return;
      level = wanted;
      clearTimeout(wake);
      // One that shows nothing yet rests after its first picture.
      if (level === 'still' && hasPainted) rest();
      else pause(false);
    },
    /** A picture was painted. */
    painted(): void {
      hasPainted = true;
      if (level === 'still') rest();
    },
    end: (): void => clearTimeout(wake),
  };
}
