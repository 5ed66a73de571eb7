import type { Answer, GateRefusal } from '../../domain/contract/calls.ts';
import type { ImportRefusal } from '../../domain/documents/calls.ts';
import { contentOf, HEAD_BYTES } from '../../domain/documents/content.ts';
import type { Document } from '../../domain/documents/model.ts';
import { MOST_BYTES, SLICE_BYTES, typeOf } from '../../domain/documents/rules.ts';
import { accept, refuse, type Outcome } from '../../domain/kernel/outcome.ts';
import { openPdf } from './pdf.ts';
import type { PdfProblem } from './useDocument.ts';

export type ImportProblem = ImportRefusal | GateRefusal | PdfProblem | 'cancelled';

type Import = {
  /** Part of the file that the core has, 0 … 1. */
  readonly onProgress: (done: number) => void;
  readonly signal: AbortSignal;
};

async function bytesOf(file: Blob, start: number, end: number): Promise<Uint8Array> {
  return new Uint8Array(await file.slice(start, end).arrayBuffer());
}

/** Pages of a PDF; a locked, damaged or endless one is refused before a byte of it is sent. */
async function pagesOf(file: File): Promise<Outcome<number, PdfProblem>> {
  const opened = await openPdf({ sizeBytes: file.size, part: (start, end) => bytesOf(file, start, end) });
  if (!opened.ok) return opened;
  const { pdf, close } = opened.value;
  const pages = pdf.numPages;
  close();
  return accept(pages);
}

async function judge(file: File): Promise<Outcome<{ readonly pages?: number }, ImportProblem>> {
  if (file.size === 0) return refuse('document-damaged');
  const content = contentOf(await bytesOf(file, 0, HEAD_BYTES));
  if (!content.ok) return content;
  const type = typeOf(content.value.mime);
  if (file.size > MOST_BYTES[type]) return refuse('document-too-large');
  if (type !== 'pdf') return accept({});
  const pages = await pagesOf(file);
  return pages.ok ? accept({ pages: pages.value }) : pages;
}

async function sendSlices(
  file: File,
  importId: string,
  { onProgress, signal }: Import,
): Promise<Answer<'documents.putSlice'> | Outcome<never, 'cancelled'>> {
  for (let offset = 0; offset < file.size; offset += SLICE_BYTES) {
    if (signal.aborted) return refuse('cancelled');
    const bytes = await bytesOf(file, offset, Math.min(file.size, offset + SLICE_BYTES));
    const answer = await window.ioc.call('documents.putSlice', { importId, offset, bytes });
    if (!answer.ok) return answer;
    onProgress((offset + bytes.length) / file.size);
  }
  return accept(null);
}

/** Brings a file to the core: looked at first, then slice by slice; what is given up leaves nothing behind. */
export async function importFile(file: File, way: Import): Promise<Outcome<Document, ImportProblem>> {
  const judged = await judge(file);
  if (!judged.ok) return judged;
  const name = file.name.normalize('NFC').slice(0, 200);
  const begun = await window.ioc.call('documents.beginImport', {
    name,
    sizeBytes: file.size,
    ...judged.value,
  });
  if (!begun.ok) return begun;
  const { importId } = begun.value;
  const sent = await sendSlices(file, importId, way);
  if (sent.ok) return window.ioc.call('documents.finishImport', { importId });
  if (sent.reason === 'cancelled') await window.ioc.call('documents.cancelImport', { importId });
  return sent;
}
