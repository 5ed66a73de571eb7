import { describe, expect, it } from 'vitest';
import type { Unit } from '../units/model.ts';
import { columnsOf, importColumns, missingColumns } from './columns.ts';
import { createImportList } from './importList.ts';
import { unitFinder, type ImportedCamera } from './importing.ts';

const unit = (code: string, vi: string): Unit => ({
  code,
  name: { vi, en: vi },
  tier: 'commune',
  point: [105.8, 21.6],
});
const find = unitFinder([
  unit('05443', 'Phường Phan Đình Phùng'),
  unit('01843', 'Phường Đức Xuân'),
  unit('05500', 'Xã Đồng Hỷ'),
  unit('05501', 'Phường Đồng Hỷ'),
]);

const HEADER = [
  'Mã camera',
  'Tên camera',
  'Xã/phường',
  'Vĩ độ',
  'Kinh độ',
  'Luồng chính',
  'Hướng',
  'Tài khoản',
  'Mật khẩu',
];
const ROW = ['cam-1', 'Cầu Gia Bảy', '05443', '21,6005', '105,8405', 'rtsp://10.0.0.1/main', '', '', ''];

/** The row with these cells instead, by header. */
function row(change: Readonly<Record<string, string>> = {}): readonly string[] {
  return ROW.map((cell, at) => change[HEADER[at] ?? ''] ?? cell);
}

function read(rows: readonly (readonly string[])[], header = HEADER) {
  const list = createImportList(find, () => 'fresh');
  list.put([header, ...rows]);
  return { ...list.preview(), cameras: list.cameras() };
}

const only = (change: Readonly<Record<string, string>>): ImportedCamera | undefined =>
  read([row(change)]).cameras[0];
const problem = (change: Readonly<Record<string, string>>) => read([row(change)]).problems;

describe('a list of 10,000 cameras of which 300 are wrong', () => {
  const rows = Array.from({ length: 10_000 }, (_, n) =>
    row({ 'Mã camera': `cam-${n}`, ...(n % 34 === 33 && n < 10_200 && { 'Vĩ độ': 'hai mươi mốt' }) }),
  );
  const wrong = rows.filter((cells) => cells[3] === 'hai mươi mốt').length;
  const outcome = read(rows);

  it('names the row, the column and what belongs there for each wrong one, and keeps all others', () => {
    expect(outcome.rows).toBe(10_000);
    expect(outcome.wrongRows).toBe(wrong);
    expect(outcome.cameras).toHaveLength(10_000 - wrong);
    expect(outcome.problems[0]).toEqual({
      row: 35,
      column: 'latitude',
      expected: 'latitude',
      found: 'hai mươi mốt',
    });
  });
});

describe('a password in a list', () => {
  it('leaves the address, and is told in no problem', () => {
    const imported = only({ 'Luồng chính': 'rtsp://admin:Th%40i1@10.0.0.1:554/main' });

    expect(imported?.source).toEqual({ kind: 'rtsp', main: 'rtsp://10.0.0.1:554/main' });
    expect(imported?.secret).toBe('admin:Th@i1');
  });

  it('that holds an @ or a slash would be taken for the address: the row is refused without its content', () => {
    for (const address of ['rtsp://admin:p@ss@10.0.0.1/main', 'rtsp://admin:p/ss@10.0.0.1/main'])
      expect(problem({ 'Luồng chính': address })).toEqual([
        { row: 2, column: 'main', expected: 'address-without-at' },
      ]);
  });

  it.each([
    'http://10.0.0.1/a.m3u8?pwd=123456',
    'http://10.0.0.1/a.m3u8?access_token=123456',
    'rtsp://10.0.0.1:554/user=admin_password=123456_channel=1_stream=0.sdp?real_stream',
    'rtsp://10.0.0.1:554/user=admin&password=123456&channel=1&stream=0.sdp',
    'rtsp://10.0.0.1:554/live;user=admin;PassWord%3D123456',
    'rtsp://10.0.0.1/password=123456/1',
  ])('in the query of an address or in its path is refused too: %s', (address) => {
    expect(problem({ 'Luồng chính': address })).toEqual([
      { row: 2, column: 'main', expected: 'address-without-password' },
    ]);
  });

  it('is not seen in an address that only looks like one', () => {
    for (const address of ['rtsp://10.0.0.1/keypad/1', 'rtsp://10.0.0.1/gate?monkey=1&bypass=2'])
      expect(only({ 'Luồng chính': address })?.source?.main).toBe(address);
  });

  it('may stand in columns of its own', () => {
    expect(only({ 'Tài khoản': 'xem', 'Mật khẩu': 'a:b@c/d' })?.secret).toBe('xem:a:b@c/d');
  });
});

describe('a row', () => {
  it('that says the same id again names the row that has it', () => {
    expect(read([row(), row({ 'Tên camera': 'Khác' })]).problems).toEqual([
      { row: 3, column: 'id', expected: 'twice', found: 'cam-1', other: 2 },
    ]);
  });

  it('without any word is none, and those after it keep their numbers', () => {
    expect(read([ROW.map(() => ' '), row({ 'Vĩ độ': '91' })])).toMatchObject({
      rows: 1,
      problems: [{ row: 3, column: 'latitude' }],
    });
  });

  it('names its commune by code, by code without the leading zero, or by name without marks', () => {
    for (const words of ['05443', '5443', 'phường phan đình phùng', 'Phan Dinh Phung'])
      expect(only({ 'Xã/phường': words })?.camera.unit).toBe('05443');
    expect(only({ 'Xã/phường': 'duc xuan' })?.camera.unit).toBe('01843');
  });

  it('with a name that two communes bear is refused, not guessed', () => {
    expect(problem({ 'Xã/phường': 'Đồng Hỷ' })).toMatchObject([{ column: 'unit', expected: 'one-unit' }]);
    expect(only({ 'Xã/phường': 'Xã Đồng Hỷ' })?.camera.unit).toBe('05500');
  });

  it('tells everything that is wrong with it at once', () => {
    const columns = problem({ 'Mã camera': '', 'Xã/phường': 'Hà Nội', 'Kinh độ': '181', Hướng: 'lên' });

    expect(columns.map(({ column }) => column)).toEqual(['id', 'longitude', 'unit', 'bearing']);
  });

  it('may say its direction by the compass', () => {
    expect(only({ Hướng: 'Đông Bắc' })?.camera.view).toEqual({ bearingDeg: 45, fieldDeg: 90, rangeM: 100 });
    expect(only({ Hướng: '359,5°' })?.camera.view?.bearingDeg).toBe(359.5);
  });

  it('that a spreadsheet guards against formulas means what it meant', () => {
    expect(only({ 'Tên camera': "'=HYPERLINK(1)" })?.camera.name.vi).toBe('=HYPERLINK(1)');
  });

  it('with an address of no kind of ours is refused', () => {
    for (const address of ['file:///etc/passwd', 'ftp://10.0.0.1/x', '10.0.0.1'])
      expect(problem({ 'Luồng chính': address })).toMatchObject([{ column: 'main' }]);
  });
});

describe('headers', () => {
  it('are known in Vietnamese and English, with units in brackets and any capitals', () => {
    const english = ['Camera ID', 'NAME', 'Commune', 'Lat', 'Lng', 'Range (m)', 'Ghi chú'];

    expect(columnsOf(english)).toEqual(['id', 'name', 'unit', 'latitude', 'longitude', 'range', null]);
    expect(columnsOf([...importColumns])).toEqual([...importColumns]);
  });

  it('that miss a needed column are told', () => {
    expect(missingColumns(['Mã', 'Tên', 'Kinh độ'])).toEqual(['unit', 'latitude']);
  });

  it('of a list that a machine wrote name what a VMS keeps and whose certificate is trusted', () => {
    const nested = [
      'name.vi',
      'name.en',
      'source.certificate',
      'source.recordings.url',
      'source.recordings.days',
    ];

    expect(columnsOf(nested)).toEqual(['name', 'english', 'certificate', 'recordings', 'days']);
  });

  it('that come twice count once', () => {
    expect(columnsOf(['Tên', 'Tên camera'])).toEqual(['name', null]);
  });
});
