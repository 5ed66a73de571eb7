import { copyFileSync, existsSync, mkdtempSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { DamagedRow } from './checksum.ts';
import { damagedName } from '../files/wholeFile.ts';
import { openDriver, pragma, type Database, type DriverName } from './driver.ts';
import { migrate, NewerDatabase, type DatabaseKind } from './migrations.ts';

/** A database file is up to three files. */
const PARTS = ['', '-wal', '-shm'] as const;

export type Opening<Content> = {
  readonly file: string;
  readonly kind: DatabaseKind;
  readonly now: number;
  readonly driver?: DriverName;
  /** Reads what the product needs from it; damage found on the way counts like damage found by SQLite. */
  readonly read: (db: Database) => Content;
};

export type Opened<Content> = {
  readonly db: Database;
  readonly content: Content;
  /** Where the file is: not the profile when the disk refuses to write there. */
  readonly file: string;
  /** The damaged file's new name, when there was one. */
  readonly setAside?: string;
  /** True when the profile cannot be written: what is kept now is gone with the next start. */
  readonly elsewhere: boolean;
};

/**
 * Opens a database and reads it. A damaged one is set aside with everything that belongs to it, and a new one made; where
 * the disk refuses to write, a copy in the temporary folder serves until the next start.
 */
export function openDatabase<Content>(opening: Opening<Content>): Opened<Content> {
  try {
    return { ...openSound(opening), file: opening.file, elsewhere: false };
  } catch (error) {
    if (!isDamage(error)) return openElsewhere(opening);
  }
  const setAside = setFileAside(opening.file, opening.now);
  return { ...openSound(opening), file: opening.file, setAside, elsewhere: false };
}

function openSound<Content>({
  file,
  kind,
  driver,
  read,
}: Opening<Content>): Pick<Opened<Content>, 'db' | 'content'> {
  const db = openDriver(file, driver);
  try {
    db.exec('PRAGMA journal_mode = WAL; PRAGMA busy_timeout = 2000');
    // The past of readings is too large to be looked through at a start: its damage is found in use.
    if (kind !== 'history' && pragma(db, 'quick_check(1)') !== 'ok') throw new DamagedRow('quick_check');
    db.exec(`PRAGMA synchronous = ${kind === 'history' ? 'NORMAL' : 'FULL'}`);
    migrate(db, kind);
    return { db, content: readSoundly(db, read) };
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Another connection to the same file, which writes without waiting for the disk: what it loses comes again. */
export function openQuick(file: string, driver?: DriverName): Database {
  const db = openDriver(file, driver);
  db.exec('PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 2000');
  return db;
}

/** Content that cannot be read is damage, whatever it was that stumbled over it. */
function readSoundly<Content>(db: Database, read: (db: Database) => Content): Content {
  try {
    return read(db);
  } catch (error) {
    throw isSqlite(error) ? error : new DamagedRow(String(error));
  }
}

const damageCodes = /^SQLITE_(CORRUPT|NOTADB|ERROR|MISMATCH|CONSTRAINT|IOERR_SHORT_READ)/;

function isSqlite(error: unknown): error is Error & { readonly code: unknown } {
  return error instanceof Error && 'code' in error;
}

/** Damage, or content that this product cannot read; everything else is the disk's refusal. */
export function isDamage(error: unknown): boolean {
  if (error instanceof DamagedRow || error instanceof NewerDatabase) return true;
  return isSqlite(error) && damageCodes.test(String(error.code));
}

/** Renames a database with everything that belongs to it; returns its new name. */
export function setFileAside(file: string, now: number): string {
  const aside = damagedName(file, now);
  for (const part of PARTS) if (existsSync(file + part)) renameSync(file + part, aside + part);
  return aside;
}

function openElsewhere<Content>(opening: Opening<Content>): Opened<Content> {
  const file = join(mkdtempSync(join(tmpdir(), 'toan-canh-')), basename(opening.file));
  for (const part of ['', '-wal'] as const) copyIfThere(opening.file + part, file + part);
  try {
    return { ...openSound({ ...opening, file }), file, elsewhere: true };
  } catch {
    const fresh = `${file}.new`;
    return { ...openSound({ ...opening, file: fresh }), file: fresh, elsewhere: true };
  }
}

function copyIfThere(from: string, to: string): void {
  try {
    if (existsSync(from)) copyFileSync(from, to);
  } catch {
    // What cannot be read is started anew.
  }
}
