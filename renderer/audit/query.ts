import type { AuditWord } from '../../domain/audit/model.ts';
import { fold } from '../../domain/kernel/text.ts';
import type { Dictionary } from '../text/vi.ts';

/** Further words of one search say nothing new. */
const MOST_WORDS = 20;

/** The ids whose names hold a word. */
function called(names: Readonly<Record<string, string>>, word: string): readonly string[] {
  return Object.entries(names)
    .filter(([, name]) => fold(name).includes(word))
    .map(([id]) => id);
}

/**
 * What was typed, word by word, as the log finds it: it knows calls, outcomes and roles by their ids, and whoever types calls
 * them by the names on the screen.
 */
export function wordsTyped(typed: string, { audit, access, refusals }: Dictionary): readonly AuditWord[] {
  const outcomesCalled = (word: string): readonly string[] =>
    fold(audit.refused).includes(word)
      ? Object.keys(refusals)
      : called({ ...refusals, done: audit.done }, word);
  return fold(typed)
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS)
    .map((text) => ({
      text,
      actions: called(audit.acts, text),
      outcomes: outcomesCalled(text),
      roles: called(access.roles, text),
    }));
}
