import type { Outcome } from '../kernel/outcome.ts';
import type { WebPlace } from './model.ts';

export type WebCalls = {
  /** A wall window says which pages it has and where, all of them every time; the shell puts them there. */
  readonly 'web.place': {
    readonly input: { readonly views: readonly WebPlace[] };
    readonly output: Outcome<null, never>;
  };
};
