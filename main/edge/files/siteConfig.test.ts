import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readProvinceFile } from './provinceConfig.ts';
import { readSiteFile } from './siteConfig.ts';

const repo = join(import.meta.dirname, '../../..');
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'site-'));
  file = join(folder, 'room.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const room = {
  id: 'room',
  name: { vi: 'Phòng', en: 'Room' },
  province: 'thai-nguyen',
  wallId: 'main',
  seatDistanceMm: 5_000,
  displays: { arrangement: 'as-connected', panel: { widthMm: 1_217, heightMm: 685, bezelMm: 3.5 } },
  backend: { url: 'wss://ioc.example/', caFile: 'ca.pem' },
};

function problemsOf(
  text: string,
): readonly { readonly file: string; readonly path: string; readonly expected: string }[] {
  writeFileSync(file, text);
  const read = readSiteFile(file);
  return read.ok ? [] : read.problems;
}

describe('a room’s file', () => {
  it('has paths relative to itself', () => {
    writeFileSync(file, JSON.stringify({ ...room, map: { pack: '../maps/tn.pmtiles' } }));

    const read = readSiteFile(file);

    expect(read.ok && [read.value.backend.caFile, read.value.map.pack]).toEqual([
      join(folder, 'ca.pem'),
      join(folder, '../maps/tn.pmtiles'),
    ]);
  });

  it('may begin with the mark that Windows editors write', () => {
    expect(problemsOf(`\uFEFF${JSON.stringify(room)}`)).toEqual([]);
  });

  it('that is wrong is told field by field, with what was expected', () => {
    const { backend: _backend, ...rest } = room;
    const wrong = { ...rest, seatDistanceMm: 12, displays: { arrangement: 'virtual', columns: 99, rows: 2 } };

    const problems = problemsOf(JSON.stringify(wrong));

    expect(problems.map(({ path }) => path)).toEqual([
      'seatDistanceMm',
      'displays.columns',
      'displays.panel',
      'backend',
    ]);
    expect(problems[0]).toMatchObject({ file, expected: expect.stringContaining('500') });
  });

  it('that is no JSON says where it stops making sense', () => {
    expect(problemsOf('{"id": "room",')).toMatchObject([
      { file, path: '(file)', expected: expect.stringContaining('JSON') },
    ]);
  });

  it('that is not there, or is a folder, is told as that', () => {
    expect(readSiteFile(join(folder, 'gone.json'))).toMatchObject({
      ok: false,
      problems: [
        { path: '(file)', expected: 'tệp đọc được, nhiều nhất 16 MB / a readable file of at most 16 MB' },
      ],
    });
    expect(readSiteFile(folder)).toMatchObject({ ok: false, problems: [{ path: '(file)' }] });
  });
});

describe('the files that come with the product', () => {
  it.each(['demo', 'virtual'])('are sound: room %s', (id) => {
    expect(readSiteFile(join(repo, 'config/sites', `${id}.json`))).toMatchObject({ ok: true });
  });

  it('are sound: province thai-nguyen', () => {
    expect(readProvinceFile(join(repo, 'config/provinces/thai-nguyen.json'))).toMatchObject({ ok: true });
  });

  it('tell a misspelt field of a province, wherever it stands: what is not understood is never left out in silence', () => {
    const province = JSON.parse(readFileSync(join(repo, 'config/provinces/thai-nguyen.json'), 'utf8'));
    province.cameras[0].restrictd = true;
    province.indicators[1].limit = [];
    province.scenes[0].layout.screens[0].cells[0].panel.indikator = 'x';
    writeFileSync(file, JSON.stringify(province));

    const read = readProvinceFile(file);

    expect(read.ok ? [] : read.problems.map(({ path, expected }) => [path, expected])).toEqual([
      ['indicators[1]', 'bỏ trường limit / no field limit'],
      ['cameras[0]', 'bỏ trường restrictd / no field restrictd'],
      ['scenes[0].layout.screens[0].cells[0].panel', 'bỏ trường indikator / no field indikator'],
    ]);
  });
});
