import { vietnamClockSeconds } from '../../domain/kernel/time.ts';
import type { Receipt } from '../../domain/wall/model.ts';
import type { Dictionary } from '../text/vi.ts';

/** What became of the current take on one display, as a sentence. */
export function receiptWords(
  receipt: Receipt | undefined,
  words: Dictionary['wallBoard']['receipt'],
): string {
  if (receipt === undefined) return words.none;
  if (receipt.state === 'queued') return words.queued;
  if (receipt.state === 'shown') return words.shown(vietnamClockSeconds(receipt.at));
  return words.failed(words[receipt.reason ?? 'unknown']);
}

/** How many displays a take has reached. */
export function countReceipts(receipts: readonly Receipt[]): Readonly<Record<Receipt['state'], number>> {
  const count = (state: Receipt['state']) => receipts.filter((receipt) => receipt.state === state).length;
  return { queued: count('queued'), shown: count('shown'), failed: count('failed') };
}
