import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openAudit } from './auditTable.ts';

const NOW = Date.UTC(2026, 10, 22, 5);
const DAY = 86_400_000;
let profileDir: string;
let setAside: string[];

beforeEach(() => {
  profileDir = mkdtempSync(join(tmpdir(), 'audit-'));
  setAside = [];
});
afterEach(() => rmSync(profileDir, { recursive: true, force: true }));

const open = (now = NOW) =>
  openAudit({
    profileDir,
    now,
    days: 400,
    onSetAside: (file) => setAside.push(file),
    onUnpurged: () => undefined,
  });
const entry = (subject: string, at = NOW) => ({
  at,
  by: 'Nguyễn Thị Hạnh',
  role: 'operator' as const,
  from: 'console',
  action: 'wall.take',
  subject,
  outcome: 'done',
  before: { scene: 'Tổng quan' },
  after: { scene: subject },
});
const all = { text: '', from: 0, to: NOW + DAY };

describe('the audit log on disk', () => {
  it('is read newest first, page after page, after a restart too', () => {
    const book = open();
    for (const subject of ['một', 'hai', 'ba']) book.append(entry(subject), subject);
    book.close();

    const again = open();
    const first = again.search(all, 2);
    const rest = again.search({ ...all, beforeId: first.at(-1)?.id }, 2);
    again.close();

    expect([...first, ...rest].map(({ subject }) => subject)).toEqual(['ba', 'hai', 'một']);
  });

  it('finds all words of a search in any order, and takes no sign of it for a pattern', () => {
    const book = open();
    book.append(entry('Bản đồ'), 'nguyen thi hanh ban do');
    book.append(entry('100%'), 'nguyen thi hanh 100%');
    const found = (text: string) => book.search({ ...all, text }, 9).map(({ subject }) => subject);

    expect(found('do hanh')).toEqual(['Bản đồ']);
    expect(found('100%')).toEqual(['100%']);
    expect(found('%')).toEqual(['100%']);
    expect(found("'; DROP TABLE audit; --")).toEqual([]);
    book.close();
  });

  it('keeps what the site keeps, and no longer', () => {
    const book = open();
    book.append(entry('cũ', NOW - 300 * DAY), '');
    book.append(entry('mới'), '');
    book.close();

    const later = open(NOW + 200 * DAY);
    expect(later.search({ ...all, to: NOW + 300 * DAY }, 9).map(({ subject }) => subject)).toEqual(['mới']);
    later.close();
  });

  it('that was damaged is set aside, and a new one begun', () => {
    writeFileSync(
      join(profileDir, 'audit.db'),
      'no database at all, but long enough to be looked at'.repeat(50),
    );
    const book = open();
    book.append(entry('mới'), '');
    expect(book.search(all, 9)).toHaveLength(1);
    expect(setAside).toHaveLength(1);
    book.close();
  });
});
