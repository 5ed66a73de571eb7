import { join } from 'node:path';
import type { AuditEntry, AuditQuery, AuditWord } from '../../../domain/audit/model.ts';
import type { AuditBook } from '../../audit/service.ts';
import { checksum, readChecked } from './checksum.ts';
import { openDatabase } from './database.ts';
import { closeWhole, type Database, type DriverName } from './driver.ts';

const DAY_MS = 86_400_000;
/** An entry that is found but damaged is left out; so many are looked at for one page. */
const NO_END = Number.MAX_SAFE_INTEGER;

export type AuditConfig = {
  readonly profileDir: string;
  readonly now: number;
  /** Entries are kept this long. */
  readonly days: number;
  readonly driver?: DriverName;
  readonly onSetAside: (file: string) => void;
  /** What is too old could not be dropped: it goes with the next start. */
  readonly onUnpurged: (error: unknown) => void;
};

type Row = { readonly id: number; readonly entry: string; readonly sum: number };

function entryIn({ id, entry, sum }: Row): readonly AuditEntry[] {
  try {
    return [{ ...(readChecked(entry, sum) as Omit<AuditEntry, 'id'>), id }];
  } catch {
    return [];
  }
}

type Condition = { readonly sql: string; readonly values: readonly string[] };

function isOneOf(column: 'action' | 'outcome' | 'role', names: readonly string[]): readonly Condition[] {
  if (names.length === 0) return [];
  return [{ sql: `${column} IN (${names.map(() => '?').join(', ')})`, values: names }];
}

/** The word stands somewhere, or names what the entry is of; `%` and `_` are ordinary characters. */
function holds({ text, actions, outcomes, roles }: AuditWord): Condition {
  const like = { sql: `words LIKE ? ESCAPE '\\'`, values: [`%${text.replaceAll(/[\\%_]/g, '\\$&')}%`] };
  const ways = [
    like,
    ...isOneOf('action', actions),
    ...isOneOf('outcome', outcomes),
    ...isOneOf('role', roles),
  ];
  return { sql: ways.map(({ sql }) => sql).join(' OR '), values: ways.flatMap(({ values }) => values) };
}

function search(db: Database, query: AuditQuery, limit: number): readonly AuditEntry[] {
  const words = query.words.map(holds);
  const wanted = words.map(({ sql }) => `AND (${sql})`).join(' ');
  const values = words.flatMap((word) => word.values);
  const rows = db
    .prepare(
      `SELECT id, entry, sum FROM audit WHERE at BETWEEN ? AND ? AND id < ? ${wanted} ORDER BY id DESC LIMIT ?`,
    )
    .all(query.from, query.to, query.beforeId ?? NO_END, ...values, limit) as readonly Row[];
  return rows.flatMap(entryIn);
}

function bookOn(db: Database): AuditBook {
  const put = db.prepare(
    'INSERT INTO audit (at, entry, words, sum, action, outcome, role) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  return {
    append(entry, words) {
      const text = JSON.stringify(entry);
      put.run(entry.at, text, words, checksum(text), entry.action, entry.outcome, entry.role ?? '');
    },
    search: (query, limit) => search(db, query, limit),
  };
}

/** Opens `audit.db`; a damaged one is set aside and a new one begun. What is older than the site keeps goes at the start. */
export function openAudit(config: AuditConfig): AuditBook & { close(): void } {
  const { profileDir, now, days, driver } = config;
  const file = join(profileDir, 'audit.db');
  const opening = { file, kind: 'audit', now, ...(driver && { driver }), read: bookOn } as const;
  const { db, content: book, setAside } = openDatabase(opening);
  if (setAside !== undefined) config.onSetAside(setAside);
  // Dropping writes: a full disk must not keep the wall dark for it.
  try {
    db.prepare('DELETE FROM audit WHERE at < ?').run(now - days * DAY_MS);
  } catch (error) {
    config.onUnpurged(error);
  }
  return { ...book, close: () => closeWhole(db) };
}
