import type { Command, Program, Wall } from './model.ts';
import { overtakenReceipt } from './receipts.ts';

/** A command, the program as it was by then, and what became of it on every display. */
export type PastCommand = {
  readonly command: Command;
  readonly program: Program | null;
  readonly receipts: Wall['receipts'];
};

type Standing = Pick<Wall, 'command' | 'program' | 'receipts' | 'hold'>;

/** So many commands are looked back on. */
export const MOST_PAST = 20;

function overtaken(past: PastCommand, command: Command, { program, hold, receipts }: Standing): PastCommand {
  const stillOn = past.command.kind !== 'take' || program?.takeId === past.command.id;
  const since = { command, hold, receipts, stillOn, at: command.at };
  const ended = Object.entries(past.receipts).map(([id, receipt]) => [id, overtakenReceipt(receipt, since)]);
  return { ...past, receipts: Object.fromEntries(ended) };
}

/** The last commands of a wall, newest first, now that it stands so: what an older one still waited for has ended. */
export function withCommand(past: readonly PastCommand[], wall: Standing): readonly PastCommand[] {
  const { command, program, receipts } = wall;
  if (command === null) return past;
  const older = past.filter((each) => each.command.id !== command.id);
  return [{ command, program, receipts }, ...older.map((each) => overtaken(each, command, wall))].slice(
    0,
    MOST_PAST,
  );
}
