import type { Outcome } from '../kernel/outcome.ts';
import type { CheckLine } from './check.ts';

/** How a check stands; `lines` are those from the asked place on. */
export type CheckReport = {
  readonly checkId: string;
  readonly startedAt: number;
  readonly by: string;
  readonly running: boolean;
  readonly total: number;
  readonly done: number;
  readonly lines: readonly CheckLine[];
};

export type CheckCalls = {
  /** Connects to every camera, a few at a time. */
  readonly 'cameras.startCheck': {
    readonly input: Readonly<Record<string, never>>;
    readonly output: Outcome<{ readonly checkId: string }, 'check-running'>;
  };
  /** The last check, or null; its lines from this number on, 1,000 at most. */
  readonly 'cameras.readCheck': {
    readonly input: { readonly from: number };
    readonly output: Outcome<CheckReport | null, never>;
  };
  /** What was found stays; the others are not asked. */
  readonly 'cameras.stopCheck': {
    readonly input: Readonly<Record<string, never>>;
    readonly output: Outcome<null, never>;
  };
};
