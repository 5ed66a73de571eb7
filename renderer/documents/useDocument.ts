import { useEffect, useState } from 'react';
import type { Document } from '../../domain/documents/model.ts';
import { useWorld } from '../replica/store.ts';

/** A document that failed is tried again after this, ms, then twice as long each time: a disk may come back. */
const AGAIN_MS = 15_000;
const LAST_AGAIN_MS = 240_000;

export function documentUrl(documentId: string): string {
  return `/documents/${documentId}`;
}

/** Why a tile shows no document. */
export type DocumentTrouble = 'unchosen' | 'missing' | 'failed' | PdfProblem;
export type PdfProblem = 'pdf-encrypted' | 'pdf-damaged' | 'pdf-too-long' | 'page-missing';

export type Shown = {
  readonly document: Document | undefined;
  readonly trouble: DocumentTrouble | null;
  /** Rises when a failed document is tried again. */
  readonly attempt: number;
  readonly fail: (trouble: DocumentTrouble) => void;
};

/** The document of a tile, and what is wrong with it; one that failed is tried again by itself. */
export function useDocument(documentId: string): Shown {
  const document = useWorld((world) => world.documents.byId[documentId]);
  const [failed, setFailed] = useState<DocumentTrouble | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (failed === null) return undefined;
    const waitMs = Math.min(LAST_AGAIN_MS, AGAIN_MS * 2 ** attempt);
    const timer = setTimeout(() => {
      setAttempt(attempt + 1);
      setFailed(null);
    }, waitMs);
    return () => clearTimeout(timer);
  }, [failed, attempt]);
  const known = documentId === '' ? 'unchosen' : document === undefined ? 'missing' : null;
  return {
    document,
    trouble: known ?? failed,
    attempt,
    fail: setFailed,
  };
}
