import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pragma, transaction, type Database } from './driver.ts';

/** Beside this file in the sources, beside the bundle in the product. */
const folder = join(import.meta.dirname, 'migrations');

export type DatabaseKind = 'world' | 'history' | 'audit' | 'usage' | 'plates' | 'cameras' | 'evidence';

/** Brings a database to the newest shape, file by file: `NNNN-<kind>….sql`. Throws when it is newer than the product. */
export function migrate(db: Database, kind: DatabaseKind): void {
  const files = readdirSync(folder)
    .filter((name) => new RegExp(`^\\d{4}-${kind}\\b.*\\.sql$`).test(name))
    .sort();
  const version = Number(pragma(db, 'user_version'));
  const last = files.at(-1);
  if (last === undefined) throw new Error(`no migrations for ${kind}`);
  if (version > numberOf(last)) throw new NewerDatabase(`${kind} is of version ${version}`);
  for (const file of files.filter((name) => numberOf(name) > version)) {
    transaction(db, () => {
      db.exec(readFileSync(join(folder, file), 'utf8'));
      db.exec(`PRAGMA user_version = ${numberOf(file)}`);
    });
  }
}

/** A newer product wrote it: this one cannot know what it means. */
export class NewerDatabase extends Error {}

function numberOf(file: string): number {
  return Number(file.slice(0, 4));
}
