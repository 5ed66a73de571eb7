import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AuditQuery, AuditWord } from '../../../domain/audit/model.ts';
import { openAudit } from './auditTable.ts';
import { checksum } from './checksum.ts';
import { openDriver } from './driver.ts';

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
const all: AuditQuery = { words: [], from: 0, to: NOW + DAY };
const aWord = (text: string, named: Partial<AuditWord> = {}): AuditWord => ({
  text,
  ...{ actions: [], outcomes: [], roles: [] },
  ...named,
});

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
    const found = (...texts: readonly string[]) =>
      book.search({ ...all, words: texts.map((text) => aWord(text)) }, 9).map(({ subject }) => subject);

    expect(found('do', 'hanh')).toEqual(['Bản đồ']);
    expect(found('100%')).toEqual(['100%']);
    expect(found('%')).toEqual(['100%']);
    expect(found("'; DROP TABLE audit; --")).toEqual([]);
    book.close();
  });

  it('finds what a word names: the call, how it ended, the role; each word in its own way', () => {
    const book = open();
    book.append(entry('đưa lên'), 'hanh');
    book.append({ ...entry('bị từ chối'), outcome: 'scene-locked' }, 'hanh');
    book.append({ ...entry('sửa'), action: 'wall.editDraft' }, 'son');
    book.append({ ...entry('theo lịch'), role: null }, 'lich');
    const found = (...words: readonly AuditWord[]) =>
      book.search({ ...all, words }, 9).map(({ subject }) => subject);

    expect(found(aWord('sua', { actions: ['wall.editDraft'] }))).toEqual(['sửa']);
    expect(found(aWord('khoa', { outcomes: ['scene-locked', 'scene-reserved'] }))).toEqual(['bị từ chối']);
    expect(found(aWord('truc', { roles: ['operator'] }), aWord('hanh'))).toEqual(['bị từ chối', 'đưa lên']);
    expect(found(aWord('x', { actions: [`'; DROP TABLE audit; --`] }))).toEqual([]);
    book.close();
  });

  it('finds by their names also what an older product wrote, past what is damaged', () => {
    const older = openDriver(join(profileDir, 'audit.db'));
    older.exec(readFileSync(join(import.meta.dirname, 'migrations', '0001-audit.sql'), 'utf8'));
    older.exec('PRAGMA user_version = 1');
    const put = older.prepare('INSERT INTO audit (at, entry, words, sum) VALUES (?, ?, ?, ?)');
    const text = JSON.stringify(entry('cũ'));
    put.run(NOW, text, '', checksum(text));
    put.run(NOW, '{"action":"wall.ta', '', 0);
    older.close();

    const book = open();
    const named = aWord('len', { actions: ['wall.take'] });
    expect(book.search({ ...all, words: [named] }, 9).map(({ subject }) => subject)).toEqual(['cũ']);
    expect(setAside).toEqual([]);
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
