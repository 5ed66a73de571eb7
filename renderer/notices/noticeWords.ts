import type { Notice } from '../../domain/contract/port.ts';
import { actWords, outcomeWords } from '../text/outcomeWords.ts';
import type { Dictionary } from '../text/vi.ts';

function detailWords(kind: Notice['kind'], detail: string, words: Dictionary): string {
  const text = words.notices;
  if (kind === 'window-restarted') return text.displays(detail);
  if (kind !== 'answered-late') return detail;
  const [call = '', outcome = ''] = detail.split(' ');
  return text.ended(actWords(call, words), outcomeWords(outcome, words));
}

/** A notice as a sentence, with what it is about. */
export function noticeWords(
  { kind, detail }: { readonly kind: Notice['kind']; readonly detail: string | undefined },
  words: Dictionary,
): string {
  const sentence = words.notices.kinds[kind];
  return detail === undefined ? sentence : words.notices.detail(sentence, detailWords(kind, detail, words));
}
