import { own } from '../kernel/own.ts';
import { coverOf } from './holdRules.ts';
import type { Command, Program, Receipt, Wall } from './model.ts';

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

/** What became of an older command: it put on the program that is on, another program took its place, or it put on none. */
type Fate = 'on' | 'gone' | 'beside';

/** `isTake`: it put a program on under its own id. */
export function fateOf(
  { id, isTake }: { readonly id: string; readonly isTake: boolean },
  program: Pick<Program, 'takeId'> | null,
): Fate {
  if (!isTake) return 'beside';
  return program?.takeId === id ? 'on' : 'gone';
}

/** How a wall stands after another command, and what became of an older one. */
type Since = Pick<Wall, 'hold' | 'receipts'> & {
  readonly command: Pick<Command, 'kind'>;
  readonly fate: Fate;
  readonly at: number;
};

/**
 * An older command's receipt once another one was given: what was still waited for never comes, but a program that is on is
 * seen with whatever is painted after it, and everything with a stroke of the pen, which is painted over what is on; what
 * lay beneath is shown when its display shows the present again, unless something else took its place there.
 */
export function overtakenReceipt(receipt: Receipt, { command, hold, receipts, fate, at }: Since): Receipt {
  const { displayId, state } = receipt;
  if (state !== 'queued' && state !== 'beneath') return receipt;
  const now = own(receipts, displayId);
  if (state === 'queued' && (fate === 'on' || (fate === 'beside' && command.kind === 'draw'))) {
    if (now === undefined || now.state === 'queued') return receipt;
    return now.state === 'failed' ? now : paintedAt('behind', hold, now);
  }
  if (state === 'queued' || fate === 'gone') return { displayId, state: 'failed', reason: 'superseded', at };
  const open = hold.freeze === null && coverOf(hold, displayId) === null;
  return open && now?.state === 'shown' ? now : receipt;
}
