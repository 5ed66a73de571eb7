import { z } from 'zod';
import { PersonSchema } from '../../../domain/access/model.ts';
import type { People, PersonRecord } from '../../access/ports.ts';
import { checksum, readChecked } from './checksum.ts';
import type { Database } from './driver.ts';

const RecordSchema = PersonSchema.extend({
  pinHash: z.string().max(500),
  failures: z.number().int().nonnegative(),
  lockedUntil: z.number().int().nonnegative(),
  ofDemonstration: z.literal(true).exactOptional(),
});

type Row = { readonly person: string; readonly sum: number };

function rows(db: Database): readonly Row[] {
  return db.prepare('SELECT person, sum FROM people ORDER BY id').all() as readonly Row[];
}

function personIn({ person, sum }: Row): PersonRecord {
  return RecordSchema.parse(readChecked(person, sum));
}

/** The people of this console; throws when one of them is damaged. */
export function readPeople(db: Database): readonly PersonRecord[] {
  return rows(db).map(personIn);
}

/** The people that a damaged file still holds soundly. */
export function readSoundPeople(db: Database): readonly PersonRecord[] {
  return rows(db).flatMap((row) => {
    try {
      return [personIn(row)];
    } catch {
      return [];
    }
  });
}

/** Few, read at every sign-in; a table is their only home. */
export function openPeople(db: Database): People {
  const put = db.prepare('INSERT OR REPLACE INTO people (id, person, sum) VALUES (?, ?, ?)');
  const remove = db.prepare('DELETE FROM people WHERE id = ?');
  return {
    all: () => readPeople(db),
    put(record) {
      const text = JSON.stringify(record);
      put.run(record.id, text, checksum(text));
    },
    remove(personId) {
      remove.run(personId);
    },
  };
}
