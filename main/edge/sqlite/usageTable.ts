import { join } from 'node:path';
import type { Use } from '../../../domain/usage/model.ts';
import type { UsageBook } from '../../usage/service.ts';
import { checksum, readChecked } from './checksum.ts';
import { openDatabase } from './database.ts';
import { closeWhole, transaction, type Database, type DriverName } from './driver.ts';

type Row = { readonly use: string; readonly sum: number };

/** A day's row that is damaged counts for nothing; the other days stay. */
function useIn(row: Row | undefined): readonly Use[] {
  if (row === undefined) return [];
  try {
    return [readChecked(row.use, row.sum) as Use];
  } catch {
    return [];
  }
}

function bookOn(db: Database): UsageBook {
  const find = db.prepare('SELECT use, sum FROM uses WHERE day = ? AND kind = ? AND subject = ?');
  const put = db.prepare('INSERT OR REPLACE INTO uses (day, kind, subject, use, sum) VALUES (?, ?, ?, ?, ?)');
  const some = db.prepare('SELECT use, sum FROM uses WHERE day BETWEEN ? AND ?');
  const first = db.prepare('SELECT MIN(day) AS day FROM uses');
  const drop = db.prepare('DELETE FROM uses WHERE day < ?');

  function add({ day, ...use }: Use & { readonly day: number }): void {
    const [before] = useIn(find.get(day, use.kind, use.subject) as Row | undefined);
    const sum: Use = {
      ...use,
      shownMs: use.shownMs + (before?.shownMs ?? 0),
      times: use.times + (before?.times ?? 0),
      lastAt: Math.max(use.lastAt, before?.lastAt ?? 0),
    };
    const text = JSON.stringify(sum);
    put.run(day, use.kind, use.subject, text, checksum(text));
  }

  return {
    add: (uses) => transaction(db, () => uses.forEach(add)),
    read: (firstDay, lastDay) => (some.all(firstDay, lastDay) as readonly Row[]).flatMap(useIn),
    firstDay: () => (first.get() as { readonly day: number | null }).day,
    drop: (beforeDay) => void drop.run(beforeDay),
  };
}

/** Opens `usage.db`; a damaged one is set aside and counting begins anew. */
export function openUsage(config: {
  readonly profileDir: string;
  readonly now: number;
  readonly driver?: DriverName;
  readonly onSetAside: (file: string) => void;
}): UsageBook & { close(): void } {
  const { profileDir, now, driver } = config;
  const file = join(profileDir, 'usage.db');
  const opening = { file, kind: 'usage', now, ...(driver && { driver }), read: bookOn } as const;
  const { db, content: book, setAside } = openDatabase(opening);
  if (setAside !== undefined) config.onSetAside(setAside);
  return { ...book, close: () => closeWhole(db) };
}
