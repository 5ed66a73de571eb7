import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DriverName } from './driver.ts';
import { openUsage } from './usageTable.ts';

const drivers: readonly DriverName[] =
  Number(process.versions['napi'] ?? 0) >= 10 ? ['better-sqlite3', 'libsql'] : ['libsql'];
const use = { kind: 'scene', subject: 'map', label: 'Bản đồ', shownMs: 60_000, times: 1, lastAt: 5 };

describe.each(drivers)('uses by day on %s', (driver) => {
  let profileDir = '';
  const aside: string[] = [];
  const open = () => openUsage({ profileDir, now: 0, driver, onSetAside: (file) => void aside.push(file) });

  beforeEach(() => void (profileDir = mkdtempSync(join(tmpdir(), 'toan-canh-usage-'))));
  afterEach(() => {
    aside.length = 0;
    rmSync(profileDir, { recursive: true, force: true });
  });

  it('are added up within a day, kept over a restart and dropped when they are old', () => {
    const book = open();
    book.add([{ ...use, day: 10 }]);
    book.add([
      { ...use, day: 10, shownMs: 30_000, lastAt: 9 },
      { ...use, day: 11 },
    ]);
    book.close();

    const again = open();
    expect(again.read(10, 10)).toEqual([{ ...use, shownMs: 90_000, times: 2, lastAt: 9 }]);
    expect([again.read(10, 11).length, again.firstDay()]).toEqual([2, 10]);
    again.drop(11);
    expect([again.read(0, 99).length, again.firstDay()]).toEqual([1, 11]);
    again.close();
  });

  it('know of no first day while nothing was counted', () => {
    const book = open();
    expect([book.firstDay(), book.read(0, 99)]).toEqual([null, []]);
    book.close();
  });

  it('of a damaged file are set aside and begin anew', () => {
    const book = open();
    book.add([{ ...use, day: 10 }]);
    book.close();
    const file = join(profileDir, 'usage.db');
    writeFileSync(file, readFileSync(file).fill(0x5a, 0, 200));

    const again = open();
    expect(again.read(0, 99)).toEqual([]);
    expect(aside).toHaveLength(1);
    expect(readdirSync(profileDir).some((name) => name.includes('damaged'))).toBe(true);
    again.close();
  });
});
