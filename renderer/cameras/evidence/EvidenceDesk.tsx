import { FileSearch, RotateCw } from 'lucide-react';
import { useState } from 'react';
import { may } from '../../../domain/access/rights.ts';
import type { PersonRole } from '../../../domain/access/model.ts';
import { formatNumber } from '../../text/format.ts';
import { useLanguage, useText } from '../../text/language.ts';
import { Button } from '../../ui/Button.tsx';
import { FileButton } from '../../ui/FileButton.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { EvidenceItem } from './EvidenceItem.tsx';
import { useEvidence } from './useEvidence.ts';
import './evidence.css';

const MB = 1_048_576;

async function hashOf(file: File): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A file that somebody brings back: is it, to the last bit, one that was taken out here? */
function CompareFile({ onFound }: { readonly onFound: (hash: string) => void }) {
  const words = useText();
  const text = words.evidence;
  const [said, say] = useState<string | null>(null);
  async function compare(file: File): Promise<void> {
    const hash = await hashOf(file);
    const answer = await window.ioc.call('cameras.searchEvidence', { text: hash });
    if (!answer.ok) return say(words.refusals[answer.reason]);
    // The search reads notes too, and anybody may have written a hash into one.
    const row = answer.value.rows.find(({ files }) => files.some(({ sha256 }) => sha256 === hash));
    if (row) onFound(hash);
    say(row ? text.fileKnown(file.name, row.camera) : text.fileUnknown(file.name));
  }
  return (
    <div className="evidence-compare">
      <FileButton
        icon={FileSearch}
        label={text.compareFile}
        accept="video/mp4,image/png"
        onFiles={([file]) => file && void compare(file)}
      />
      {said !== null && <p role="status">{said}</p>}
    </div>
  );
}

function Shelf() {
  const words = useText();
  const text = words.evidence;
  const language = useLanguage();
  const [search, setSearch] = useState('');
  const { found, refusal, again, more, replace } = useEvidence(search);
  const rows = found?.rows ?? [];
  const number = (value: number, digits: number): string => formatNumber(value, digits, language);
  return (
    <>
      <SearchField
        label={text.search}
        value={search}
        maxLength={200}
        onChange={({ target }) => setSearch(target.value)}
      />
      <CompareFile onFound={setSearch} />
      <div className="evidence-row">
        <Button icon={RotateCw} look="quiet" onClick={again}>
          {text.again}
        </Button>
        {found && (
          <span className="quiet">
            {text.kept(
              number(found.days, 0),
              number(found.usedBytes / MB, 1),
              number(found.budgetBytes / MB, 0),
            )}
          </span>
        )}
      </div>
      {refusal !== null && <p role="alert">{words.refusals[refusal]}</p>}
      {found && <p role="status">{found.count === 0 ? text.none : text.count(number(found.count, 0))}</p>}
      <ul className="evidence-list">
        {rows.map((row) => (
          <EvidenceItem key={row.id} row={row} onNoted={replace} />
        ))}
      </ul>
      {found && rows.length < found.count && <Button onClick={more}>{text.more}</Button>}
    </>
  );
}

/** What was taken out of this machine: found again, compared again, taken out again. */
export function EvidenceDesk({ role }: { readonly role: PersonRole | null }) {
  const words = useText();
  const allowed = role !== null && may(role, 'evidence.export');
  return (
    <section className="evidence" aria-label={words.evidence.title}>
      <h2>{words.evidence.title}</h2>
      {allowed ? <Shelf /> : <p className="quiet">{words.evidence.noRight}</p>}
    </section>
  );
}
