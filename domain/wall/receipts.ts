import { own } from '../kernel/own.ts';
import { coverOf } from './holdRules.ts';
import type { Command, Receipt, Wall } from './model.ts';

/** A command that changes what the wall shows, and what each of its displays owes for it. */
export type Commanded = {
  readonly wallId: string;
  readonly command: Command;
  readonly receipts: readonly Receipt[];
};

/** Whether a command's outcome lies in front of what is held: `all` of it, in front of a `still` alone, or `behind` both. */
const lies: Readonly<Record<Command['kind'], 'all' | 'still' | 'behind'>> = {
  freeze: 'all',
  cover: 'all',
  return: 'all',
  identify: 'all',
  draw: 'still',
  wipe: 'still',
  take: 'behind',
  relaid: 'behind',
  rehomed: 'behind',
  hear: 'behind',
  theme: 'behind',
  replay: 'behind',
  look: 'behind',
  choose: 'behind',
  retry: 'behind',
};

/** What a display's word that it painted a command's outcome says: seen, or ready beneath its cover or behind its still. */
export function paintedReceipt(
  { command, hold }: Pick<Wall, 'command' | 'hold'>,
  displayId: string,
  at: number,
): Receipt {
  const where = command === null ? 'all' : lies[command.kind];
  return paintedAt(where, hold, { displayId, at });
}

function paintedAt(
  where: (typeof lies)[Command['kind']],
  hold: Wall['hold'],
  { displayId, at }: Pick<Receipt, 'displayId' | 'at'>,
): Receipt {
  if (where !== 'all' && coverOf(hold, displayId) !== null)
    return { displayId, state: 'beneath', reason: 'covered', at };
  if (where === 'behind' && hold.freeze !== null)
    return { displayId, state: 'beneath', reason: 'frozen', at };
  return { displayId, state: 'shown', at };
}

/** How a wall stands after another command, and whether an older one is still what it shows. */
type Since = Pick<Wall, 'hold' | 'receipts'> & {
  readonly command: Pick<Command, 'kind'>;
  readonly stillOn: boolean;
  readonly at: number;
};

/**
 * An older command's receipt once another one was given: what was still waited for never comes, but after a stroke of the
 * pen, which is painted over what is on; what lay beneath is shown when its display shows the present again, unless
 * something else took its place there.
 */
export function overtakenReceipt(receipt: Receipt, { command, hold, receipts, stillOn, at }: Since): Receipt {
  const { displayId, state } = receipt;
  if (state !== 'queued' && state !== 'beneath') return receipt;
  const now = own(receipts, displayId);
  if (state === 'queued' && stillOn && command.kind === 'draw') {
    if (now === undefined || now.state === 'queued') return receipt;
    return now.state === 'failed' ? now : paintedAt('behind', hold, now);
  }
  if (state === 'queued' || !stillOn) return { displayId, state: 'failed', reason: 'superseded', at };
  const open = hold.freeze === null && coverOf(hold, displayId) === null;
  return open && now?.state === 'shown' ? now : receipt;
}
