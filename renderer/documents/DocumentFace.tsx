import { FileX } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import type { TilePlace } from '../panels/definition.ts';
import { useText } from '../text/language.ts';
import type { TileBody } from '../ui/faceLayout.ts';
import { TileFace } from '../ui/TileFace.tsx';
import type { Shown } from './useDocument.ts';
import './documents.css';

/** The face of a tile that shows a document: its name, and why there is nothing to see when there is not. */
export function DocumentFace(props: {
  readonly place: TilePlace;
  readonly shown: Shown;
  readonly title: string;
  /** Stands bottom right: page 3 of 14. */
  readonly detail?: readonly string[];
  readonly onReady: () => void;
  readonly onSource: (alive: boolean) => void;
  readonly children: (body: TileBody) => ReactNode;
}) {
  const { place, shown, title, detail = [], onReady, onSource, children } = props;
  const words = useText().documents;
  const { trouble, document } = shown;
  useEffect(() => {
    if (trouble !== null) onReady();
    onSource(trouble === null);
  }, [trouble, onReady, onSource]);
  return (
    <TileFace
      place={place}
      titles={[document?.name ?? title]}
      mark={trouble === null ? undefined : { icon: FileX, word: words.troubleWord, tone: 'attention' }}
      frame={trouble === null ? undefined : 'gap'}
      ages={trouble === null ? detail : []}
    >
      {(body) =>
        trouble === null ? children(body) : <p className="document-trouble">{words.troubles[trouble]}</p>
      }
    </TileFace>
  );
}
