import { useEffect, useRef, useState } from 'react';
import type { PanelProps } from '../panels/definition.ts';
import { useText } from '../text/language.ts';
import { DocumentFace } from './DocumentFace.tsx';
import { holdPdf } from './openPdfs.ts';
import { paintPage, type OpenedPdf } from './pdf.ts';
import { useDocument, type Shown } from './useDocument.ts';

type Opened = OpenedPdf['pdf'];

/** The PDF of a tile, open while the tile is there. */
function usePdf(documentId: string, shown: Shown): Opened | null {
  const [pdf, setPdf] = useState<Opened | null>(null);
  const { fail, attempt } = shown;
  const sizeBytes = shown.document?.sizeBytes;
  useEffect(() => {
    if (sizeBytes === undefined) return undefined;
    let gone = false;
    const { opening, release } = holdPdf(documentId, sizeBytes);
    void opening.then((outcome) => {
      if (gone) return;
      if (outcome.ok) setPdf(outcome.value.pdf);
      else fail(outcome.reason);
    });
    return () => {
      gone = true;
      setPdf(null);
      release();
    };
  }, [documentId, sizeBytes, attempt, fail]);
  return pdf;
}

function Page(props: {
  readonly pdf: Opened | null;
  readonly page: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly label: string;
  readonly onPainted: () => void;
  readonly onFail: () => void;
}) {
  const { pdf, page, widthPx, heightPx, label, onPainted, onFail } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const told = useRef({ onPainted, onFail });
  told.current = { onPainted, onFail };
  useEffect(() => {
    if (pdf === null || canvas.current === null) return;
    paintPage(pdf, page, canvas.current, { widthPx, heightPx }).then(
      () => told.current.onPainted(),
      () => told.current.onFail(),
    );
  }, [pdf, page, widthPx, heightPx]);
  return <canvas ref={canvas} role="img" aria-label={label} width={0} height={0} />;
}

/** One page of a PDF that somebody brought, in the screen's own pixels. */
export default function PdfPanel({ spec, place, onReady, onSource }: PanelProps<'pdf'>) {
  const words = useText();
  const shown = useDocument(spec.documentId);
  const pdf = usePdf(spec.documentId, shown);
  const pages = pdf?.numPages ?? shown.document?.pages;
  const beyond = pages !== undefined && spec.page > pages && shown.trouble === null;
  const judged = beyond ? { ...shown, trouble: 'page-missing' as const } : shown;
  const where = pages === undefined ? [] : [words.documents.page(spec.page, pages)];
  return (
    <DocumentFace
      place={place}
      shown={judged}
      title={words.panels.pdf}
      detail={where}
      onReady={onReady}
      onSource={onSource}
    >
      {({ widthPx, heightPx }) => (
        <div className="document-page">
          <Page
            pdf={pdf}
            page={spec.page}
            widthPx={widthPx}
            heightPx={heightPx}
            label={words.documents.pageOf(shown.document?.name ?? words.panels.pdf, spec.page)}
            onPainted={onReady}
            onFail={() => shown.fail('pdf-damaged')}
          />
        </div>
      )}
    </DocumentFace>
  );
}
