import type { Person } from '../../domain/access/model.ts';
import type { AuditCalls } from '../../domain/audit/calls.ts';
import { QueryInput } from '../../domain/audit/inputs.ts';
import {
  AUDIT_EXPORT,
  AUDIT_PAGE,
  type AuditEntry,
  type AuditQuery,
  type AuditState,
} from '../../domain/audit/model.ts';
import type { ActName } from '../../domain/contract/calls.ts';
import { accept, endedAs } from '../../domain/kernel/outcome.ts';
import { fold } from '../../domain/kernel/text.ts';
import type { Handlers } from '../kernel/handlers.ts';
import type { Hub } from '../kernel/hub.ts';
import type { Clock, Log } from '../kernel/ports.ts';
import { personSubject } from './people.ts';
import { inputAbout, subjectOf, type Subject } from './subjects.ts';

/** What the disk refused waits and is tried again this often, ms; beyond so many entries the oldest are lost. */
const AGAIN_MS = 10_000;
const MOST_WAITING = 2_000;

/** Where the log of what was done is kept: it only grows, and drops what is older than the site keeps. */
export type AuditBook = {
  /** Throws when the disk refuses. */
  append(entry: Omit<AuditEntry, 'id'>, words: string): void;
  /** Newest first. */
  search(query: AuditQuery, limit: number): readonly AuditEntry[];
};

/** Who did something, and where. */
export type Doer = Pick<AuditEntry, 'by' | 'role' | 'from'>;

type Needs = {
  readonly hub: Pick<Hub, 'world'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly book: AuditBook;
  readonly personOf: (personId: string) => Person | null;
  /** Whether the book has all entries: what it refused is kept here meanwhile, and given to it again. */
  readonly onKept: (kept: boolean) => void;
};

function toldValue(value: AuditState[string]): string {
  return typeof value === 'object' && value !== null
    ? `${value.kind} ${value.shows} ${value.place}`
    : String(value);
}

function told(state: AuditState): string {
  return Object.entries(state)
    .map(([field, value]) => `${field}: ${toldValue(value)}`)
    .join('; ');
}

/** All words by which an entry is found, without marks. */
function wordsOf({ by, from, action, subject, before, after }: Omit<AuditEntry, 'id'>): string {
  return fold([by, from, action, subject, told(before), told(after)].join(' '));
}

/** What people type is looked for without its marks. */
function folded({ words, ...query }: AuditQuery): AuditQuery {
  return { ...query, words: words.map((word) => ({ ...word, text: fold(word.text) })) };
}

/** The call with the name that it gave to what it made. */
function withMade(input: unknown, answer: unknown): unknown {
  const made: unknown = endedAs(answer) === 'done' ? Object(Object(answer)['value']) : {};
  const ids = Object.entries(Object(made)).filter(([name]) => name === 'tourId' || name === 'entryId');
  return ids.length === 0 ? input : { ...Object(input), ...Object.fromEntries(ids) };
}

/** The log of who did what, when, from where, and what it changed. Reading it needs a right; writing it asks nobody. */
export function createAudit({ hub, clock, log, book, personOf, onKept }: Needs) {
  function aboutNow(action: ActName, input: unknown): Subject {
    return action.startsWith('access.')
      ? personSubject(action, input, personOf)
      : subjectOf(action, input, hub.world());
  }

  /** In the order in which things were done. */
  const waiting: Omit<AuditEntry, 'id'>[] = [];
  let callOff = (): void => undefined;

  function keep(): void {
    callOff();
    try {
      for (let [entry] = waiting; entry !== undefined; [entry] = waiting) {
        book.append(entry, wordsOf(entry));
        waiting.shift();
      }
      onKept(true);
    } catch (error) {
      log.error('audit.unkept', { entries: waiting.length, reason: String(error) });
      onKept(false);
      callOff = clock.after(AGAIN_MS, keep);
    }
  }

  function write(entry: Omit<AuditEntry, 'id'>): void {
    waiting.push(entry);
    if (waiting.length > MOST_WAITING) waiting.shift();
    keep();
  }

  const calls: Handlers<keyof AuditCalls> = {
    'audit.search': {
      allowed: ['console'],
      right: 'audit.read',
      quiet: true,
      parse: (raw) => QueryInput.parse(raw),
      run: (query) => accept(book.search(folded(query), AUDIT_PAGE)),
    },
    'audit.export': {
      allowed: ['console'],
      right: 'audit.read',
      parse: (raw) => QueryInput.parse(raw),
      run: (query) => accept({ entries: JSON.stringify(book.search(folded(query), AUDIT_EXPORT)) }),
    },
  };

  return {
    calls,
    /** The last word: what waits is written now, or lost. */
    stop(): void {
      keep();
      callOff();
    },
    /** Notes what is about to be done; the returned function notes how it ended. */
    begin(action: ActName, input: unknown, doer: Doer): (answer: unknown) => void {
      const about = inputAbout(action, input, hub.world());
      const before = aboutNow(action, about);
      return (answer) => {
        const after = aboutNow(action, withMade(about, answer));
        write({
          at: clock.now(),
          ...doer,
          action,
          // What was dropped had its name before; coming and going is about whoever comes and goes.
          subject: after.subject || before.subject || (action.startsWith('access.') ? doer.by : ''),
          outcome: endedAs(answer),
          before: before.state,
          after: after.state,
        });
      };
    },
  };
}
