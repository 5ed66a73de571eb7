import { join } from 'node:path';
import { knownSince, type CameraEvent } from '../../../domain/cameras/events.ts';
import type { WatchEntry } from '../../../domain/cameras/eventCalls.ts';
import { plateKey } from '../../../domain/cameras/plates.ts';
import type { PlateBook, PlateQuery } from '../../cameras/platePorts.ts';
import { openDatabase } from './database.ts';
import { closeWhole, transaction, type Database, type DriverName } from './driver.ts';
import { createSeal } from './sealed.ts';

const NO_END = Number.MAX_SAFE_INTEGER;

type Row = { readonly number: number; readonly event: string };
type Sealed = { readonly id: string; readonly sealed: string };

function bookOn(db: Database, key: Buffer): PlateBook {
  const { seal, open, mark } = createSeal(key);
  const put = db.prepare(
    'INSERT OR IGNORE INTO reads (id, known_at, masked, mark, event, sealed) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const some = db.prepare(
    `SELECT number, event FROM reads WHERE known_at BETWEEN ? AND ? AND number < ? AND (? IS NULL OR mark = ?)
     AND (? IS NULL OR instr(masked, ?) > 0) ORDER BY number DESC LIMIT ?`,
  );
  const one = db.prepare('SELECT id, event, sealed FROM reads WHERE id = ?');
  const count = db.prepare('SELECT COUNT(*) AS gone FROM reads WHERE known_at < ?');
  const drop = db.prepare('DELETE FROM reads WHERE known_at < ?');
  const all = db.prepare('SELECT id, sealed FROM watched');
  const putWatch = db.prepare('INSERT OR REPLACE INTO watched (id, sealed) VALUES (?, ?)');
  const dropWatch = db.prepare('DELETE FROM watched WHERE id = ?');

  return {
    keep: (reads) =>
      transaction(db, () => {
        for (const { event, plate } of reads)
          put.run(
            event.id,
            knownSince(event),
            event.plate ?? '',
            mark(plateKey(plate)),
            JSON.stringify(event),
            seal(event.id, plate),
          );
      }),
    search({ from, to, before, masked, key: plate }: PlateQuery, limit) {
      const wanted = plate === undefined ? null : mark(plate);
      const part = masked === undefined || masked === '' ? null : masked;
      const rows = some.all(from, to, before ?? NO_END, wanted, wanted, part, part, limit);
      return (rows as readonly Row[]).map(({ number, event }) => ({
        number,
        event: JSON.parse(event) as CameraEvent,
      }));
    },
    readOf(eventId) {
      const row = one.get(eventId) as (Sealed & Pick<Row, 'event'>) | undefined;
      if (row === undefined) return undefined;
      const plate = open(row.id, row.sealed);
      return plate === undefined ? undefined : { event: JSON.parse(row.event) as CameraEvent, plate };
    },
    watched: () =>
      (all.all() as readonly Sealed[]).flatMap(({ id, sealed }) => {
        const text = open(id, sealed);
        return text === undefined ? [] : [JSON.parse(text) as WatchEntry];
      }),
    watch: (entry) => void putWatch.run(entry.id, seal(entry.id, JSON.stringify(entry))),
    unwatch: (entryId) => void dropWatch.run(entryId),
    purge(before) {
      const { gone } = count.get(before) as { readonly gone: number };
      if (gone > 0) drop.run(before);
      return gone;
    },
  };
}

/** Opens `plates.db`; a damaged one is set aside and reading begins anew. */
export function openPlates(config: {
  readonly profileDir: string;
  readonly now: number;
  readonly key: Buffer;
  readonly driver?: DriverName;
  readonly onSetAside: (file: string) => void;
}): PlateBook & { close(): void } {
  const { profileDir, now, driver, key } = config;
  const file = join(profileDir, 'plates.db');
  const read = (opened: Database) => bookOn(opened, key);
  const opening = { file, kind: 'plates', now, ...(driver && { driver }), read } as const;
  const { db, content: book, setAside } = openDatabase(opening);
  if (setAside !== undefined) config.onSetAside(setAside);
  return { ...book, close: () => closeWhole(db) };
}
