import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CameraSchema } from '../../../domain/cameras/model.ts';
import { openCameraBook } from './camerasTable.ts';
import { openDriver } from './driver.ts';
import type { DriverName } from './driver.ts';

const drivers: readonly DriverName[] =
  Number(process.versions['napi'] ?? 0) >= 10 ? ['better-sqlite3', 'libsql'] : ['libsql'];

function registered(id: string, name = id) {
  const camera = CameraSchema.parse({
    id,
    unit: '19',
    name: { vi: name, en: name },
    point: [105.8, 21.6],
    provenance: 'live',
    view: { bearingDeg: 45, fieldDeg: 90, rangeM: 100 },
  });
  return { camera, source: { kind: 'rtsp' as const, main: `rtsp://10.0.0.1/${id}` } };
}

const note = { importId: 'i-1', at: 5, by: 'Hạnh', file: 'camera.csv', fresh: 1, changed: 1 };

describe.each(drivers)('the camera book on %s', (driver) => {
  let profileDir = '';
  const open = () => openCameraBook({ profileDir, now: 0, driver, onSetAside: () => undefined });

  beforeEach(() => void (profileDir = mkdtempSync(join(tmpdir(), 'toan-canh-cameras-'))));
  afterEach(() => rmSync(profileDir, { recursive: true, force: true }));

  it('keeps a list over a restart, and takes it back', () => {
    const first = open();
    const begin = { note, added: ['a', 'c'], before: [] };
    first.change({ put: [registered('a'), registered('c')], gone: [] }, begin);
    const last = { note, added: ['b'], before: [registered('a'), registered('c')] };
    first.change({ put: [registered('a', 'Mới'), registered('b')], gone: ['c'] }, last);
    first.close();

    const book = open();
    expect(book.all()).toEqual([registered('a', 'Mới'), registered('b')]);
    expect(book.lastStep()).toEqual(last);
    book.undo(last);
    expect(book.all()).toEqual([registered('a'), registered('c')]);
    expect(book.lastStep()).toEqual(begin);
    book.undo(begin);
    expect(book.all()).toEqual([]);
    expect(book.lastStep()).toBeUndefined();
    book.close();
  });

  it('keeps the last check over a restart, and only that', () => {
    const check = (checkId: string) => ({
      ...{ checkId, startedAt: 5, by: 'Hạnh', total: 2 },
      lines: [
        {
          cameraId: 'a',
          at: 6,
          state: 'live' as const,
          codec: 'H.264',
          widthPx: 640,
          heightPx: 352,
          fps: 25,
        },
        { cameraId: 'b', at: 7, state: 'offline' as const, trouble: 'unreachable' as const },
      ],
    });
    const first = open();
    expect(first.lastCheck()).toBeUndefined();
    first.keepCheck(check('one'));
    first.keepCheck(check('two'));
    first.close();

    const book = open();
    expect(book.lastCheck()).toEqual(check('two'));
    book.close();
  });

  it('forgets what it takes to undo older changes, and says which', () => {
    const book = open();
    const steps = ['a', 'b', 'c'].map((id) => ({ note: { ...note, importId: id }, added: [id], before: [] }));
    for (const step of steps) book.change({ put: [registered(step.note.importId)], gone: [] }, step);

    expect(book.forget(2)).toEqual(steps.slice(0, 1));
    expect(book.forget(2)).toEqual([]);
    expect(book.lastStep()).toEqual(steps[2]);
    book.close();
  });

  it('loses a damaged row, and no other with it', () => {
    const first = open();
    const put = [registered('a'), registered('b')];
    first.change({ put, gone: [] }, { note, added: ['a', 'b'], before: [] });
    first.close();
    const db = openDriver(join(profileDir, 'cameras.db'), driver);
    db.exec("UPDATE cameras SET content = replace(content, '45', '46') WHERE id = 'a'");
    db.close();

    const book = open();
    expect(book.all().map(({ camera }) => camera.id)).toEqual(['b']);
    book.close();
  });
});
