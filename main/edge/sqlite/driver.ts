import { createRequire } from 'node:module';

/** The part of better-sqlite3's API that both drivers have. */
export type Database = {
  prepare(sql: string): Statement;
  exec(sql: string): unknown;
  close(): unknown;
};

export type Statement = {
  run(...parameters: readonly SqlValue[]): unknown;
  get(...parameters: readonly SqlValue[]): unknown;
  all(...parameters: readonly SqlValue[]): readonly unknown[];
};

export type SqlValue = string | number | null;
export type DriverName = 'better-sqlite3' | 'libsql';

type Driver = new (file: string) => Database;

/**
 * better-sqlite3's prebuilt binary wants Node-API 10; on an older runtime it does not throw, the process dies. libsql has
 * the same synchronous API and runs on both.
 */
export function driverName(napi: string | undefined = process.versions['napi']): DriverName {
  return Number(napi ?? 0) >= 10 ? 'better-sqlite3' : 'libsql';
}

/** Opens a database file with the driver that this runtime can load. */
export function openDriver(file: string, name: DriverName = driverName()): Database {
  const Driver = createRequire(import.meta.url)(name) as Driver;
  return new Driver(file);
}

/** A pragma's one value: the two drivers return it in different clothes. */
export function pragma(db: Database, text: string): unknown {
  return Object.values(Object(db.prepare(`PRAGMA ${text}`).get()))[0];
}

/** Ends a connection with everything in the main file: libsql keeps the log open for as long as a statement lives. */
export function closeWhole(db: Database): void {
  try {
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } catch {
    // A full disk keeps the log as it is; the next start reads it.
  }
  db.close();
}

/** Runs `work` in one transaction: all of it, or nothing. */
export function transaction(db: Database, work: () => void): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    work();
    db.exec('COMMIT');
  } catch (error) {
    rollBack(db);
    throw error;
  }
}

/** A disk that is full has often rolled back by itself already. */
function rollBack(db: Database): void {
  try {
    db.exec('ROLLBACK');
  } catch {
    // Nothing is open any more: that is what was wanted.
  }
}
