import { own } from '../kernel/own.ts';
import { coverOf } from './holdRules.ts';
import type { Command, Receipt, Wall } from './model.ts';

/** Whether a command's outcome lies in front of what is held: `all` of it, in front of a `still` alone, or `behind` both. */
const lies: Readonly<Record<Command['kind'], 'all' | 'still' | 'behind'>> = {
  freeze: 'all',
  cover: 'all',
  return: 'all',
  identify: 'all',
  wipe: 'still',
  take: 'behind',
  relaid: 'behind',
  rehomed: 'behind',
  hear: 'behind',
  theme: 'behind',
  replay: 'behind',
};

/** What a display's word that it painted a command's outcome says: seen, or ready beneath its cover or behind its still. */
export function paintedReceipt(
  { command, hold }: Pick<Wall, 'command' | 'hold'>,
  displayId: string,
  at: number,
): Receipt {
  const where = command === null ? 'all' : lies[command.kind];
  if (where !== 'all' && coverOf(hold, displayId) !== null)
    return { displayId, state: 'beneath', reason: 'covered', at };
  if (where === 'behind' && hold.freeze !== null)
    return { displayId, state: 'beneath', reason: 'frozen', at };
  return { displayId, state: 'shown', at };
}

/** How a wall stands after another command, and whether an older one is still what it shows. */
type Since = Pick<Wall, 'hold' | 'receipts'> & { readonly stillOn: boolean; readonly at: number };

/**
 * An older command's receipt once another one was given: what was still waited for never comes; what lay beneath is shown
 * when its display shows the present again, unless something else took its place there.
 */
export function overtakenReceipt(receipt: Receipt, { hold, receipts, stillOn, at }: Since): Receipt {
  const { displayId, state } = receipt;
  if (state !== 'queued' && state !== 'beneath') return receipt;
  if (state === 'queued' || !stillOn) return { displayId, state: 'failed', reason: 'superseded', at };
  const now = own(receipts, displayId);
  const open = hold.freeze === null && coverOf(hold, displayId) === null;
  return open && now?.state === 'shown' ? now : receipt;
}
