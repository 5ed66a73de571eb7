import { Download, RotateCw } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { AUDIT_PAGE, type AuditEntry, type AuditQuery, type AuditState } from '../../domain/audit/model.ts';
import type { Refusal } from '../../domain/contract/calls.ts';
import { vietnamClockSeconds, vietnamDate } from '../../domain/kernel/time.ts';
import { useText } from '../text/language.ts';
import { outcomeWords } from '../text/outcomeWords.ts';
import type { Dictionary } from '../text/vi.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { saveFile } from '../ui/saveFile.ts';
import { stateWords } from './words.ts';
import './audit.css';

const DAY_MS = 86_400_000;
/** The spans that can be chosen, days; 0 is everything that is kept. */
const spans = [1, 7, 30, 0] as const;
type Span = (typeof spans)[number];

/** The moment is fixed when the search is asked for, so that pages fit together. */
function queryOf(text: string, span: Span): AuditQuery {
  const to = Date.now() + 60_000;
  return { text, from: span === 0 ? 0 : to - span * DAY_MS, to };
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

function useSearch(text: string, span: Span) {
  const [found, setFound] = useState<Found | null>(null);
  const [query, setQuery] = useState(() => queryOf(text, span));
  useEffect(() => {
    const timer = setTimeout(() => setQuery(queryOf(text, span)), REST_MS);
    return () => clearTimeout(timer);
  }, [text, span]);
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
  return { found, query, more, again: useCallback(() => setQuery(queryOf(text, span)), [text, span]) };
}

function State({ label, state }: { readonly label: string; readonly state: AuditState }) {
  const words = useText();
  return (
    <>
      <dt>{label}</dt>
      <dd>{stateWords(state, words) || '–'}</dd>
    </>
  );
}

function Entry({ entry }: { readonly entry: AuditEntry }) {
  const words = useText();
  const { audit: text, access } = words;
  const { at, by, role, from, action, subject, outcome, before, after } = entry;
  const done = outcome === 'done';
  return (
    <li className="audit-entry">
      <details>
        <summary>
          <time dateTime={new Date(at).toISOString()}>
            {vietnamDate(at)} {vietnamClockSeconds(at)}
          </time>
          <strong>{text.actions[action] ?? action}</strong>
          <span>{subject}</span>
          <span className="quiet">
            {by === 'system' ? words.take.system : by}
            {!done && ` · ${text.refused}`}
          </span>
        </summary>
        <dl>
          <dt>{text.role}</dt>
          <dd>{role === null ? text.byPlan : access.roles[role]}</dd>
          <dt>{text.from}</dt>
          <dd>{from}</dd>
          <dt>{text.outcome}</dt>
          <dd>{outcomeWords(outcome, words)}</dd>
          <State label={text.before} state={before} />
          <State label={text.after} state={after} />
        </dl>
      </details>
    </li>
  );
}

async function exportCsv(query: AuditQuery, text: Dictionary['audit']): Promise<string> {
  const answer = await window.ioc.call('audit.export', { ...query, heads: text.heads });
  if (!answer.ok) return '';
  saveFile(`nhat-ky-${vietnamDate(Date.now()).replaceAll('/', '-')}.csv`, 'text/csv', answer.value.csv);
  return text.exported(answer.value.entries);
}

/** Who did what, when, from which console, and what it changed: found by any word, kept as a table. */
export function AuditDesk() {
  const { audit: text, refusals } = useText();
  const [words, setWords] = useState('');
  const [span, setSpan] = useState<Span>(1);
  const [said, say] = useState('');
  const { found, query, more, again } = useSearch(words, span);
  const entries = found?.entries ?? [];
  return (
    <section className="audit" aria-label={text.title}>
      <Field
        label={text.search}
        type="search"
        value={words}
        maxLength={200}
        onChange={(event) => setWords(event.target.value)}
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
        <Button icon={Download} onClick={() => void exportCsv(query, text).then(say)}>
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
