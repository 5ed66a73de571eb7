import type { Outcome } from '../kernel/outcome.ts';
import type { Cells, Fault } from './rowReader.ts';

type OfCamera = { readonly cameraId: string };

/** One camera as it can be written down, without its name and password; those leave the vault for no window. */
export type CameraForm = {
  readonly cells: Cells;
  /** The province's file says what it is; only its password is kept here. */
  readonly ofProvince: boolean;
  /** The site's file says where it is. */
  readonly ofSite: boolean;
  readonly hasPassword: boolean;
};

export type EditCalls = {
  readonly 'cameras.readCamera': {
    readonly input: OfCamera;
    readonly output: Outcome<CameraForm, 'camera-unknown'>;
  };
  /** What is wrong with a camera as it is written down so far, by the rule that `keepCamera` decides by. */
  readonly 'cameras.judgeCamera': {
    readonly input: { readonly cells: Cells };
    readonly output: Outcome<readonly Fault[], never>;
  };
  /** A new camera, or a changed one; every wrong field is told. */
  readonly 'cameras.keepCamera': {
    readonly input: { readonly cells: Cells; readonly isNew: boolean };
    readonly output:
      | Outcome<null, 'camera-unknown' | 'of-province' | 'cameras-full' | 'vault-away'>
      | { readonly ok: false; readonly reason: 'camera-wrong'; readonly faults: readonly Fault[] };
  };
  readonly 'cameras.removeCamera': {
    readonly input: OfCamera;
    readonly output: Outcome<null, 'camera-unknown' | 'of-province' | 'vault-away'>;
  };
  /** Name and password go to the vault, and are never said again; null forgets them. */
  readonly 'cameras.keepPassword': {
    readonly input: OfCamera & {
      readonly login: { readonly user: string; readonly password: string } | null;
    };
    readonly output: Outcome<null, 'camera-unknown' | 'vault-away'>;
  };
};
