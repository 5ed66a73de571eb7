import type { AuditEntry } from '../../domain/audit/model.ts';
import { csv } from '../../domain/kernel/csv.ts';
import type { Dictionary } from '../text/vi.ts';
import { entryWords } from './words.ts';

/** The log as a table in words, which no spreadsheet runs. */
export function auditTable(entries: readonly AuditEntry[], words: Dictionary): string {
  const rows = entries.map((entry) => {
    const { when, by, role, from, action, subject, outcome, before, after } = entryWords(entry, words);
    return [when, by, role, from, action, subject, outcome, before, after];
  });
  return csv([words.audit.heads, ...rows]);
}
