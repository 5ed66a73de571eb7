import { join } from 'node:path';
import type { AuditEntry, AuditQuery } from '../../../domain/audit/model.ts';
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

/** Every word of the search must stand somewhere; `%` and `_` are ordinary characters. */
function likes(text: string): readonly string[] {
  const words = text.split(/\s+/).filter((word) => word !== '');
  return words.map((word) => `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`);
}

function search(db: Database, query: AuditQuery, limit: number): readonly AuditEntry[] {
  const words = likes(query.text);
  const wanted = words.map(() => `AND words LIKE ? ESCAPE '\\'`).join(' ');
  const rows = db
    .prepare(
      `SELECT id, entry, sum FROM audit WHERE at BETWEEN ? AND ? AND id < ? ${wanted} ORDER BY id DESC LIMIT ?`,
    )
    .all(query.from, query.to, query.beforeId ?? NO_END, ...words, limit) as readonly Row[];
  return rows.flatMap(entryIn);
}

function bookOn(db: Database): AuditBook {
  const put = db.prepare('INSERT INTO audit (at, entry, words, sum) VALUES (?, ?, ?, ?)');
  return {
    append(entry, words) {
      const text = JSON.stringify(entry);
      put.run(entry.at, text, words, checksum(text));
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
