import type { AuditEntry, AuditState } from '../../domain/audit/model.ts';
import { own } from '../../domain/kernel/own.ts';
import { vietnamStamp } from '../../domain/kernel/time.ts';
import { actWords, outcomeWords } from '../text/outcomeWords.ts';
import type { Dictionary } from '../text/vi.ts';

/** What a field's own words of the log are called. */
function namesIn(field: string, { access, audit, desk }: Dictionary): Readonly<Record<string, string>> {
  if (field === 'role' || field === 'takenBy') return access.roles;
  return field === 'state' ? desk.states : (own(audit.values, field) ?? {});
}

function valueWords(field: string, value: AuditState[string], words: Dictionary): string {
  const text = words.audit;
  if (value === null || value === '') return text.none;
  if (typeof value === 'object') return text.tile(words.usage.kinds[value.kind], value.shows, value.place);
  if (typeof value === 'boolean') return text.yesNo(value);
  const names = namesIn(field, words);
  return String(value)
    .split(', ')
    .map((one) => own(names, one) ?? one)
    .join(', ');
}

/** What something was, as words: `Kịch bản: Tổng quan, lần phát: 7`. */
export function stateWords(state: AuditState, words: Dictionary): string {
  return Object.entries(state)
    .map(([field, value]) => `${own(words.audit.fields, field) ?? field}: ${valueWords(field, value, words)}`)
    .join(', ');
}

function placeWords(from: string, { audit }: Dictionary): string {
  return own(audit.places, from) ?? (from.includes('/') ? audit.afar(from) : from);
}

/** An entry as a person reads it, on the screen and in a table; what this product has no name for stays as it was written. */
export function entryWords(entry: AuditEntry, words: Dictionary) {
  const { at, by, role, from, action, subject, outcome, before, after } = entry;
  return {
    when: vietnamStamp(at),
    by: by === 'system' ? words.take.system : by,
    role: role === null ? words.audit.byPlan : words.access.roles[role],
    from: placeWords(from, words),
    action: actWords(action, words),
    subject,
    outcome: outcomeWords(outcome, words),
    before: stateWords(before, words),
    after: stateWords(after, words),
  };
}
