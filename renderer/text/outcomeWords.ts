import { own } from '../../domain/kernel/own.ts';
import type { Dictionary } from './vi.ts';

function isRefusal(reason: string, refusals: Dictionary['refusals']): reason is keyof Dictionary['refusals'] {
  return Object.hasOwn(refusals, reason);
}

/** How it ended: done, or the sentence of the refusal. */
export function outcomeWords(outcome: string, { audit, refusals }: Dictionary): string {
  if (outcome === 'done') return audit.done;
  return isRefusal(outcome, refusals) ? refusals[outcome] : outcome;
}

/** What a call is called, or what the machine does by itself; a name that this product does not know stays as it came. */
export function actWords(act: string, { audit }: Dictionary): string {
  return own(audit.acts, act) ?? act;
}
