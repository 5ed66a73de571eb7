import type { Outcome } from '../kernel/outcome.ts';
import type { AuditEntry, AuditQuery } from './model.ts';

export type AuditCalls = {
  /** Newest first, a page at a time. */
  readonly 'audit.search': {
    readonly input: AuditQuery;
    readonly output: Outcome<readonly AuditEntry[], never>;
  };
  /**
   * The newest entries of a search, `AUDIT_EXPORT` at most, to be kept as a file. `entries`: their list as JSON text: one
   * text crosses to a window at once, so many objects would hold it up.
   */
  readonly 'audit.export': {
    readonly input: AuditQuery;
    readonly output: Outcome<{ readonly entries: string }, never>;
  };
};
