import { describe, expect, it } from 'vitest';
import { zipSync, strToU8 } from 'fflate';
import writeXlsxFile from 'write-excel-file/node';
import { MOST_UNPACKED_BYTES } from '../../../domain/cameras/limits.ts';
import { readTable } from './tables.ts';

const rows = [
  ['Mã', 'Tên', 'Đơn vị'],
  ['cam-1', 'Cầu Gia Bảy', '05443'],
];
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string) => readTable(utf8(text));

describe('a list as Vietnamese spreadsheets write it', () => {
  it('is read with its mark, semicolons and quotes', async () => {
    expect(await read('\uFEFFMã;Tên;Đơn vị\r\ncam-1;"Cầu Gia Bảy";05443')).toEqual({ ok: true, value: rows });
  });

  it('is read with commas, tabs, or what its first line says', async () => {
    for (const text of [
      'Mã,Tên,Đơn vị\ncam-1,Cầu Gia Bảy,05443',
      'sep=;\nMã;Tên;Đơn vị\ncam-1;Cầu Gia Bảy;05443',
    ])
      expect(await read(text)).toEqual({ ok: true, value: rows });
    expect(await read('Mã\tTên\tĐơn vị\ncam-1\tCầu Gia Bảy\t05443')).toEqual({ ok: true, value: rows });
  });

  it('is read as Unicode text (UTF-16)', async () => {
    const text = '\uFEFFMã\tTên\tĐơn vị\r\ncam-1\tCầu Gia Bảy\t05443';
    const bytes = new Uint8Array(Uint16Array.from([...text].map((each) => each.charCodeAt(0))).buffer);

    expect(await readTable(bytes)).toEqual({ ok: true, value: rows });
  });

  it('may begin with a title and empty lines', async () => {
    expect(await read('DANH SÁCH CAMERA;;\n;;\nMã;Tên;Đơn vị\ncam-1;Cầu Gia Bảy;05443')).toEqual({
      ok: true,
      value: rows,
    });
  });

  it('is read as XLSX, with codes as they were typed', async () => {
    const sheet = rows.map((row) => row.map((value) => ({ value, type: String })));
    const { toBuffer } = writeXlsxFile(sheet);

    expect(await readTable(new Uint8Array(await toBuffer()))).toEqual({ ok: true, value: rows });
  });
});

describe('a list as JSON', () => {
  it('may nest and name its list as it likes', async () => {
    const camera = {
      id: 'cam-1',
      point: [105.84, 21.6],
      tags: ['cầu', 'lũ'],
      view: { bearingDeg: 45 },
      ptz: true,
    };

    expect(await read(JSON.stringify({ cameras: [camera] }))).toEqual({
      ok: true,
      value: [
        ['id', 'point.0', 'point.1', 'tags', 'view.bearingDeg', 'ptz'],
        ['cam-1', '105.84', '21.6', 'cầu;lũ', '45', 'true'],
      ],
    });
  });

  it('that is broken, or holds no list, is damaged', async () => {
    for (const text of ['[{"id":', '{"a": 1}'])
      expect(await read(text)).toEqual({ ok: false, reason: 'list-damaged' });
  });
});

describe('a list that means harm', () => {
  it('is refused before an archive unpacks to more than a list can be', async () => {
    const bomb = zipSync({ 'xl/a.xml': new Uint8Array(8_000_000) }, { level: 9 });
    const view = new DataView(bomb.buffer);
    // The directory's own word for the unpacked size.
    const directory = bomb.length - 22 - (46 + 'xl/a.xml'.length);
    view.setUint32(directory + 24, MOST_UNPACKED_BYTES + 1, true);

    expect(await readTable(bomb)).toEqual({ ok: false, reason: 'list-too-large' });
  });

  it('is damaged when it is an archive of something else, or an old binary sheet', async () => {
    expect(await readTable(zipSync({ 'a.txt': strToU8('x') }))).toEqual({
      ok: false,
      reason: 'list-damaged',
    });
    expect(await readTable(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0]))).toMatchObject({
      reason: 'list-damaged',
    });
  });

  it('is empty without a header, and too long with too many rows', async () => {
    expect(await read('')).toEqual({ ok: false, reason: 'list-empty' });
    expect(await read(`a,b\n${'1,2\n'.repeat(20_002)}`)).toEqual({ ok: false, reason: 'list-too-long' });
  });
});
