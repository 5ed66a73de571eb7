import type { Outcome } from '../kernel/outcome.ts';
import type { Span } from './recording.ts';
import type { ReplayAnchor } from './rules.ts';

export type ReplayCalls = {
  /** What this machine has recorded of a camera, in the order of time, gaps left out; `keepsMs`: how long it keeps it. */
  readonly 'cameras.recorded': {
    readonly input: { readonly cameraId: string };
    readonly output: Outcome<
      { readonly spans: readonly Span[]; readonly keepsMs: number; readonly now: number },
      'camera-unknown'
    >;
  };
  /** Plays a recording for one tile: its pictures come on the tile port that arrives with this ticket. */
  readonly 'cameras.openReplay': {
    readonly input: { readonly cameraId: string; readonly anchor: ReplayAnchor };
    readonly output: Outcome<{ readonly ticket: string }, 'camera-unknown'>;
  };
  readonly 'cameras.closeReplay': {
    readonly input: { readonly ticket: string };
    readonly output: Outcome<null, never>;
  };
};
