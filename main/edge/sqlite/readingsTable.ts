import type { PortReading } from '../../../domain/contract/port.ts';
import type { HistoryPoint } from '../../../domain/indicators/calls.ts';
import { checksum, readChecked } from './checksum.ts';
import type { Database } from './driver.ts';

/** The latest reading of each key. */
export function readReadings(db: Database): readonly PortReading[] {
  const rows = db.prepare('SELECT reading, sum FROM readings').all() as readonly {
    readonly reading: string;
    readonly sum: number;
  }[];
  return rows.map(({ reading, sum }) => readChecked(reading, sum) as PortReading);
}

/** Writes the latest readings. The caller holds the transaction. */
export function readingsWriter(db: Database) {
  const put = db.prepare('INSERT OR REPLACE INTO readings (key, reading, sum) VALUES (?, ?, ?)');
  return (reading: PortReading): void => {
    const text = JSON.stringify(reading);
    put.run(reading[0], text, checksum(text));
  };
}

type PointRow = { readonly as_of: number; readonly value: number | null; readonly sum: number };

function pointSum(key: string, asOf: number, value: number | null): number {
  return checksum(JSON.stringify([key, asOf, value]));
}

/** Points of the past, key by key, in a database of their own. */
export function openHistory(db: Database) {
  const put = db.prepare(
    'INSERT OR REPLACE INTO points (key, as_of, value, arrived_at, sum) VALUES (?, ?, ?, ?, ?)',
  );
  const newest = db.prepare(
    'SELECT as_of, value, sum FROM points WHERE key = ? AND as_of >= ? ORDER BY as_of DESC LIMIT ?',
  );
  const drop = db.prepare('DELETE FROM points WHERE key = ? AND as_of < ?');
  return {
    /** The caller holds the transaction. */
    put([key, value, asOf, arrivedAt]: PortReading): void {
      put.run(key, asOf, value, arrivedAt, pointSum(key, asOf, value));
    },
    /** Oldest first; a point whose checksum does not fit is left out. */
    since(key: string, since: number, limit: number): readonly HistoryPoint[] {
      const rows = newest.all(key, since, limit) as readonly PointRow[];
      const sound = rows.filter(({ as_of, value, sum }) => pointSum(key, as_of, value) === sum);
      return sound.map(({ as_of, value }): HistoryPoint => [as_of, value]).reverse();
    },
    drop: (key: string, before: number): unknown => drop.run(key, before),
  };
}
