import type { Program } from '../../domain/wall/model.ts';
import type { Dictionary } from '../text/vi.ts';

/** Whose a take or another command is, in words. The core bears the name `system` when no person gave it. */
export function authorOf(
  { by, plan }: Pick<Program, 'by' | 'plan'>,
  { take: words, schedule }: Dictionary,
): string {
  if (plan) return schedule.plans[plan.kind](by);
  return by === 'system' ? words.system : by;
}
