import type { AuditState } from '../../domain/audit/model.ts';
import type { Dictionary } from '../text/vi.ts';

function valueWords(value: AuditState[string], text: Dictionary['audit']): string {
  if (value === null || value === '') return text.none;
  return typeof value === 'boolean' ? text.yesNo(value) : String(value);
}

/** What something was, as words: `Kịch bản: Tổng quan, lần phát: 7`. */
export function stateWords(state: AuditState, text: Dictionary['audit']): string {
  return Object.entries(state)
    .map(([field, value]) => `${text.fields[field] ?? field}: ${valueWords(value, text)}`)
    .join(', ');
}
