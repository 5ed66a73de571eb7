import { FileText, Film, Image, Plus, Trash2, X, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import type { Refusal } from '../../domain/contract/calls.ts';
import type { Document, DocumentType } from '../../domain/documents/model.ts';
import { BY_THE_PROVINCE, scenesWith, totalBytes, typeOf } from '../../domain/documents/rules.ts';
import type { Wall } from '../../domain/wall/model.ts';
import { useNow } from '../replica/clock.ts';
import { useWorld } from '../replica/store.ts';
import { formatMoment, formatNumber } from '../text/format.ts';
import { useLanguage, useText } from '../text/language.ts';
import { Button } from '../ui/Button.tsx';
import { FileButton } from '../ui/FileButton.tsx';
import { Icon } from '../ui/Icon.tsx';
import { importFiles, useImports } from './importStore.ts';
import './documentsDesk.css';

const icons: Record<DocumentType, LucideIcon> = { picture: Image, pdf: FileText, video: Film };
const ACCEPTED = 'image/png,image/jpeg,image/webp,application/pdf,video/mp4,video/webm';

function useMegabytes(): (bytes: number) => string {
  const language = useLanguage();
  return (bytes) =>
    `${formatNumber(bytes === 0 ? 0 : Math.max(0.1, bytes / 1_048_576), bytes < 10_485_760 ? 1 : 0, language)} MB`;
}

/** What is coming in, or why the last file was not taken. */
function Coming() {
  const words = useText();
  const { coming, refused } = useImports();
  if (coming) {
    return (
      <div className="documents-coming">
        <label>
          {words.documents.coming(coming.name)}
          <progress value={coming.done} max={1} />
        </label>
        <Button icon={X} onClick={coming.cancel}>
          {words.documents.cancel}
        </Button>
      </div>
    );
  }
  if (refused === null || refused.problem === 'cancelled') return null;
  return (
    <p className="documents-refused" role="alert">
      {words.documents.refused(
        refused.name,
        { ...words.refusals, ...words.documents.problems }[refused.problem],
      )}
    </p>
  );
}

function AddFiles({ blocked }: { readonly blocked: string | null }) {
  const words = useText().documents;
  const busy = useImports(({ coming }) => coming !== null);
  return (
    <div className="documents-add">
      <FileButton
        icon={Plus}
        label={words.add}
        accept={ACCEPTED}
        multiple
        disabled={blocked !== null || busy}
        onFiles={(files) => void importFiles(files)}
      />
      <p>{blocked ?? words.addHelp}</p>
    </div>
  );
}

function Row(props: {
  readonly document: Document;
  readonly walls: readonly Wall[];
  readonly blocked: string | null;
  readonly onRefused: (refusal: Refusal) => void;
}) {
  const { document, walls, blocked, onRefused } = props;
  const words = useText().documents;
  const language = useLanguage();
  const now = useNow();
  const size = useMegabytes();
  const used = scenesWith(walls, document.id)[0];
  const who = document.by === BY_THE_PROVINCE ? words.byProvince : document.by;
  const facts = [
    document.pages === undefined ? [] : [words.pages(document.pages)],
    document.widthPx === undefined ? [] : [`${document.widthPx} × ${document.heightPx}`],
    [size(document.sizeBytes), who, formatMoment(document.at, now)],
  ].flat();
  const remove = async (): Promise<void> => {
    const answer = await window.ioc.call('documents.deleteDocument', { documentId: document.id });
    if (!answer.ok) onRefused(answer.reason);
  };
  return (
    <li className="documents-row">
      <Icon of={icons[typeOf(document.mime)]} size="large" />
      <div>
        <strong>{document.name}</strong>
        <span>{facts.join(', ')}</span>
        {used && <span>{words.usedBy(used.name[language])}</span>}
      </div>
      <Button
        icon={Trash2}
        look="quiet"
        disabled={blocked !== null || used !== undefined}
        aria-label={words.deleteOf(document.name)}
        onClick={() => void remove()}
      >
        {words.delete}
      </Button>
    </li>
  );
}

/** The files that tiles can show: brought in, listed, deleted. */
export function DocumentsDesk(props: { readonly blocked: string | null }) {
  const words = useText();
  const size = useMegabytes();
  const documents = useWorld((world) => world.documents.byId);
  const walls = useWorld((world) => world.walls);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const listed = Object.values(documents).sort((a, b) => b.at - a.at);
  return (
    <section className="documents" aria-label={words.documents.desk}>
      <header>
        <h2>{words.documents.desk}</h2>
        <p>{words.documents.count(listed.length, size(totalBytes(listed)))}</p>
      </header>
      <AddFiles blocked={props.blocked} />
      <Coming />
      {refusal !== null && <p role="alert">{words.refusals[refusal]}</p>}
      {listed.length === 0 && <p className="empty">{words.documents.none}</p>}
      <ul className="documents-list">
        {listed.map((document) => (
          <Row
            key={document.id}
            document={document}
            walls={Object.values(walls)}
            blocked={props.blocked}
            onRefused={setRefusal}
          />
        ))}
      </ul>
    </section>
  );
}
