import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEAD_MAN_MS, HOLD_MS, PATROL_RESUMES_MS, RENEW_MS } from '../../domain/cameras/ptz.ts';
import { openOnvif } from '../../main/edge/onvif/onvif.ts';
import { aCamera, aProvince, aSite } from '../support/builders.ts';
import { openOnvifCamera, type OnvifCamera } from '../support/cameras/onvifCamera.ts';
import { fakeCache, fakeClock, fakePeople } from '../support/fakes.ts';
import { openFakeRoom, type FakeRoom } from '../support/fakeRoom.ts';
import type { FakeWindow } from '../support/fakeWindow.ts';
import { soon } from '../support/soon.ts';

const STILL = { pan: 0, tilt: 0, zoom: 0 };
const LEFT = { pan: -0.5, tilt: 0, zoom: 0 };

let camera: OnvifCamera;
const kept = { cache: fakeCache(), people: fakePeople(), clock: fakeClock() };

beforeEach(async () => {
  camera = await openOnvifCamera();
  Object.assign(kept, { cache: fakeCache(), people: fakePeople(), clock: fakeClock() });
});
afterEach(() => camera.close());

/** The core with the real ONVIF client; a second one on the same cache is the core after a restart. */
function aRoom(): FakeRoom {
  const source = { kind: 'rtsp' as const, main: 'rtsp://127.0.0.1/a', onvif: camera.url };
  return openFakeRoom({
    ...kept,
    onvif: openOnvif(),
    site: aSite({ cameras: { 'cam-01': source } }),
    province: aProvince({ cameras: [aCamera({ id: 'cam-01', ptz: true })] }),
  });
}

async function enter(room: FakeRoom, console: string, name: string, role: 'operator' | 'shift-leader') {
  const window = room.window(console);
  await window.call('access.addPerson', { name, role, pin: '2468' });
  const people = await window.call('access.people', {});
  const person = people.ok ? people.value.people.find((each) => each.name === name) : undefined;
  await window.call('access.enter', { personId: person?.id ?? '', pin: '2468' });
  return window;
}

async function twoAtWork(room: FakeRoom): Promise<{ hanh: FakeWindow; lead: FakeWindow }> {
  const lead = await enter(room, 'console-1', 'Trần Văn Bình', 'shift-leader');
  // Only who is there may add somebody.
  await lead.call('access.addPerson', { name: 'Nguyễn Thị Hạnh', role: 'operator', pin: '2468' });
  return { hanh: await enter(room, 'console-2', 'Nguyễn Thị Hạnh', 'operator'), lead };
}

describe('a camera in an operator’s hand', () => {
  it('stops by itself when the key-up was lost', async () => {
    const room = aRoom();
    const { hanh } = await twoAtWork(room);

    expect((await hanh.call('cameras.turn', { cameraId: 'cam-01', ...LEFT })).ok).toBe(true);
    await room.clock.advance(DEAD_MAN_MS);

    await soon(() => expect(camera.told).toEqual(['ContinuousMove -0.5 0 0', 'Stop']));
  });

  it('goes all the way to the preset of whoever took it over, though the hand before him falls silent only now', async () => {
    const room = aRoom();
    const { hanh, lead } = await twoAtWork(room);
    const presets = await lead.call('cameras.presets', { cameraId: 'cam-01' });
    const token = presets.ok ? (presets.value[0]?.token ?? '') : '';
    await hanh.call('cameras.turn', { cameraId: 'cam-01', ...LEFT });

    expect((await lead.call('cameras.goToPreset', { cameraId: 'cam-01', token })).ok).toBe(true);
    const told = [...camera.told];
    await room.clock.advance(DEAD_MAN_MS);
    await new Promise((resolve) => setTimeout(resolve, 50));

    expect(camera.told).toEqual(told);
    expect(told.at(-1)).toContain('GotoPreset');
  });

  it('is kept from another operator, whose name the other is told, and goes to the shift leader', async () => {
    const room = aRoom();
    const { hanh, lead } = await twoAtWork(room);
    await hanh.call('cameras.turn', { cameraId: 'cam-01', ...LEFT });
    expect(room.app.world().ptz.holds['cam-01']?.name).toBe('Nguyễn Thị Hạnh');

    expect((await lead.call('cameras.turn', { cameraId: 'cam-01', ...LEFT })).ok).toBe(true);

    expect(await hanh.call('cameras.turn', { cameraId: 'cam-01', ...LEFT })).toMatchObject({
      ok: false,
      reason: 'camera-held',
      holder: { name: 'Trần Văn Bình', role: 'shift-leader' },
    });
    // Nor does her late key-up stop his movement.
    const before = camera.told.length;
    await hanh.call('cameras.turn', { cameraId: 'cam-01', ...STILL });
    expect(camera.told).toHaveLength(before);
    expect(room.audit.entries.filter(({ action }) => action === 'cameras.turn')).toHaveLength(2);
  });

  it('is stopped by the next core where its own died over the movement', async () => {
    const room = aRoom();
    const { hanh } = await twoAtWork(room);
    await hanh.call('cameras.turn', { cameraId: 'cam-01', ...LEFT });
    room.app.close();

    const again = aRoom();

    await soon(() => expect(camera.told).toEqual(['ContinuousMove -0.5 0 0', 'Stop']));
    expect(again.app.world().ptz.holds).toEqual({});
  });

  it('is free again some seconds after the last move', async () => {
    const room = aRoom();
    const { hanh } = await twoAtWork(room);
    await hanh.call('cameras.turn', { cameraId: 'cam-01', ...LEFT });

    await room.clock.advance(HOLD_MS);

    expect(room.app.world().ptz.holds).toEqual({});
  });

  it('is refused to a guest, and to nobody in particular', async () => {
    const room = aRoom();
    const window = room.window('console');
    const refused = { ok: false, reason: 'not-allowed' };
    expect(await window.call('cameras.turn', { cameraId: 'cam-01', ...LEFT })).toEqual(refused);
    await room.signIn(window, 'guest');
    expect(await window.call('cameras.goToPreset', { cameraId: 'cam-01', token: '1' })).toEqual(refused);
    expect(camera.told).toEqual([]);
  });

  it('that says no is not asked again while the key is held down, and is once it was let go', async () => {
    const room = aRoom();
    const { hanh } = await twoAtWork(room);
    let moves = 0;
    camera.fault = (asked) => {
      if (asked !== 'ContinuousMove') return undefined;
      moves += 1;
      return '<html>';
    };
    const denied = { ok: false, reason: 'camera-denies' };
    for (let renewals = 0; renewals < 20; renewals += 1) {
      expect(await hanh.call('cameras.turn', { cameraId: 'cam-01', ...LEFT })).toEqual(denied);
      await room.clock.advance(RENEW_MS);
    }
    expect(moves).toBe(1);

    await hanh.call('cameras.turn', { cameraId: 'cam-01', ...STILL });
    camera.fault = undefined;
    expect((await hanh.call('cameras.turn', { cameraId: 'cam-01', ...LEFT })).ok).toBe(true);
    expect(camera.told).toEqual(['ContinuousMove -0.5 0 0']);
  });

  it('that does not answer is said to be silent, and the hand is told', async () => {
    const room = aRoom();
    const { hanh } = await twoAtWork(room);
    camera.fault = () => '<html>';

    expect(await hanh.call('cameras.presets', { cameraId: 'cam-01' })).toEqual({
      ok: false,
      reason: 'camera-denies',
    });
    expect(await hanh.call('cameras.turn', { cameraId: 'nowhere', ...LEFT })).toEqual({
      ok: false,
      reason: 'camera-unknown',
    });
  });
});

describe('a patrol', () => {
  const stops = [
    { token: '1', name: 'Cổng chính', dwellMs: 10_000 },
    { token: '2', name: 'Ngã tư', dwellMs: 10_000 },
  ];

  async function patrolling(room: FakeRoom, window: FakeWindow): Promise<void> {
    const keep = await window.call('cameras.keepPatrol', { cameraId: 'cam-01', name: 'Vòng đêm', stops });
    await window.call('cameras.startPatrol', { patrolId: keep.ok ? keep.value.patrolId : '' });
    await soon(() => expect(camera.told.at(-1)).toBe('GotoPreset 1'));
    expect(room.app.world().ptz.holds).toEqual({});
  }

  it('goes round, waits while a hand is on the camera, and goes on where it waited', async () => {
    const room = aRoom();
    const { hanh } = await twoAtWork(room);
    await patrolling(room, hanh);
    await room.clock.advance(10_000);
    await soon(() => expect(camera.told.at(-1)).toBe('GotoPreset 2'));

    await hanh.call('cameras.goToPreset', { cameraId: 'cam-01', token: '1' });
    expect(room.app.world().ptz.runs['cam-01']?.paused?.by).toBe('Nguyễn Thị Hạnh');
    const before = camera.told.length;
    await room.clock.advance(30_000);
    expect(camera.told).toHaveLength(before);

    await room.clock.advance(PATROL_RESUMES_MS);
    await soon(() => expect(camera.told.slice(before)).toContain('GotoPreset 2'));
  });

  it('of a camera that the shift leader has in hand is left alone by an operator, who is told so', async () => {
    const room = aRoom();
    const { hanh, lead } = await twoAtWork(room);
    await patrolling(room, hanh);
    const patrolId = room.app.world().ptz.runs['cam-01']?.patrolId ?? '';
    await lead.call('cameras.turn', { cameraId: 'cam-01', ...LEFT });
    const before = room.app.world().ptz;

    const refused = { ok: false, reason: 'camera-held', holder: { name: 'Trần Văn Bình' } };
    const changed = { cameraId: 'cam-01', patrolId, name: 'Vòng ngày', stops };
    expect(await hanh.call('cameras.stopPatrol', { cameraId: 'cam-01' })).toMatchObject(refused);
    expect(await hanh.call('cameras.deletePatrol', { patrolId })).toMatchObject(refused);
    expect(await hanh.call('cameras.keepPatrol', changed)).toMatchObject(refused);
    expect(room.app.world().ptz).toEqual(before);

    expect(await lead.call('cameras.stopPatrol', { cameraId: 'cam-01' })).toMatchObject({ ok: true });
    expect(room.app.world().ptz.runs).toEqual({});
  });

  it('survives a restart of the core and stands where the clock says', async () => {
    const room = aRoom();
    const { hanh } = await twoAtWork(room);
    await patrolling(room, hanh);
    room.app.close();
    camera.told.length = 0;
    await kept.clock.advance(12_000);
    // The clock of the core that is gone says nothing more.
    camera.told.length = 0;

    const again = aRoom();

    await soon(() => expect(camera.told).toContain('GotoPreset 2'));
    expect(again.app.world().ptz.runs['cam-01']?.patrolId).toBeDefined();
  });
});
