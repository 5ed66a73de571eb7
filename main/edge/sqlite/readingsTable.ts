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

type PointRow = {
  readonly as_of: number;
  readonly value: number | null;
  readonly provenance: NonNullable<HistoryPoint[2]> | null;
  readonly sum: number;
};

function pointSum(key: string, point: HistoryPoint): number {
  return checksum(JSON.stringify([key, ...point]));
}

/** A point from before its provenance was kept has none. */
function pointOf({ as_of, value, provenance }: PointRow): HistoryPoint {
  return provenance === null ? [as_of, value] : [as_of, value, provenance];
}

/** Points of the past, key by key, in a database of their own. */
export function openHistory(db: Database) {
  const put = db.prepare(
    'INSERT OR REPLACE INTO points (key, as_of, value, arrived_at, sum, provenance) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const newest = db.prepare(
    'SELECT as_of, value, provenance, sum FROM points WHERE key = ? AND as_of >= ? ORDER BY as_of DESC LIMIT ?',
  );
  const drop = db.prepare('DELETE FROM points WHERE key = ? AND as_of < ?');
  return {
    /** The caller holds the transaction. */
    put([key, value, asOf, arrivedAt, , provenance]: PortReading): void {
      put.run(key, asOf, value, arrivedAt, pointSum(key, [asOf, value, provenance]), provenance);
    },
    /** Oldest first; a point whose checksum does not fit is left out. */
    since(key: string, since: number, limit: number): readonly HistoryPoint[] {
      const rows = newest.all(key, since, limit) as readonly PointRow[];
      const sound = rows.filter((row) => pointSum(key, pointOf(row)) === row.sum);
      return sound.map(pointOf).reverse();
    },
    drop: (key: string, before: number): unknown => drop.run(key, before),
  };
}
