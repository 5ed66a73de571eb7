import type { Outcome } from '../kernel/outcome.ts';
import type { ImportPreview } from './importList.ts';

type OfImport = { readonly importId: string };

/** Why a list, or a part of it, is not taken. */
export type ListRefusal = 'import-unknown' | 'list-too-long' | 'cameras-full' | 'vault-away';

export type RegistryCalls = {
  /** A list is coming, under the name of its file. Nothing is taken in before `takeImport`. */
  readonly 'cameras.beginImport': {
    readonly input: { readonly name: string };
    readonly output: Outcome<OfImport, 'imports-busy'>;
  };
  /** The next rows, the header first; the answer asks for more. */
  readonly 'cameras.putRows': {
    readonly input: OfImport & { readonly rows: readonly (readonly string[])[] };
    readonly output: Outcome<null, ListRefusal>;
  };
  readonly 'cameras.previewImport': {
    readonly input: OfImport;
    readonly output: Outcome<ImportPreview, ListRefusal>;
  };
  /** Takes in every sound row, all at once; the wrong ones stay out. */
  readonly 'cameras.takeImport': {
    readonly input: OfImport;
    readonly output: Outcome<{ readonly fresh: number; readonly changed: number }, ListRefusal>;
  };
  readonly 'cameras.dropImport': { readonly input: OfImport; readonly output: Outcome<null, never> };
  /** Takes the last list back: what it added goes, what it changed is as it was. */
  readonly 'cameras.undoImport': {
    readonly input: OfImport;
    readonly output: Outcome<null, 'import-unknown' | 'vault-away'>;
  };
};
