import type { PanelProps } from '../panels/definition.ts';
import { useText } from '../text/language.ts';
import { DocumentFace } from './DocumentFace.tsx';
import { documentUrl, useDocument } from './useDocument.ts';

/** A picture that somebody brought, whole or filling the tile. */
export default function PicturePanel({ spec, place, onReady, onSource }: PanelProps<'picture'>) {
  const shown = useDocument(spec.documentId);
  const title = useText().panels.picture;
  return (
    <DocumentFace place={place} shown={shown} title={title} onReady={onReady} onSource={onSource}>
      {() => (
        <img
          key={shown.attempt}
          className={`document-picture fit-${spec.fit}`}
          src={documentUrl(spec.documentId)}
          alt={shown.document?.name ?? title}
          draggable={false}
          onLoad={onReady}
          onError={() => shown.fail('failed')}
        />
      )}
    </DocumentFace>
  );
}
