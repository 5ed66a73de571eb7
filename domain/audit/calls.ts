import type { Outcome } from '../kernel/outcome.ts';
import type { AuditEntry, AuditQuery } from './model.ts';

export type AuditCalls = {
  /** Newest first, a page at a time. */
  readonly 'audit.search': {
    readonly input: AuditQuery;
    readonly output: Outcome<readonly AuditEntry[], never>;
  };
  /** The entries of a search as CSV, for `AUDIT_EXPORT` entries at most; heads in the asker's language. */
  readonly 'audit.export': {
    readonly input: AuditQuery & { readonly heads: readonly string[] };
    readonly output: Outcome<{ readonly csv: string; readonly entries: number }, never>;
  };
};
