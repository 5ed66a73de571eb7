import type { PastCommand, Program, Receipt, Wall } from './model.ts';
import { fateOf, overtakenReceipt } from './receipts.ts';

/** So many commands are looked back on. */
export const MOST_PAST = 20;

function nameOf({ revision, takeId, by, plan, scene }: Program): NonNullable<PastCommand['program']> {
  return { revision, takeId, by, scene: { name: scene.name }, ...(plan && { plan }) };
}

function unseen(receipts: readonly Receipt[]): readonly Receipt[] {
  return receipts.filter(({ state }) => state !== 'shown');
}

/** The command that is on, with what its displays have said by now; null before the first. */
export function newestOf({ command, program, receipts }: Wall): PastCommand | null {
  if (command === null) return null;
  const all = Object.values(receipts);
  return { command, program: program && nameOf(program), displays: all.length, unseen: unseen(all) };
}

/** The same object when the wall's change says nothing new of it. */
function overtaken(past: PastCommand, { command, program, hold, receipts }: Wall): PastCommand {
  if (command === null || past.unseen.length === 0) return past;
  const { id, kind } = past.command;
  const fate = fateOf({ id, isTake: kind === 'take' }, program);
  const since = { command, hold, receipts, fate, at: command.at };
  const ended = past.unseen.map((receipt) => overtakenReceipt(receipt, since));
  if (ended.every((receipt, at) => receipt === past.unseen[at])) return past;
  return { ...past, unseen: unseen(ended) };
}

/** The wall as it stands after `before`: its older commands, and what each of them still waited for that has ended. */
export function withPast(before: Wall, wall: Wall): Wall {
  const last = newestOf(before);
  const older = last !== null && last.command.id !== wall.command?.id ? [last, ...wall.past] : wall.past;
  const past = older.slice(0, MOST_PAST).map((each) => overtaken(each, wall));
  return past.length === wall.past.length && past.every((each, at) => each === wall.past[at])
    ? wall
    : { ...wall, past };
}
