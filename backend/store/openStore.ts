import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { reasonOf, type Log } from '../log.ts';
import { isDamaged, isTaken, openDb } from './driver.ts';
import { createSqliteStore } from './sqliteStore.ts';
import type { Store } from './store.ts';

/** The folder is in use by another backend. */
export class StoreTaken extends Error {}

function setAside(file: string, now: number): void {
  for (const end of ['', '-wal', '-shm']) {
    if (existsSync(file + end)) renameSync(file + end, `${file}.damaged-${now}${end}`);
  }
}

/** Rows that are not what was written count as damage, like pages that are not. */
function damaged(failure: unknown): boolean {
  return isDamaged(failure) || failure instanceof z.ZodError || failure instanceof SyntaxError;
}

/**
 * Opens the store in a folder. A damaged file is set aside, never overwritten: the topics start over with a new epoch, and
 * every client with them.
 */
export function openStore(folder: string, log: Log, now: () => number = Date.now): Store {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'backend.sqlite');
  const open = () => {
    const db = openDb(file);
    try {
      return createSqliteStore({ db, log, now });
    } catch (error) {
      db.close();
      throw error;
    }
  };
  try {
    return open();
  } catch (error) {
    if (isTaken(error)) throw new StoreTaken(folder, { cause: error });
    if (!damaged(error)) throw error;
    log.error('store.setAside', { reason: reasonOf(error) });
    setAside(file, now());
    return open();
  }
}
