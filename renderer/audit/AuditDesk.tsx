import { Download, RotateCw } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { AUDIT_PAGE, type AuditEntry, type AuditQuery } from '../../domain/audit/model.ts';
import type { Refusal } from '../../domain/contract/calls.ts';
import { vietnamDate } from '../../domain/kernel/time.ts';
import { useText } from '../text/language.ts';
import type { Dictionary } from '../text/vi.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { saveFile } from '../ui/saveFile.ts';
import { wordsTyped } from './query.ts';
import { auditTable } from './table.ts';
import { entryWords } from './words.ts';
import './audit.css';

const DAY_MS = 86_400_000;
/** The spans that can be chosen, days; 0 is everything that is kept. */
const spans = [1, 7, 30, 0] as const;
type Span = (typeof spans)[number];

/** The moment is fixed when the search is asked for, so that pages fit together. */
function queryOf(typed: string, span: Span, words: Dictionary): AuditQuery {
  const to = Date.now() + 60_000;
  return { words: wordsTyped(typed, words), from: span === 0 ? 0 : to - span * DAY_MS, to };
}

type Found = {
  readonly entries: readonly AuditEntry[];
  readonly more: boolean;
  readonly refusal: Refusal | null;
};

const nothing: Found = { entries: [], more: false, refusal: null };

async function search(query: AuditQuery): Promise<Found> {
  const answer = await window.ioc.call('audit.search', query);
  if (!answer.ok) return { ...nothing, refusal: answer.reason };
  return { entries: answer.value, more: answer.value.length >= AUDIT_PAGE, refusal: null };
}

/** Typing asks once it rests. */
const REST_MS = 250;

function useSearch(typed: string, span: Span) {
  const words = useText();
  const [found, setFound] = useState<Found | null>(null);
  const [query, setQuery] = useState(() => queryOf(typed, span, words));
  const again = useCallback(() => setQuery(queryOf(typed, span, words)), [typed, span, words]);
  useEffect(() => {
    const timer = setTimeout(again, REST_MS);
    return () => clearTimeout(timer);
  }, [again]);
  useEffect(() => {
    let stopped = false;
    void search(query).then((news) => stopped || setFound(news));
    return () => {
      stopped = true;
    };
  }, [query]);
  const last = found?.entries.at(-1)?.id;
  const more = async (): Promise<void> => {
    const next = await search({ ...query, ...(last !== undefined && { beforeId: last }) });
    setFound((before) => ({ ...next, entries: [...(before?.entries ?? []), ...next.entries] }));
  };
  return { found, query, more, again };
}

function Entry({ entry }: { readonly entry: AuditEntry }) {
  const words = useText();
  const text = words.audit;
  const { when, by, role, from, action, subject, outcome, before, after } = entryWords(entry, words);
  return (
    <li className="audit-entry">
      <details>
        <summary>
          <time dateTime={new Date(entry.at).toISOString()}>{when}</time>
          <strong>{action}</strong>
          <span>{subject}</span>
          <span className="quiet">
            {by}
            {entry.outcome !== 'done' && ` · ${text.refused}`}
          </span>
        </summary>
        <dl>
          <dt>{text.role}</dt>
          <dd>{role}</dd>
          <dt>{text.from}</dt>
          <dd>{from}</dd>
          <dt>{text.outcome}</dt>
          <dd>{outcome}</dd>
          <dt>{text.before}</dt>
          <dd>{before || '–'}</dd>
          <dt>{text.after}</dt>
          <dd>{after || '–'}</dd>
        </dl>
      </details>
    </li>
  );
}

/** Keeps what was found as a file, and says how many lines it has, or why there is none. */
async function exportCsv(query: AuditQuery, words: Dictionary): Promise<string> {
  const answer = await window.ioc.call('audit.export', query);
  if (!answer.ok) return words.refusals[answer.reason];
  const entries: readonly AuditEntry[] = JSON.parse(answer.value.entries);
  const name = `nhat-ky-${vietnamDate(Date.now()).replaceAll('/', '-')}.csv`;
  saveFile(name, 'text/csv', auditTable(entries, words));
  return words.audit.exported(entries.length);
}

/** Who did what, when, from which console, and what it changed: found by any word, kept as a table. */
export function AuditDesk() {
  const words = useText();
  const { audit: text, refusals } = words;
  const [typed, setTyped] = useState('');
  const [span, setSpan] = useState<Span>(1);
  const [said, say] = useState('');
  const { found, query, more, again } = useSearch(typed, span);
  const entries = found?.entries ?? [];
  return (
    <section className="audit" aria-label={text.title}>
      <Field
        label={text.search}
        type="search"
        value={typed}
        maxLength={200}
        onChange={(event) => setTyped(event.target.value)}
      />
      <div className="audit-spans" role="radiogroup" aria-label={text.span}>
        {spans.map((one) => (
          <label key={one}>
            <input type="radio" name="audit-span" checked={one === span} onChange={() => setSpan(one)} />{' '}
            {text.spans[one]}
          </label>
        ))}
      </div>
      <div className="audit-commands">
        <Button icon={RotateCw} onClick={again}>
          {text.again}
        </Button>
        <Button icon={Download} onClick={() => void exportCsv(query, words).then(say)}>
          {text.export}
        </Button>
      </div>
      <p role="status" className="quiet">
        {found === null
          ? text.searching
          : found.refusal
            ? refusals[found.refusal]
            : said || text.count(entries.length, found.more)}
      </p>
      <ol className="audit-list">
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ol>
      {found?.more && <Button onClick={() => void more()}>{text.more}</Button>}
    </section>
  );
}
