// A technician finds cameras on the network, takes them in, and looks after one of them at the desk.
import { afterEach, describe, expect, it } from 'vitest';
import type { Cells } from '../../domain/cameras/rowReader.ts';
import { openOnvif } from '../../main/edge/onvif/onvif.ts';
import {
  openOnvifCamera,
  type OnvifCamera,
  type OnvifCameraRequest,
} from '../support/cameras/onvifCamera.ts';
import { aCamera, aProvince } from '../support/builders.ts';
import { openFakeRoom, type FakeRoom } from '../support/fakeRoom.ts';
import type { FakeWindow } from '../support/fakeWindow.ts';
import { soon } from '../support/soon.ts';

const PASSWORD = 'mật-khẩu-kín';
const credentials = { user: 'admin', password: PASSWORD };
const batch = { ...credentials, unit: '19', group: 'Mới lắp' };
const cameras: OnvifCamera[] = [];
afterEach(async () => {
  for (const camera of cameras.splice(0)) await camera.close();
});

async function onTheNetwork(request: OnvifCameraRequest = { credentials }): Promise<OnvifCamera> {
  const camera = await openOnvifCamera(request);
  cameras.push(camera);
  return camera;
}

async function aDesk(role: 'technician' | 'operator' = 'technician') {
  const room = openFakeRoom({
    onvif: openOnvif(),
    province: aProvince({ cameras: [aCamera({ id: 'cam-p' })] }),
  });
  const desk = room.window('console');
  await room.signIn(desk, role);
  return { room, desk };
}

async function report(desk: FakeWindow) {
  const answer = await desk.call('cameras.readSearch', {});
  return answer.ok ? answer.value : null;
}

/** Everything that anybody but the vault was told: windows, log, audit, cache. */
function told({ room, desk }: { readonly room: FakeRoom; readonly desk: FakeWindow }): string {
  return JSON.stringify([desk.events, room.log.lines, room.audit.entries, room.cache.load(), room.sent]);
}

async function find(desk: FakeWindow, addresses: string, count: number): Promise<void> {
  expect(await desk.call('cameras.startSearch', { addresses })).toEqual({ ok: true, value: null });
  await soon(async () => expect((await report(desk))?.found.length).toBe(count));
}

async function read(desk: FakeWindow, urls: readonly string[]): Promise<string> {
  await desk.call('cameras.takeFound', { ...batch, urls });
  await soon(async () => expect((await report(desk))?.stage).toBe('done'));
  return (await report(desk))?.importId ?? '';
}

describe('cameras that answer on the network', () => {
  it('are listed, read with one password, looked at, taken in and taken back', async () => {
    const camera = await onTheNetwork();
    const at = await aDesk();
    const { room, desk } = at;
    await find(desk, camera.discovery, 1);
    const importId = await read(desk, [camera.url]);

    expect((await report(desk))?.found[0]).toMatchObject({
      name: 'Cổng chính',
      maker: 'Toàn Cảnh',
      model: 'Thử nghiệm',
      state: 'read',
    });
    expect(await desk.call('cameras.previewImport', { importId })).toMatchObject({
      value: { rows: 1, fresh: 1, wrongRows: 0, secrets: 1 },
    });
    expect(room.cameraSecrets.kept.size).toBe(0);
    await desk.call('cameras.takeImport', { importId });

    const [taken] = Object.values(desk.world().cameras.byId).filter(({ id }) => id !== 'cam-p');
    expect(taken).toMatchObject({
      name: { vi: 'Cổng chính' },
      unit: '19',
      groups: ['Mới lắp'],
      ptz: true,
      kind: 'rtsp',
    });
    expect(room.cameraSecrets.kept.get(`camera.${taken?.id}`)).toBe(`admin:${PASSWORD}`);
    expect(told(at)).not.toContain(PASSWORD);
    expect(desk.world().cameras.lastImport).toMatchObject({ what: 'found', fresh: 1 });

    await find(desk, camera.discovery, 1);
    expect((await report(desk))?.found[0]?.cameraId, 'known when it is found again').toBe(taken?.id);

    await desk.call('cameras.undoImport', { importId });
    expect(Object.keys(desk.world().cameras.byId)).toEqual(['cam-p']);
    expect(room.cameraSecrets.kept.size).toBe(0);
  }, 60_000);

  it('are each told why they were not read, and the others come in', async () => {
    const good = await onTheNetwork();
    const astray = await onTheNetwork({ credentials, streamUri: 'rtsp://10.9.9.9/cam' });
    const stranger = await onTheNetwork({ credentials: { user: 'admin', password: 'khác' } });
    const nonsense = await onTheNetwork({ fault: () => '<html>' });
    const all = [good, astray, stranger, nonsense].map(({ url }) => url);
    const { desk } = await aDesk();
    await find(desk, all.join(' '), 4);

    const importId = await read(desk, all);

    expect((await report(desk))?.found.map(({ state }) => state)).toEqual([
      'read',
      'astray',
      'camera-denies',
      'camera-denies',
    ]);
    expect(await desk.call('cameras.previewImport', { importId })).toMatchObject({ value: { rows: 1 } });
  }, 60_000);

  it('are asked no further when whoever looks has had enough', async () => {
    const silent = await onTheNetwork({ fault: () => 'silence' });
    const { desk } = await aDesk();
    await find(desk, silent.url, 1);
    await desk.call('cameras.takeFound', { ...batch, urls: [silent.url] });
    expect(await report(desk)).toMatchObject({ stage: 'reading', done: 0, total: 1 });

    await desk.call('cameras.stopSearch', {});

    const stopped = await report(desk);
    expect(stopped).toMatchObject({ stage: 'done', found: [{ state: 'heard' }] });
    expect(stopped).not.toHaveProperty('importId');
  });

  it('are no operator’s business, and only found ones are asked', async () => {
    const { desk } = await aDesk('operator');
    expect(await desk.call('cameras.startSearch', { addresses: '' })).toMatchObject({
      reason: 'not-allowed',
    });
    const { desk: other } = await aDesk();
    expect(await other.call('cameras.startSearch', { addresses: 'máy kia' })).toMatchObject({
      reason: 'addresses-wrong',
    });
    expect(await other.call('cameras.takeFound', { ...batch, urls: ['http://10.0.0.1/'] })).toMatchObject({
      reason: 'search-unknown',
    });
  });
});

const cells: Cells = {
  id: 'cam-1',
  name: 'Cầu Gia Bảy',
  unit: '19',
  latitude: '21,6',
  longitude: '105,84',
  main: 'rtsp://10.0.0.1/main',
};
const kept = (desk: FakeWindow) => desk.world().cameras.byId['cam-1'];
const keep = (desk: FakeWindow, change: Cells = {}, isNew = false) =>
  desk.call('cameras.keepCamera', { cells: { ...cells, ...change }, isNew });
const undo = (desk: FakeWindow) =>
  desk.call('cameras.undoImport', { importId: desk.world().cameras.lastImport?.importId ?? '' });

async function begun(desk: FakeWindow): Promise<{ readonly importId?: string }> {
  const answer = await desk.call('cameras.beginImport', { name: 'Danh sách' });
  return answer.ok ? answer.value : {};
}

describe('one camera at the desk', () => {
  it('is added, changed, removed, and every step is undone, the last one first', async () => {
    const { room, desk } = await aDesk();
    expect(await keep(desk, { user: 'xem', password: PASSWORD }, true)).toEqual({ ok: true, value: null });
    await keep(desk, {
      name: 'Cầu Gia Bảy 2',
      bearing: 'Đông Bắc',
      onvif: 'http://10.0.0.1/onvif',
      suspect: '60',
    });
    expect(kept(desk)).toMatchObject({ name: { vi: 'Cầu Gia Bảy 2' }, view: { bearingDeg: 45 }, ptz: true });
    await desk.call('cameras.removeCamera', { cameraId: 'cam-1' });
    expect(kept(desk)).toBeUndefined();
    expect(room.cameraSecrets.kept.has('camera.cam-1')).toBe(false);

    await undo(desk);
    expect(kept(desk)?.name.vi).toBe('Cầu Gia Bảy 2');
    expect(room.cameraSecrets.kept.get('camera.cam-1')).toBe(`xem:${PASSWORD}`);
    await undo(desk);
    expect(kept(desk)).toMatchObject({ name: { vi: 'Cầu Gia Bảy' }, ptz: false });
    await undo(desk);
    expect(kept(desk)).toBeUndefined();
    expect(room.cameraSecrets.kept.size).toBe(0);
  });

  it('is judged while it is written down, by the same rule', async () => {
    const { desk } = await aDesk();
    const judged = await desk.call('cameras.judgeCamera', { cells: { ...cells, bearing: 'lên trời' } });
    expect(judged).toMatchObject({ ok: true, value: [{ column: 'bearing', expected: 'bearing' }] });
    expect(await desk.call('cameras.judgeCamera', { cells })).toEqual({ ok: true, value: [] });
    expect(kept(desk)).toBeUndefined();
  });

  it('is told what is wrong in each field, and nothing is kept', async () => {
    const { desk } = await aDesk();

    expect(
      await keep(desk, { latitude: 'bắc', main: 'x', suspect: '-1', unit: 'Hà Nội' }, true),
    ).toMatchObject({
      reason: 'camera-wrong',
      faults: [
        { column: 'latitude', expected: 'latitude' },
        { column: 'unit', expected: 'unit' },
        { column: 'suspect', expected: 'suspect' },
        { column: 'main', expected: 'address' },
      ],
    });
    await keep(desk, {}, true);
    expect(await keep(desk, {}, true)).toMatchObject({ faults: [{ column: 'id', expected: 'twice' }] });
    expect(await keep(desk, { id: 'cam-p' })).toMatchObject({ reason: 'of-province' });
    expect(await keep(desk, { id: 'cam-9' })).toMatchObject({ reason: 'camera-unknown' });
  });

  it('is read back as it was written, without its password', async () => {
    const at = await aDesk();
    await keep(at.desk, { user: 'xem', password: PASSWORD }, true);

    const form = await at.desk.call('cameras.readCamera', { cameraId: 'cam-1' });

    expect(form).toMatchObject({
      value: { cells: { ...cells, kind: 'rtsp' }, hasPassword: true, ofProvince: false, ofSite: false },
    });
    expect(JSON.stringify(form)).not.toContain(PASSWORD);
  });

  it('keeps what a list brought of its VMS, its certificate and its English name when something else is changed', async () => {
    const { room, desk } = await aDesk();
    const brought = {
      english: 'Gia Bay bridge',
      certificate: '2B'.repeat(32),
      recordings: 'https://vms.tinh.vn/cam-1/vod.m3u8?start={from}&end={to}',
      days: '30',
    };
    const { importId = '' } = await begun(desk);
    const row = { ...cells, ...brought };
    await desk.call('cameras.putRows', { importId, rows: [Object.keys(row), Object.values(row)] });
    await desk.call('cameras.takeImport', { importId });
    const form = await desk.call('cameras.readCamera', { cameraId: 'cam-1' });
    expect(form).toMatchObject({ value: { cells: brought } });

    await keep(desk, { ...(form.ok && form.value.cells), name: 'Cầu Gia Bảy 2' });
    expect(await desk.call('cameras.readCamera', { cameraId: 'cam-1' })).toMatchObject({
      value: { cells: { ...brought, name: 'Cầu Gia Bảy 2' } },
    });
    expect(await desk.call('cameras.recorded', { cameraId: 'cam-1' })).toMatchObject({
      value: { vmsFrom: room.clock.now() - 30 * 86_400_000 },
    });
  });

  it('keeps its password where nobody reads it: not in a window, the log, the audit, the World or on the wire', async () => {
    const at = await aDesk();
    const { room, desk } = at;
    await keep(desk, {}, true);

    expect(
      await desk.call('cameras.keepPassword', {
        cameraId: 'cam-1',
        login: { user: 'xem', password: PASSWORD },
      }),
    ).toEqual({ ok: true, value: null });
    expect(room.cameraSecrets.kept.get('camera.cam-1')).toBe(`xem:${PASSWORD}`);
    await keep(desk, { name: 'Tên khác' });
    expect(room.cameraSecrets.kept.get('camera.cam-1'), 'an edit leaves it').toBe(`xem:${PASSWORD}`);
    await desk.call('cameras.keepPassword', {
      cameraId: 'cam-p',
      login: { user: 'xem', password: PASSWORD },
    });
    await desk.call('cameras.keepPassword', { cameraId: 'cam-p', login: null });
    expect(room.cameraSecrets.kept.has('camera.cam-p')).toBe(false);

    expect(told(at)).not.toContain(PASSWORD);
    expect(told(at)).not.toContain('10.0.0.1');
    expect(room.audit.entries.map(({ action, subject }) => [action, subject])).toContainEqual([
      'cameras.keepPassword',
      'Cầu Gia Bảy',
    ]);
  });
});
