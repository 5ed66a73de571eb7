// A technician brings a list of cameras: looked at first, taken in at once, taken back at once.
import { describe, expect, it } from 'vitest';
import type { Camera } from '../../domain/cameras/model.ts';
import { LIST_IDLE_MS } from '../../main/cameras/registryService.ts';
import { aProvince } from '../support/builders.ts';
import { openFakeRoom, type FakeRoom } from '../support/fakeRoom.ts';
import { fakeCache, fakeCameraBook } from '../support/fakes.ts';
import type { FakeWindow } from '../support/fakeWindow.ts';

const HEADER = ['Mã', 'Tên', 'Đơn vị', 'Vĩ độ', 'Kinh độ', 'Luồng chính'];
const row = (id: string, name = `Camera ${id}`, address = `rtsp://xem:bi-mat-${id}@10.0.0.1/${id}`) => [
  id,
  name,
  'Thái Nguyên',
  '21,6',
  '105,84',
  address,
];

const provinceCamera: Camera = {
  id: 'cam-p',
  unit: '19',
  name: { vi: 'Của tỉnh', en: 'Of the province' },
  point: [105.8, 21.5],
  provenance: 'sample',
  tags: [],
  groups: [],
  ptz: false,
  restricted: false,
};

async function aDesk(room: FakeRoom, name = 'console'): Promise<FakeWindow> {
  const desk = room.window(name);
  await room.signIn(desk, 'technician');
  return desk;
}

async function bring(desk: FakeWindow, rows: readonly (readonly string[])[]): Promise<string> {
  const begun = await desk.call('cameras.beginImport', { name: 'camera.xlsx' });
  if (!begun.ok) throw new Error(begun.reason);
  const { importId } = begun.value;
  await desk.call('cameras.putRows', { importId, rows: [HEADER, ...rows] });
  return importId;
}

async function take(desk: FakeWindow, rows: readonly (readonly string[])[]): Promise<string> {
  const importId = await bring(desk, rows);
  await desk.call('cameras.takeImport', { importId });
  return importId;
}

const names = (desk: FakeWindow): Record<string, string> =>
  Object.fromEntries(Object.values(desk.world().cameras.byId).map(({ id, name }) => [id, name.vi]));

const province = aProvince({ cameras: [provinceCamera] });

describe('a camera list', () => {
  it('changes nothing before it is taken, and then takes in the right rows alone', async () => {
    const room = openFakeRoom({ province });
    const desk = await aDesk(room);
    const importId = await bring(desk, [row('a'), row('b', ''), row('cam-p'), row('c')]);
    const preview = await desk.call('cameras.previewImport', { importId });

    expect(preview).toMatchObject({
      ok: true,
      value: {
        rows: 4,
        fresh: 2,
        wrongRows: 2,
        problems: [
          { row: 3, column: 'name', expected: 'needed' },
          { row: 4, column: 'id', expected: 'province-id' },
        ],
      },
    });
    expect(names(desk)).toEqual({ 'cam-p': 'Của tỉnh' });
    await desk.call('cameras.takeImport', { importId });
    expect(names(desk)).toEqual({ 'cam-p': 'Của tỉnh', a: 'Camera a', c: 'Camera c' });
  });

  it('leaves no password in a window, in the log, in the audit or in the World', async () => {
    const room = openFakeRoom({ province });
    const desk = await aDesk(room);
    await take(desk, [row('a'), row('b', '', 'rtsp://xem:bi-mat@b@10.0.0.1/')]);

    const told = JSON.stringify([desk.events, room.log.lines, room.audit.entries, room.cache.load()]);
    expect(told).not.toContain('bi-mat');
    expect(told).not.toContain('10.0.0.1');
    expect(room.cameraSecrets.kept.get('camera.a')).toBe('xem:bi-mat-a');
  });

  it('is there after a restart, without a notice that the content changed', async () => {
    const [cache, cameraBook] = [fakeCache(), fakeCameraBook()];
    const before = openFakeRoom({ province, cache, cameraBook });
    await take(await aDesk(before), [row('b'), row('a')]);

    const desk = openFakeRoom({ province, cache, cameraBook }).window('console');

    expect(names(desk)).toEqual({ 'cam-p': 'Của tỉnh', b: 'Camera b', a: 'Camera a' });
    expect(desk.last('snapshot')?.notices).toEqual([]);
    expect(desk.world().cameras.lastImport).toMatchObject({ file: 'camera.xlsx', fresh: 2 });
  });

  it('is taken back whole: what came goes, what changed is as it was, its password too', async () => {
    const room = openFakeRoom({ province });
    const desk = await aDesk(room);
    await take(desk, [row('a'), row('b')]);
    const importId = await take(desk, [
      row('a', 'Tên mới', 'rtsp://xem:khac@10.0.0.2/a'),
      row('b'),
      row('c'),
    ]);
    expect(desk.world().cameras.lastImport).toMatchObject({ fresh: 1, changed: 1 });

    expect(await desk.call('cameras.undoImport', { importId })).toEqual({ ok: true, value: null });

    expect(names(desk)).toEqual({ 'cam-p': 'Của tỉnh', a: 'Camera a', b: 'Camera b' });
    expect(Object.fromEntries(room.cameraSecrets.kept)).toEqual({
      'camera.a': 'xem:bi-mat-a',
      'camera.b': 'xem:bi-mat-b',
    });
    expect(await desk.call('cameras.undoImport', { importId })).toMatchObject({ reason: 'import-unknown' });
  });

  it('leaves a password alone that it did not bring, also when it is taken back', async () => {
    const room = openFakeRoom({ province });
    const desk = await aDesk(room);
    await take(desk, [row('a'), row('b')]);
    const importId = await take(desk, [row('a', 'Tên mới', 'rtsp://10.0.0.1/a')]);
    const login = { user: 'xem', password: 'vua-doi' };
    await desk.call('cameras.keepPassword', { cameraId: 'a', login });

    await desk.call('cameras.undoImport', { importId });

    expect(names(desk)).toMatchObject({ a: 'Camera a' });
    expect(Object.fromEntries(room.cameraSecrets.kept)).toEqual({
      'camera.a': 'xem:vua-doi',
      'camera.b': 'xem:bi-mat-b',
    });
  });

  it('takes the password that it brought to a camera without one away again', async () => {
    const room = openFakeRoom({ province });
    const desk = await aDesk(room);
    await take(desk, [row('a', 'Camera a', 'rtsp://10.0.0.1/a')]);
    const importId = await take(desk, [row('a')]);
    expect(room.cameraSecrets.kept.get('camera.a')).toBe('xem:bi-mat-a');

    await desk.call('cameras.undoImport', { importId });

    expect(Object.fromEntries(room.cameraSecrets.kept)).toEqual({});
  });

  it('is no operator’s business, and no other window’s', async () => {
    const room = openFakeRoom({ province });
    const importId = await bring(await aDesk(room), [row('a')]);
    const other = await aDesk(room, 'console-2');
    const elsewhere = openFakeRoom({ province });
    const desk = elsewhere.window('console');
    await elsewhere.signIn(desk, 'operator');

    expect(await desk.call('cameras.beginImport', { name: 'x' })).toMatchObject({ reason: 'not-allowed' });
    expect(await other.call('cameras.takeImport', { importId })).toMatchObject({ reason: 'import-unknown' });
  });

  it('that nobody goes on with is given up', async () => {
    const room = openFakeRoom({ province });
    const desk = await aDesk(room);
    const importId = await bring(desk, [row('a')]);
    await room.clock.advance(LIST_IDLE_MS);

    expect(await desk.call('cameras.takeImport', { importId })).toMatchObject({ reason: 'import-unknown' });
  });
});
