import {
  GlobalWorkerOptions,
  PDFDataRangeTransport,
  getDocument,
  type PDFDocumentLoadingTask,
  type PDFDocumentProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import { MOST_PAGES } from '../../domain/documents/rules.ts';
import { accept, refuse, type Outcome } from '../../domain/kernel/outcome.ts';
import type { PdfProblem } from './useDocument.ts';

GlobalWorkerOptions.workerSrc = new URL(workerUrl, import.meta.url).href;

/** Asked for at once, bytes: a page of text needs one such part. */
const RANGE_BYTES = 524_288;
/** A page is never painted with more pixels than this. */
const MOST_PIXELS = 16_000_000;

/** Where a PDF's bytes come from. */
export type PdfSource = {
  readonly sizeBytes: number;
  readonly part: (start: number, end: number) => Promise<Uint8Array>;
};

/** Nothing of a PDF runs, and nothing in it is fetched: only its own bytes and the product's own fonts are. */
function start({ sizeBytes, part }: PdfSource): PDFDocumentLoadingTask {
  const transport = new PDFDataRangeTransport(sizeBytes, null);
  transport.requestDataRange = (begin: number, end: number) => {
    part(begin, end).then(
      (bytes) => transport.onDataRange(begin, bytes),
      () => transport.abort(),
    );
  };
  return getDocument({
    range: transport,
    rangeChunkSize: RANGE_BYTES,
    disableAutoFetch: true,
    disableStream: true,
    enableXfa: false,
    stopAtErrors: false,
    standardFontDataUrl: new URL('/pdfjs/standard_fonts/', window.location.href).href,
    wasmUrl: new URL('/pdfjs/wasm/', window.location.href).href,
    useWorkerFetch: false,
    verbosity: 0,
  });
}

export type OpenedPdf = { readonly pdf: PDFDocumentProxy; readonly close: () => void };

/** Opens a PDF, or says why not: locked, damaged, or too long for a tile. */
export async function openPdf(
  source: PdfSource,
): Promise<Outcome<OpenedPdf, Exclude<PdfProblem, 'page-missing'>>> {
  const task = start(source);
  const close = (): void => void task.destroy();
  try {
    const pdf = await task.promise;
    if (pdf.numPages <= MOST_PAGES) return accept({ pdf, close });
    close();
    return refuse('pdf-too-long');
  } catch (error) {
    close();
    const locked = error instanceof Error && error.name === 'PasswordException';
    return refuse(locked ? 'pdf-encrypted' : 'pdf-damaged');
  }
}

/** Paints one page as large as the box allows, in the screen's own pixels. Returns the function that gives it up. */
export async function paintPage(
  pdf: PDFDocumentProxy,
  number: number,
  canvas: HTMLCanvasElement,
  box: { readonly widthPx: number; readonly heightPx: number },
): Promise<void> {
  const page = await pdf.getPage(number);
  const whole = page.getViewport({ scale: 1 });
  const fit = Math.min(box.widthPx / whole.width, box.heightPx / whole.height);
  const most = Math.sqrt(MOST_PIXELS / (whole.width * whole.height));
  const viewport = page.getViewport({ scale: Math.min(fit * window.devicePixelRatio, most) });
  canvas.width = Math.max(1, Math.floor(viewport.width));
  canvas.height = Math.max(1, Math.floor(viewport.height));
  canvas.style.width = `${whole.width * fit}px`;
  canvas.style.height = `${whole.height * fit}px`;
  await page.render({ canvas, viewport }).promise;
  page.cleanup();
}
