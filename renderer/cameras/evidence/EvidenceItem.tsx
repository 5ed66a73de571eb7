import { Download, NotebookPen, ShieldCheck, ShieldX } from 'lucide-react';
import { useState } from 'react';
import { MOST_NOTE, type EvidenceRow, type FileStanding } from '../../../domain/cameras/evidenceCalls.ts';
import type { Refusal } from '../../../domain/contract/calls.ts';
import { useNow } from '../../replica/clock.ts';
import { formatNumber } from '../../text/format.ts';
import { useLanguage, useText } from '../../text/language.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { formatSecond } from '../../text/format.ts';
import { saveEvidence } from './saveEvidence.ts';

const MB = 1_048_576;

function Files({
  row,
  standings,
}: {
  readonly row: EvidenceRow;
  readonly standings: readonly FileStanding[] | null;
}) {
  const text = useText().evidence;
  const language = useLanguage();
  return (
    <ul className="evidence-files">
      {row.files.map(({ name, sizeBytes, sha256 }, index) => {
        const standing = standings?.[index];
        return (
          <li key={name}>
            <span>
              {name} · {text.size(formatNumber(sizeBytes / MB, 1, language))}
            </span>
            <code>{sha256}</code>
            {standing && (
              <strong className={standing === 'whole' ? 'evidence-whole' : 'evidence-broken'}>
                <Icon of={standing === 'whole' ? ShieldCheck : ShieldX} /> {text.standings[standing]}
              </strong>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Note({ row, onNoted }: { readonly row: EvidenceRow; readonly onNoted: (row: EvidenceRow) => void }) {
  const words = useText();
  const text = words.evidence;
  const [draft, setDraft] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  async function keep(): Promise<void> {
    const answer = await window.ioc.call('cameras.noteEvidence', { evidenceId: row.id, note: draft ?? '' });
    setRefusal(answer.ok ? null : answer.reason);
    if (!answer.ok) return;
    setDraft(null);
    onNoted(answer.value);
  }
  if (draft === null)
    return (
      <p className="evidence-note">
        {row.note !== '' && <span>{text.noted(row.note)}</span>}
        <Button icon={NotebookPen} look="quiet" onClick={() => setDraft(row.note)}>
          {text.note}
        </Button>
      </p>
    );
  return (
    <form
      className="evidence-note"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <Field
        label={text.note}
        value={draft}
        maxLength={MOST_NOTE}
        autoFocus
        onChange={({ target }) => setDraft(target.value)}
      />
      <Button type="submit">{text.keepNote}</Button>
      {refusal !== null && <p role="alert">{words.refusals[refusal]}</p>}
    </form>
  );
}

/** One thing that was taken out: of what, when, by whom, with its hashes, and what can be done with it. */
export function EvidenceItem(props: {
  readonly row: EvidenceRow;
  readonly onNoted: (row: EvidenceRow) => void;
}) {
  const { row, onNoted } = props;
  const words = useText();
  const text = words.evidence;
  const now = useNow();
  const [standings, setStandings] = useState<readonly FileStanding[] | null>(null);
  const [said, say] = useState<string | null>(null);

  async function verify(): Promise<void> {
    say(text.comparing);
    const answer = await window.ioc.call('cameras.verifyEvidence', { evidenceId: row.id });
    setStandings(answer.ok ? answer.value : null);
    const isWhole = answer.ok && answer.value.every((standing) => standing === 'whole');
    say(answer.ok ? (isWhole ? text.allWhole : text.notWhole) : words.refusals[answer.reason]);
  }

  async function saveAgain(): Promise<void> {
    say(text.exports.saving);
    const { signal } = new AbortController();
    const saved = await saveEvidence(row.id, { onDone: () => undefined, signal });
    say(saved.ok ? text.savedAgain : words.refusals[saved.reason]);
  }

  const when =
    row.from === row.to
      ? formatSecond(row.from, now)
      : text.span(formatSecond(row.from, now), formatSecond(row.to, now));
  const title = text.item(text.kinds[row.kind], row.camera, when);
  return (
    <li className="evidence-item" aria-label={title}>
      <strong>{title}</strong>
      <span className="quiet">
        {row.place} · {text.takenBy(row.by, formatSecond(row.at, now))}
      </span>
      {row.files.length > 1 && <span className="quiet">{text.parts(row.files.length)}</span>}
      <Files row={row} standings={standings} />
      <Note row={row} onNoted={onNoted} />
      <div className="evidence-row">
        <Button icon={ShieldCheck} onClick={() => void verify()}>
          {text.verify}
        </Button>
        <Button icon={Download} onClick={() => void saveAgain()}>
          {text.saveAgain}
        </Button>
      </div>
      {said !== null && <p role="status">{said}</p>}
    </li>
  );
}
