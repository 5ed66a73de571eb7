import type { Outcome } from '../kernel/outcome.ts';
import type { Document } from './model.ts';

export type ImportRefusal =
  | 'type-refused'
  | 'document-damaged'
  | 'picture-too-large'
  | 'document-too-large'
  | 'documents-full'
  | 'documents-closed'
  | 'import-unknown'
  | 'import-broken';

type OfImport = { readonly importId: string };

export type DocumentsCalls = {
  /** `pages`: of a PDF, counted where it was opened: the console, which is a sandbox. */
  readonly 'documents.beginImport': {
    readonly input: { readonly name: string; readonly sizeBytes: number; readonly pages?: number };
    readonly output: Outcome<OfImport, ImportRefusal>;
  };
  /** One slice after the other, without gaps; the answer asks for the next. */
  readonly 'documents.putSlice': {
    readonly input: OfImport & { readonly offset: number; readonly bytes: Uint8Array };
    readonly output: Outcome<null, ImportRefusal>;
  };
  readonly 'documents.finishImport': {
    readonly input: OfImport;
    readonly output: Outcome<Document, ImportRefusal>;
  };
  readonly 'documents.cancelImport': {
    readonly input: OfImport;
    readonly output: Outcome<null, never>;
  };
  /** Refused while a scene, the program or a draft shows it. */
  readonly 'documents.deleteDocument': {
    readonly input: { readonly documentId: string };
    readonly output: Outcome<null, 'document-unknown' | 'document-in-use'>;
  };
};
