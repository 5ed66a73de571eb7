import type { Outcome } from '../kernel/outcome.ts';
import type { Span } from './recording.ts';
import type { ReplayAnchor } from './rules.ts';
import type { FilmPart } from './vms.ts';

export type OpenedReplay =
  /** Its pictures come on the tile port that arrives with this ticket; `to`: where a gap begins that a VMS may fill. */
  | { readonly kind: 'ring'; readonly ticket: string; readonly to?: number }
  /** A playlist under the product's own scheme, when its pictures were taken, and where another stretch begins. */
  | {
      readonly kind: 'vms';
      readonly ticket: string;
      readonly url: string;
      readonly parts: readonly FilmPart[];
      readonly to: number;
    };

/** Why a VMS's recording is not played. */
export type RecordingRefusal =
  | 'recording-unreachable'
  | 'recording-malformed'
  | 'recording-leads-astray'
  | 'recording-too-large'
  | 'recording-unauthorised';

export type ReplayCalls = {
  /** What this machine has recorded of a camera, in the order of time, gaps left out; `keepsMs`: how long it keeps it. */
  readonly 'cameras.recorded': {
    readonly input: { readonly cameraId: string };
    readonly output: Outcome<
      {
        readonly spans: readonly Span[];
        readonly keepsMs: number;
        readonly now: number;
        /** The first moment that a VMS keeps; null: there is none. */
        readonly vmsFrom: number | null;
      },
      'camera-unknown'
    >;
  };
  /** Plays a recording for one tile: what this machine recorded, or what a VMS did where this machine has nothing. */
  readonly 'cameras.openReplay': {
    readonly input: { readonly cameraId: string; readonly anchor: ReplayAnchor };
    readonly output: Outcome<OpenedReplay, 'camera-unknown' | RecordingRefusal>;
  };
  readonly 'cameras.closeReplay': {
    readonly input: { readonly ticket: string };
    readonly output: Outcome<null, never>;
  };
};
