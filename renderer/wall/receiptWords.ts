import { sameVietnamDay, vietnamClockSeconds, vietnamDate } from '../../domain/kernel/time.ts';
import type { PastCommand, Receipt, Scene } from '../../domain/wall/model.ts';
import type { Dictionary } from '../text/vi.ts';
import { authorOf } from './authorOf.ts';

/** A caption has no room for both. */
function clockOrDay(at: number, now: number): string {
  return sameVietnamDay(at, now) ? vietnamClockSeconds(at) : vietnamDate(at);
}

/** What became of the current take on one display, as a sentence. */
export function receiptWords(
  receipt: Receipt | undefined,
  now: number,
  words: Dictionary['wallBoard']['receipt'],
): string {
  if (receipt === undefined) return words.none;
  if (receipt.state === 'queued') return words.queued;
  if (receipt.state === 'shown') return words.shown(clockOrDay(receipt.at, now));
  if (receipt.state === 'beneath') return words.beneath(words[receipt.reason ?? 'covered']);
  return words.failed(words[receipt.reason ?? 'unknown']);
}

/** Which command the receipts are for, and whose; null of a take of nothing. */
export function commandWords(
  { command, program }: Pick<PastCommand, 'command' | 'program'>,
  words: Dictionary,
  name: (of: Scene['name']) => string,
): string | null {
  const text = words.receipts;
  if (command.kind !== 'take' && command.kind !== 'relaid')
    return text.by(text.commands[command.kind], authorOf(command, words));
  if (program === null) return null;
  const take = text.by(text.take(program.revision, name(program.scene.name)), authorOf(program, words));
  return command.kind === 'relaid' ? text.relaid(take) : take;
}
