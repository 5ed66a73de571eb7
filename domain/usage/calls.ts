import type { Outcome } from '../kernel/outcome.ts';
import type { Subject, Use, UseSpan } from './model.ts';

export type UsageCalls = {
  /** What was seen in the last so many days, longest first; and what was seen in the last `UNUSED_DAYS`. */
  readonly 'usage.read': {
    readonly input: { readonly days: UseSpan };
    readonly output: Outcome<
      {
        readonly uses: readonly Use[];
        readonly lately: readonly Subject[];
        /** The first day that was counted (epoch ms of its beginning), or null. */
        readonly countedSince: number | null;
      },
      never
    >;
  };
};
