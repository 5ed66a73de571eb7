import Database from 'better-sqlite3';
import { z } from 'zod';

/** The one file of this side that knows which SQLite it is. */
export type Db = Database.Database;

const Columns = z.array(z.object({ name: z.string() }));

class DamagedFile extends Error {}

const schema = `
  create table if not exists topics(topic text primary key, epoch text not null, floor integer not null, reserved integer not null) without rowid;
  create table if not exists facts(topic text, seq integer, asOf integer not null, at integer not null, body text not null, primary key(topic, seq)) without rowid;
  create table if not exists standing(topic text, key text, seq integer not null, asOf integer not null, overAt integer, body text not null, primary key(topic, key)) without rowid;
  create table if not exists readings(topic text, key text, seq integer not null, asOf integer not null, body text not null, primary key(topic, key)) without rowid;
  create table if not exists commands(wallId text, key text, at integer not null, body text not null, primary key(wallId, key)) without rowid;
  create table if not exists orders(device text, number integer, at integer not null, answer text not null, body text, primary key(device, number)) without rowid;
`;

/**
 * Opens the file for this process alone: a second backend on the same folder would give sequence numbers twice.
 * Throws when the file is damaged or taken.
 */
export function openDb(file: string): Db {
  const db = new Database(file, { timeout: 500 });
  try {
    db.pragma('locking_mode = EXCLUSIVE');
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.exec('begin exclusive; commit;');
    const health: unknown = db.pragma('quick_check(1)', { simple: true });
    if (health !== 'ok') throw new DamagedFile(String(health));
    db.exec(schema);
    knowBodies(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** A file from before bodies were kept beside answers gets the column; its orders are known by their number alone. */
function knowBodies(db: Db): void {
  const columns = Columns.parse(db.pragma('table_info(orders)'));
  if (!columns.some(({ name }) => name === 'body')) db.exec('alter table orders add column body text');
}

/** True when the file is not, or no longer, a sound database. */
export function isDamaged(failure: unknown): boolean {
  if (failure instanceof DamagedFile) return true;
  return failure instanceof Database.SqliteError && /^SQLITE_(CORRUPT|NOTADB|FORMAT)/.test(failure.code);
}

/** True when another process holds the file. */
export function isTaken(failure: unknown): boolean {
  return failure instanceof Database.SqliteError && failure.code.startsWith('SQLITE_BUSY');
}
