import type { Dictionary } from './vi.ts';

function isRefusal(reason: string, refusals: Dictionary['refusals']): reason is keyof Dictionary['refusals'] {
  return Object.hasOwn(refusals, reason);
}

/** How it ended: done, or the sentence of the refusal. */
export function outcomeWords(outcome: string, { audit, refusals }: Dictionary): string {
  if (outcome === 'done') return audit.done;
  return isRefusal(outcome, refusals) ? refusals[outcome] : outcome;
}
