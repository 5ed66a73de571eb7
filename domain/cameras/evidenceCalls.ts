import type { Outcome } from '../kernel/outcome.ts';

/** A file that leaves this machine. */
export type EvidenceFile = { readonly name: string; readonly bytes: Uint8Array };

/** What is taken out: the files, and a text beside them that says what they are and bears their hashes. */
export type Evidence = {
  readonly files: readonly EvidenceFile[];
  readonly sidecar: { readonly name: string; readonly text: string };
  /** The span that the files really hold: a film begins where a picture stands alone. Epoch ms. */
  readonly from: number;
  readonly to: number;
};

export type EvidenceCalls = {
  /** A clip of what this machine recorded, as MP4, not encoded anew: one file for each part without a gap. */
  readonly 'cameras.cutClip': {
    readonly input: { readonly cameraId: string; readonly from: number; readonly to: number };
    readonly output: Outcome<Evidence, 'camera-unknown' | 'nothing-recorded' | 'clip-too-large'>;
  };
  /** A picture that a console painted, with its time and hash. `live`: it was of the present. */
  readonly 'cameras.signPicture': {
    readonly input: {
      readonly cameraId: string;
      readonly at: number;
      readonly live: boolean;
      readonly png: Uint8Array;
    };
    readonly output: Outcome<Evidence, 'camera-unknown'>;
  };
};
