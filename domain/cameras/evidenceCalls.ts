import type { Outcome } from '../kernel/outcome.ts';

/** Characters of a note. */
export const MOST_NOTE = 500;
/** Rows of one answer. */
export const EVIDENCE_PAGE = 100;
/** Bytes of a file that travel in one answer. */
export const EVIDENCE_SLICE = 1_048_576;

/** A file that was taken out; its hash is that of its bytes. */
export type EvidenceFile = {
  readonly name: string;
  readonly mime: 'video/mp4' | 'image/png';
  readonly sizeBytes: number;
  readonly sha256: string;
};

/** What was taken out and is kept, sealed, on this machine. Times in epoch ms. */
export type Evidence = {
  readonly id: string;
  readonly kind: 'clip' | 'picture';
  readonly cameraId: string;
  /** As they were called then. */
  readonly camera: string;
  readonly place: string;
  readonly source: string;
  /** What the files really hold: a film begins where a picture stands alone. */
  readonly from: number;
  readonly to: number;
  readonly by: string;
  readonly at: number;
  readonly note: string;
  /** More than one where a film has a gap. */
  readonly files: readonly EvidenceFile[];
  /** A text beside them that says what they are and bears their hashes. */
  readonly sidecar: { readonly name: string; readonly text: string };
};
export type EvidenceRow = Omit<Evidence, 'sidecar'>;

export type ExportRefusal =
  | 'camera-unknown'
  | 'nothing-recorded'
  | 'clip-too-large'
  /** Without the vault's key nothing is kept. */
  | 'evidence-closed'
  | 'evidence-full'
  /** The core began anew before its turn came. */
  | 'clip-lost';

/** A clip on its way: they are cut one after the other. `done`: 0…1. */
export type ClipExport = {
  readonly exportId: string;
  readonly cameraId: string;
  readonly from: number;
  readonly to: number;
  readonly state: 'waiting' | 'cutting' | 'kept' | 'refused' | 'cancelled';
  readonly done: number;
  readonly evidenceId?: string;
  readonly reason?: ExportRefusal | 'failed';
};

/** How a kept file stands: as it was taken out, other than that, or gone. */
export type FileStanding = 'whole' | 'changed' | 'missing';

type Named = { readonly evidenceId: string };

export type EvidenceCalls = {
  /** A clip of what this machine recorded, as MP4, not encoded anew: one file for each part without a gap. It is queued. */
  readonly 'cameras.cutClip': {
    readonly input: { readonly cameraId: string; readonly from: number; readonly to: number };
    readonly output: Outcome<{ readonly exportId: string }, ExportRefusal | 'exports-full'>;
  };
  /** The clips that this window asked for, in their order. */
  readonly 'cameras.exports': {
    readonly input: Readonly<Record<string, never>>;
    readonly output: Outcome<readonly ClipExport[], never>;
  };
  /** Nothing of it stays. */
  readonly 'cameras.cancelExport': {
    readonly input: { readonly exportId: string };
    readonly output: Outcome<null, never>;
  };
  /** A picture that a console painted, with its time and hash. */
  readonly 'cameras.signPicture': {
    readonly input: {
      readonly cameraId: string;
      readonly at: number;
      /** It was of the present. */
      readonly live: boolean;
      /** Its camera's pictures did not change since then. */
      readonly suspectSince?: number;
      readonly png: Uint8Array;
    };
    readonly output: Outcome<Evidence, ExportRefusal>;
  };
  /** What is kept, newest first, `EVIDENCE_PAGE` at most; the words are looked for without marks, in hashes too. */
  readonly 'cameras.searchEvidence': {
    readonly input: { readonly text: string; readonly before?: number };
    readonly output: Outcome<
      {
        readonly rows: readonly EvidenceRow[];
        readonly count: number;
        readonly usedBytes: number;
        readonly budgetBytes: number;
        readonly days: number;
      },
      'evidence-closed'
    >;
  };
  /** To be saved outside, once more: written down as such. */
  readonly 'cameras.takeEvidence': {
    readonly input: Named;
    readonly output: Outcome<Evidence, 'evidence-unknown' | 'evidence-closed'>;
  };
  /** The bytes of a file from a place on, `EVIDENCE_SLICE` at most. */
  readonly 'cameras.readEvidence': {
    readonly input: Named & { readonly file: number; readonly offset: number };
    readonly output: Outcome<Uint8Array, 'evidence-unknown' | 'evidence-damaged'>;
  };
  /** Reads every file and compares its hash. */
  readonly 'cameras.verifyEvidence': {
    readonly input: Named;
    readonly output: Outcome<readonly FileStanding[], 'evidence-unknown'>;
  };
  readonly 'cameras.noteEvidence': {
    readonly input: Named & { readonly note: string };
    readonly output: Outcome<EvidenceRow, 'evidence-unknown'>;
  };
};
