import type { Document } from './model.ts';

/** The files that this machine keeps for its walls, by sha256. */
export type DocumentsState = { readonly byId: Readonly<Record<string, Document>> };

export const emptyDocuments: DocumentsState = { byId: {} };

export type DocumentsChange =
  | { readonly type: 'documents.kept'; readonly document: Document }
  | { readonly type: 'documents.deleted'; readonly documentId: string; readonly by: string };

/** The same bytes taken in again bear the newer name. */
export function applyDocumentsChange({ byId }: DocumentsState, change: DocumentsChange): DocumentsState {
  if (change.type === 'documents.kept') return { byId: { ...byId, [change.document.id]: change.document } };
  const { [change.documentId]: _deleted, ...rest } = byId;
  return { byId: rest };
}
