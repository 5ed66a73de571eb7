import type { Outcome } from '../kernel/outcome.ts';
import type { PatrolStop, Preset, PtzHold, Velocity } from './ptz.ts';

/** `camera-held`: somebody of the same or a higher rank turns it; `camera-silent`: it does not answer, or says no. */
export type PtzRefusal =
  'camera-unknown' | 'not-turnable' | 'camera-silent' | 'camera-denies' | 'camera-held';

/** What is refused because somebody else turns the camera says who. */
export type HeldByOther = { readonly ok: false; readonly reason: 'camera-held'; readonly holder: PtzHold };
export type PtzOutcome<Value> = Outcome<Value, Exclude<PtzRefusal, 'camera-held'>> | HeldByOther;

type OfCamera = { readonly cameraId: string };

export type PtzCalls = {
  /** The camera turns at this velocity until told otherwise, and no longer than `DEAD_MAN_MS` after the last word. */
  readonly 'cameras.turn': { readonly input: OfCamera & Velocity; readonly output: PtzOutcome<null> };
  /** Straight to a position: pan and tilt from -1 to 1, zoom from 0 to 1. */
  readonly 'cameras.moveTo': { readonly input: OfCamera & Velocity; readonly output: PtzOutcome<null> };
  readonly 'cameras.presets': {
    readonly input: OfCamera;
    readonly output: PtzOutcome<readonly Preset[]>;
  };
  readonly 'cameras.goToPreset': {
    readonly input: OfCamera & { readonly token: string };
    readonly output: PtzOutcome<null>;
  };
  /** The camera keeps where it looks now under a name. */
  readonly 'cameras.setPreset': {
    readonly input: OfCamera & { readonly name: string };
    readonly output: PtzOutcome<null>;
  };
  /** A new patrol without an id, or a changed one. */
  readonly 'cameras.keepPatrol': {
    readonly input: OfCamera & {
      readonly patrolId?: string | undefined;
      readonly name: string;
      readonly stops: readonly PatrolStop[];
    };
    readonly output:
      | Outcome<{ readonly patrolId: string }, 'camera-unknown' | 'not-turnable' | 'too-many-patrols'>
      | HeldByOther;
  };
  readonly 'cameras.deletePatrol': {
    readonly input: { readonly patrolId: string };
    readonly output: Outcome<null, 'patrol-unknown'> | HeldByOther;
  };
  /** Begins it, or goes on with one that a hand paused. */
  readonly 'cameras.startPatrol': {
    readonly input: { readonly patrolId: string };
    readonly output: Outcome<null, 'patrol-unknown'> | PtzOutcome<null>;
  };
  readonly 'cameras.stopPatrol': {
    readonly input: OfCamera;
    readonly output: Outcome<null, 'patrol-unknown'> | HeldByOther;
  };
};
