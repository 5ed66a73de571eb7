import type { Cursor } from '../../../domain/contract/wire.ts';
import { CursorSchema } from '../../../domain/contract/wire.ts';
import { LanguageSchema } from '../../../domain/kernel/schema.ts';
import type { Language } from '../../../domain/kernel/text.ts';
import type { KeptLanguage } from '../../access/ports.ts';
import { checksum, readChecked } from './checksum.ts';
import type { Database } from './driver.ts';

export type MetaName = 'device' | 'next_order' | 'last_heard_at' | 'language';

/** What this machine knows of itself. */
export function readMeta(db: Database, name: MetaName): string | undefined {
  const row = db.prepare('SELECT value, sum FROM meta WHERE name = ?').get(name) as
    { readonly value: string; readonly sum: number } | undefined;
  return row && String(readChecked(row.value, row.sum));
}

export function metaWriter(db: Database) {
  const put = db.prepare('INSERT OR REPLACE INTO meta (name, value, sum) VALUES (?, ?, ?)');
  return (name: MetaName, value: string | number): void => {
    const text = JSON.stringify(value);
    put.run(name, text, checksum(text));
  };
}

/** What this machine's console speaks; throws when that is damaged. */
export function readLanguage(db: Database): Language {
  return LanguageSchema.parse(readMeta(db, 'language') ?? 'vi');
}

export function openLanguage(db: Database): KeptLanguage {
  const put = metaWriter(db);
  return { read: () => readLanguage(db), keep: (language) => put('language', language) };
}

/** How far this machine has come in each topic. */
export function readCursors(db: Database): readonly Cursor[] {
  const rows = db.prepare('SELECT cursor, sum FROM cursors').all() as readonly {
    readonly cursor: string;
    readonly sum: number;
  }[];
  return rows.map(({ cursor, sum }) => CursorSchema.parse(readChecked(cursor, sum)));
}

/** Writes cursors. The caller holds the transaction. */
export function cursorWriter(db: Database) {
  const put = db.prepare('INSERT OR REPLACE INTO cursors (topic, cursor, sum) VALUES (?, ?, ?)');
  return (cursor: Cursor): void => {
    const text = JSON.stringify(cursor);
    put.run(cursor.topic, text, checksum(text));
  };
}
