import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CameraEvent } from '../../../domain/cameras/events.ts';
import { openDriver } from './driver.ts';
import { openPlates } from './platesTable.ts';

const KNOWN = Date.UTC(2026, 9, 1);
let profileDir = '';

beforeEach(() => {
  profileDir = mkdtempSync(join(tmpdir(), 'toan-canh-plates-table-'));
});
afterEach(() => rmSync(profileDir, { recursive: true, force: true }));

/** What the product wrote while it went by the reader's clock. */
function writtenByAnOlderProduct(reads: readonly Pick<CameraEvent, 'id' | 'at' | 'knownAt'>[]): void {
  const older = openDriver(join(profileDir, 'plates.db'));
  older.exec(readFileSync(join(import.meta.dirname, 'migrations', '0001-plates.sql'), 'utf8'));
  older.exec('PRAGMA user_version = 1');
  const put = older.prepare(
    "INSERT INTO reads (id, at, masked, mark, event, sealed) VALUES (?, ?, '20A-•••.45', 'm', ?, 's')",
  );
  for (const read of reads) put.run(read.id, read.at, JSON.stringify(read));
  older.close();
}

describe('the plate log of an older product', () => {
  it('is kept by when the room knew of each read; one from ahead of all time, from now on', () => {
    const setAside: string[] = [];
    writtenByAnOlderProduct([
      { id: 'behind', at: Date.UTC(2005, 0, 1), knownAt: KNOWN },
      { id: 'ahead', at: Date.UTC(2040, 0, 1) },
    ]);
    const book = openPlates({
      profileDir,
      now: KNOWN,
      key: Buffer.alloc(32, 7),
      onSetAside: (file) => void setAside.push(file),
    });

    const idsOf = (from: number, to: number) => book.search({ from, to }, 9).map(({ event }) => event.id);
    expect(idsOf(KNOWN, KNOWN)).toEqual(['behind']);
    expect(idsOf(KNOWN + 1, Date.now())).toEqual(['ahead']);
    expect(book.purge(KNOWN + 1)).toBe(1);
    expect(setAside).toEqual([]);
    book.close();
  });
});
