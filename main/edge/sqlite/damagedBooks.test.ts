import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CameraSchema } from '../../../domain/cameras/model.ts';
import { openAudit } from './auditTable.ts';
import { openCameraBook } from './camerasTable.ts';
import { driverName, openDriver, type DriverName } from './driver.ts';
import { openEvidence } from './evidenceTable.ts';
import { openPlates } from './platesTable.ts';
import { openUsage } from './usageTable.ts';

const NOON = Date.UTC(2026, 10, 22, 5);
const DAY = 86_400_000;
const MANY = 200;
const PAGE = 4_096;
const key = Buffer.alloc(32, 7);
const long = 'x'.repeat(500);

let profileDir: string;
let setAside: string[];
let unpurged: unknown[];
beforeEach(() => {
  profileDir = mkdtempSync(join(tmpdir(), 'books-'));
  setAside = [];
  unpurged = [];
});
afterEach(() => rmSync(profileDir, { recursive: true, force: true }));

const numbered = Array.from({ length: MANY }, (_, index) => `n${index}`);

const camera = (id: string) =>
  CameraSchema.parse({
    id,
    unit: '19',
    name: { vi: long.slice(0, 300), en: id },
    point: [105.8, 21.6],
    provenance: 'live',
    view: { bearingDeg: 45, fieldDeg: 90, rangeM: 100 },
  });
const evidence = (id: string) => ({
  id,
  kind: 'clip' as const,
  cameraId: 'c',
  camera: long,
  source: '',
  place: '',
  by: 'Hạnh',
  at: NOON,
  from: NOON,
  to: NOON,
  note: '',
  files: [],
  sidecar: { name: 'a', text: '' },
});
const read = (id: string) => ({
  event: { id, cameraId: 'c', kind: 'plate', at: NOON, source: long, plate: '20A-•••.12' } as never,
  plate: '20A-123.12',
});
const entry = (subject: string) => ({
  at: NOON - 500 * DAY,
  by: 'Hạnh',
  role: 'operator' as const,
  from: 'console',
  action: 'wall.take',
  subject,
  outcome: 'done',
  before: { scene: long },
  after: {},
});

// Where the machine's Node cannot load better-sqlite3, the other driver is tested alone, as the product runs it.
const drivers: readonly DriverName[] = driverName() === 'libsql' ? ['libsql'] : ['better-sqlite3', 'libsql'];

describe.each(drivers)('a damaged book on %s', (driver) => {
  const place = () => ({
    profileDir,
    now: NOON,
    driver,
    onSetAside: (file: string) => void setAside.push(file),
  });
  const audit = () => openAudit({ ...place(), days: 400, onUnpurged: (error) => void unpurged.push(error) });

  /** Each book: how it is opened and read as the core does at its start, and how it is filled over many pages. */
  const books = {
    audit() {
      const book = audit();
      return { book, fill: () => numbered.forEach((id) => book.append(entry(id), long)) };
    },
    cameras() {
      const book = openCameraBook(place());
      const note = { importId: 'i', at: 5, by: 'Hạnh', file: 'a.csv', fresh: 1, changed: 1 };
      book.all();
      return {
        book,
        fill: () =>
          book.change(
            { put: numbered.map((id) => ({ camera: camera(id) })), gone: [] },
            { note, added: [], before: [] },
          ),
      };
    },
    evidence() {
      const book = openEvidence({ ...place(), key });
      book.all();
      return { book, fill: () => numbered.forEach((id) => book.keep(evidence(id))) };
    },
    plates() {
      const book = openPlates({ ...place(), key });
      book.watched();
      book.purge(NOON);
      return { book, fill: () => book.keep(numbered.map(read)) };
    },
    usage() {
      const book = openUsage(place());
      book.read(0, 99_999);
      const use = (subject: string) => ({
        kind: 'scene',
        subject,
        label: long,
        shownMs: 1,
        times: 1,
        lastAt: 5,
        day: 9,
      });
      return { book, fill: () => book.add(numbered.map(use)) };
    },
  };

  describe.each(Object.keys(books) as (keyof typeof books)[])('%s.db', (name) => {
    const file = (): string => join(profileDir, `${name}.db`);
    function filled(): void {
      const { book, fill } = books[name]();
      fill();
      book.close();
      const size = readFileSync(file()).length;
      expect(size).toBeGreaterThan(8 * PAGE);
    }

    it('with bad pages in its middle is set aside, and the core starts', () => {
      filled();
      const bytes = readFileSync(file());
      writeFileSync(file(), bytes.fill(0x5a, 2 * PAGE, bytes.length - PAGE));

      books[name]().book.close();

      expect(setAside).toHaveLength(1);
      expect(readdirSync(profileDir).some((each) => each.startsWith(`${name}.db.damaged-`))).toBe(true);
      books[name]().book.close();
      expect(setAside).toHaveLength(1);
    });

    it('that was cut off is set aside, and the core starts', () => {
      filled();
      writeFileSync(file(), readFileSync(file()).subarray(0, 3 * PAGE + 100));

      books[name]().book.close();

      expect(setAside).toHaveLength(1);
    });

    it('that has lost a table is set aside, and the core starts', () => {
      filled();
      const db = openDriver(file(), driver);
      const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all() as readonly {
        readonly name: string;
      }[];
      for (const table of tables)
        if (!table.name.startsWith('sqlite_')) db.exec(`DROP TABLE "${table.name}"`);
      db.close();

      books[name]().book.close();

      expect(setAside).toHaveLength(1);
    });
  });

  it('of what was done that cannot drop what is old, for the disk is full, is still read and written', () => {
    const first = audit();
    first.append(entry('cũ'), 'cu');
    first.close();
    const db = openDriver(join(profileDir, 'audit.db'), driver);
    db.exec("CREATE TRIGGER full BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'disk full'); END");
    db.close();

    const book = audit();
    book.append(entry('mới'), 'moi');

    expect(book.search({ words: [], from: 0, to: NOON }, 9)).toHaveLength(2);
    expect(unpurged).toHaveLength(1);
    expect(setAside).toEqual([]);
    book.close();
  });
});
