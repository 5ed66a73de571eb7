import type { Outcome } from '../kernel/outcome.ts';
import type { CheckLine } from './check.ts';

/** A check that is over: `total` cameras were meant to be asked, `lines` tells of those that were. */
export type FinishedCheck = {
  readonly checkId: string;
  readonly startedAt: number;
  readonly by: string;
  readonly total: number;
  readonly lines: readonly CheckLine[];
};

/** How a check stands; `lines` are those from the asked place on. */
export type CheckReport = FinishedCheck & { readonly running: boolean; readonly done: number };

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
