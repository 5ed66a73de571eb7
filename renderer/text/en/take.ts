import type { Dictionary } from '../vi.ts';

export const take: Dictionary['take'] = {
  label: 'Take to the wall',
  program: 'Program',
  system: 'The system',
  nothingOn: 'The wall shows no scene yet',
  by: (person, moment) => `taken by ${person} ${moment}`,
  preview: 'Preview',
  choose: 'Choose a scene with keys 1–9; the wall stays as it is until you take.',
  nowhere: (count: number) => `${count} tile(s) lie outside the displays there are and will not show.`,
  noChange: 'Exactly what is on',
  take: 'Take',
  taking: (seconds) => `Taking… ${seconds} s`,
  rollBack: 'Roll back',
  rollBackTo: (scene) => `to “${scene}”`,
  nothingBefore: 'nothing to roll back to',
  movedOn: (scene, person, clock) => `While you were choosing, ${person} took “${scene}” at ${clock}.`,
  askAgain: (scene) => `Take “${scene}” instead all the same?`,
  takeAnyway: 'Take it anyway',
  keep: 'Keep the program',
  chooseFirst: 'No scene is chosen.',
};
