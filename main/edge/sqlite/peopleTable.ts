import { z } from 'zod';
import { PersonSchema } from '../../../domain/access/model.ts';
import type { People, PersonRecord } from '../../access/service.ts';
import type { Database } from './driver.ts';

const RecordSchema = PersonSchema.extend({
  pinHash: z.string().max(500),
  failures: z.number().int().nonnegative(),
  lockedUntil: z.number().int().nonnegative(),
});

/** The people of this console. */
export function readPeople(db: Database): readonly PersonRecord[] {
  const rows = db
    .prepare('SELECT id, name, role, pin_hash AS pinHash, failures, locked_until AS lockedUntil FROM people ORDER BY name')
    .all();
  return rows.map((row) => RecordSchema.parse(row));
}

/** Few, read at every sign-in; a table is their only home. */
export function openPeople(db: Database): People {
  const put = db.prepare(
    'INSERT OR REPLACE INTO people (id, name, role, pin_hash, failures, locked_until) VALUES (?, ?, ?, ?, ?, ?)',
  );
  return {
    all: () => readPeople(db),
    put: ({ id, name, role, pinHash, failures, lockedUntil }) =>
      void put.run(id, name, role, pinHash, failures, lockedUntil),
  };
}
