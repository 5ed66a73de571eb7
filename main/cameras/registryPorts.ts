import type { FinishedCheck } from '../../domain/cameras/checkCalls.ts';
import type { Camera, CameraSource } from '../../domain/cameras/model.ts';
import type { ImportNote } from '../../domain/cameras/state.ts';

/** A camera that this room took in from a list; its password is the vault's. */
export type RegisteredCamera = { readonly camera: Camera; readonly source?: CameraSource };

/** A change of the registry, with what it takes to undo it. */
export type RegistryStep = {
  readonly note: ImportNote;
  readonly added: readonly string[];
  /** How the cameras that it changed or removed were before. */
  readonly before: readonly RegisteredCamera[];
};

/** Where the registry lies, and what the last check of it found. Each of its changes is whole, or none. */
export type CameraBook = {
  all(): readonly RegisteredCamera[];
  lastStep(): RegistryStep | undefined;
  change(
    cameras: { readonly put: readonly RegisteredCamera[]; readonly gone: readonly string[] },
    step: RegistryStep,
  ): void;
  /** Removes what the last step added, puts back what it changed or removed, and forgets it. */
  undo(step: RegistryStep): void;
  /** Forgets all but the newest steps, and says which. */
  forget(most: number): readonly RegistryStep[];
  lastCheck(): FinishedCheck | undefined;
  keepCheck(check: FinishedCheck): void;
};

/** The part of the vault that the registry writes. */
export type CameraSecrets = {
  secret(name: string): string | undefined;
  /** All of them at once; null forgets one. False: the vault is closed, nothing was kept. */
  change(secrets: Readonly<Record<string, string | null>>): boolean;
};
