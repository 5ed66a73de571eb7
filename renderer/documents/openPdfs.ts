import type { Outcome } from '../../domain/kernel/outcome.ts';
import { openPdf, type OpenedPdf } from './pdf.ts';
import { documentUrl, type PdfProblem } from './useDocument.ts';

/** A PDF that no tile shows any more is kept open this long, ms: the next page of it is usually asked for. */
const LINGER_MS = 20_000;

type Opening = Promise<Outcome<OpenedPdf, Exclude<PdfProblem, 'page-missing'>>>;
type Held = { readonly opening: Opening; users: number; timer: ReturnType<typeof setTimeout> | undefined };

const held = new Map<string, Held>();

async function partOf(documentId: string, start: number, end: number): Promise<Uint8Array> {
  const response = await fetch(documentUrl(documentId), { headers: { range: `bytes=${start}-${end - 1}` } });
  if (response.status !== 206) throw new Error(`no part of the document: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

function give(documentId: string, sizeBytes: number): Held {
  const opening = openPdf({ sizeBytes, part: (start, end) => partOf(documentId, start, end) });
  return { opening, users: 0, timer: undefined };
}

function letGo(documentId: string, one: Held): void {
  one.users -= 1;
  if (one.users > 0) return;
  one.timer = setTimeout(() => {
    if (held.get(documentId) === one) held.delete(documentId);
    void one.opening.then((outcome) => outcome.ok && outcome.value.close());
  }, LINGER_MS);
}

/** One open PDF for all tiles of this window that show it, also for the one that warms up with its next page. */
export function holdPdf(
  documentId: string,
  sizeBytes: number,
): { readonly opening: Opening; readonly release: () => void } {
  const one = held.get(documentId) ?? give(documentId, sizeBytes);
  held.set(documentId, one);
  one.users += 1;
  clearTimeout(one.timer);
  // What failed is not kept: it is tried anew.
  void one.opening.then((outcome) => {
    if (!outcome.ok && held.get(documentId) === one) held.delete(documentId);
  });
  return { opening: one.opening, release: () => letGo(documentId, one) };
}
