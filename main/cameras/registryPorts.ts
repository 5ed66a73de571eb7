import type { Camera, CameraSource } from '../../domain/cameras/model.ts';
import type { ImportNote } from '../../domain/cameras/state.ts';

/** A camera that this room took in from a list; its password is the vault's. */
export type RegisteredCamera = { readonly camera: Camera; readonly source?: CameraSource };

/** The last list that was taken in, with what it takes to undo it. */
export type LastImport = {
  readonly note: ImportNote;
  readonly added: readonly string[];
  /** How the cameras that it changed were before. */
  readonly before: readonly RegisteredCamera[];
};

/** Where the registry lies. Each of its changes is whole, or none. */
export type CameraBook = {
  all(): readonly RegisteredCamera[];
  lastImport(): LastImport | undefined;
  takeIn(cameras: readonly RegisteredCamera[], last: LastImport): void;
  /** Removes what the import added, puts back what it changed, and forgets it. */
  undo(last: LastImport): void;
};

/** The part of the vault that the registry writes. */
export type CameraSecrets = {
  secret(name: string): string | undefined;
  /** All of them at once; null forgets one. False: the vault is closed, nothing was kept. */
  change(secrets: Readonly<Record<string, string | null>>): boolean;
};
