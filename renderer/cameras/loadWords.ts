import type { CameraBudget } from '../../domain/cameras/calls.ts';
import type { Dictionary } from '../text/vi.ts';

const steps = ['sub', 'fewer', 'keys', 'still'] as const;

/** What tiles gave up, or that none gave up anything; and how busy the machine is. */
export function loadWords(
  { tiles, levels, capacity, used, busy }: CameraBudget,
  words: Dictionary['cameras']['shed'],
): { readonly whole: string; readonly parts: string } {
  const shed = steps.reduce((sum, step) => sum + levels[step], 0);
  const share = capacity === null ? [] : [words.used(Math.round((100 * used) / Math.max(1, capacity)))];
  const machine = [words.busy(Math.round(100 * busy)), ...share].join(', ');
  if (shed === 0) return { whole: words.enough(tiles), parts: machine };
  const each = steps.filter((step) => levels[step] > 0).map((step) => words.levels[step](levels[step]));
  return { whole: words.yielding(shed, tiles), parts: [...each, machine].join(', ') };
}
