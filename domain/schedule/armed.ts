import { ARM_ASKS_MS, ARM_GRACE_MS } from './limits.ts';
import type { Arm } from './model.ts';

export type ArmDue = 'wait' | 'fire' | 'ask' | 'missed' | 'count-anew';

/**
 * What an armed take does now. It fires once, also when the core comes back within a minute of its moment; later it is
 * missed, and nobody is surprised. When the program moved on since it was armed, it asks, unless it was armed to be taken
 * all the same; a question that nobody answers makes it missed, too, also when the clock was set back far from its moment.
 * A clock that is set back before the arming makes a waiting time count anew.
 */
export function armDue(arm: Arm, programRevision: number, now: number): ArmDue {
  if (arm.asking) return Math.abs(now - arm.fireAt) > ARM_ASKS_MS ? 'missed' : 'wait';
  if (arm.kind === 'after' && now < arm.armedAt) return 'count-anew';
  if (now < arm.fireAt) return 'wait';
  if (now - arm.fireAt > ARM_GRACE_MS) return 'missed';
  return arm.ifMoved === 'ask' && arm.programRevision !== programRevision ? 'ask' : 'fire';
}

/** The same arm counted from now: as long again as it was armed for. */
export function countedAnew(arm: Arm, now: number): Arm {
  return { ...arm, armedAt: now, fireAt: now + (arm.fireAt - arm.armedAt) };
}
