import type { AuditState } from '../../domain/audit/model.ts';
import type { Dictionary } from '../text/vi.ts';

function valueWords(value: AuditState[string], words: Dictionary): string {
  const text = words.audit;
  if (value === null || value === '') return text.none;
  if (typeof value === 'object') return text.tile(words.usage.kinds[value.kind], value.shows, value.place);
  return typeof value === 'boolean' ? text.yesNo(value) : String(value);
}

/** What something was, as words: `Kịch bản: Tổng quan, lần phát: 7`. */
export function stateWords(state: AuditState, words: Dictionary): string {
  return Object.entries(state)
    .map(([field, value]) => `${words.audit.fields[field] ?? field}: ${valueWords(value, words)}`)
    .join(', ');
}
