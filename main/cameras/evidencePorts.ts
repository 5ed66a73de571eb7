import type { Evidence } from '../../domain/cameras/evidenceCalls.ts';

/** Where what was taken out is written down, sealed. Every method throws when the disk refuses. */
export type EvidenceBook = {
  all(): readonly Evidence[];
  keep(evidence: Evidence): void;
  forget(evidenceId: string): void;
};

/** A file on its way in: sealed as it comes, named by its sha256 at the end. */
export type EvidenceWriter = {
  write(bytes: Uint8Array): Promise<void>;
  keep(mime: string): Promise<string>;
  drop(): Promise<void>;
};

/** Where its files lie, sealed, each under its sha256. */
export type EvidenceFiles = {
  /** What lay there at the start, each with the time of its last writing (epoch ms). */
  readonly found: readonly { readonly sha256: string; readonly at: number }[];
  create(): Promise<EvidenceWriter>;
  remove(sha256: string): Promise<void>;
  /** Bytes from `start` up to and without `end`; undefined: there is no such file. Throws when it was changed. */
  read(sha256: string, start: number, end: number): Promise<Uint8Array | undefined>;
};

export type EvidenceKeeping = {
  readonly book: EvidenceBook;
  readonly files: EvidenceFiles;
  /** How long this machine runs, its sleep counted, ms: it passes however the clock is set. */
  readonly runsMs: () => number;
};
