// A console elsewhere turns the cameras of a wall's room, and asks for what its cameras read.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { DEAD_MAN_MS } from '../../domain/cameras/ptz.ts';
import { openOnvif } from '../../main/edge/onvif/onvif.ts';
import { openPlates } from '../../main/edge/sqlite/platesTable.ts';
import { CONSOLE, GUEST, LEAD, MAIN_WALL, openBackendRoom, post } from '../support/backendRoom.ts';
import { aCamera, aProvince } from '../support/builders.ts';
import { openOnvifCamera } from '../support/cameras/onvifCamera.ts';
import { fakeAudit } from '../support/fakes.ts';
import { openRemoteCore, openWallCore, type Desk } from '../support/farRoom.ts';
import { soon } from '../support/soon.ts';

const LEFT = { cameraId: 'cam-01', pan: -0.5, tilt: 0, zoom: 0 };
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

function aBook() {
  const profileDir = mkdtempSync(join(tmpdir(), 'toan-canh-far-plates-'));
  const book = openPlates({
    profileDir,
    now: Date.now(),
    key: Buffer.alloc(32, 7),
    onSetAside: () => undefined,
  });
  ends.push(() => (book.close(), rmSync(profileDir, { recursive: true, force: true })));
  return book;
}

const province = aProvince({
  cameras: [aCamera({ id: 'cam-01', ptz: true }), aCamera({ id: 'cam-02', ptz: true, restricted: true })],
});

async function openRoom() {
  const backend = await openBackendRoom({ deliverWithinMs: 1_000, answerWithinMs: 5_000 });
  ends.push(backend.stop);
  const camera = await openOnvifCamera();
  ends.push(camera.close);
  const source = { kind: 'rtsp', main: 'rtsp://127.0.0.1/a', onvif: camera.url } as const;
  const audit = fakeAudit();
  const wall = openWallCore({
    ...{ url: backend.url, token: MAIN_WALL, province, onvif: openOnvif(), audit, plates: aBook() },
    site: { cameras: { 'cam-01': source, 'cam-02': source } },
  });
  ends.push(wall.close);
  wall.display('d1');
  const local = await wall.desk('console', 'Trần Văn Bình');
  return { backend, camera, audit, wall, local };
}

async function openConsole(
  url: string,
  {
    token = CONSOLE,
    device = 'far-pc',
    role = 'operator',
  }: Partial<Record<'token' | 'device', string>> & {
    readonly role?: 'operator' | 'shift-leader' | 'guest';
  } = {},
): Promise<Desk> {
  const core = openRemoteCore({ url, token, device, province, onvif: openOnvif() });
  ends.push(core.close);
  const desk = await core.desk('console', 'Nguyễn Thị Hạnh', role);
  await soon(() => expect(desk.link()?.wallLive).toBe(true));
  await soon(() => expect(desk.wall()).toBeDefined());
  return desk;
}

describe('a camera of the wall’s room', () => {
  it('is turned from a console elsewhere, which stops it when its line breaks in the middle', async () => {
    const { backend, camera, wall, local } = await openRoom();
    const far = await openConsole(backend.url);

    expect(await far.call('cameras.turn', LEFT)).toEqual({ ok: true, value: null });
    await soon(() => expect(far.world().ptz.holds['cam-01']?.name).toBe('Nguyễn Thị Hạnh'));
    expect(local.world().ptz.holds).toEqual(far.world().ptz.holds);
    const from = Date.now();
    ends.pop()?.();

    await soon(() => expect(camera.told).toEqual(['ContinuousMove -0.5 0 0', 'Stop']));
    expect(Date.now() - from).toBeLessThan(DEAD_MAN_MS + 2_000);
    expect(wall.app.world().ptz.holds['cam-01']?.personId).toMatch(/^far-pc\//);
  });

  it('never costs the wall a command, however often the hand on it says the same', async () => {
    const { backend } = await openRoom();
    const far = await openConsole(backend.url);
    const turns = Array.from({ length: 60 }, () => far.call('cameras.turn', LEFT));
    const taken = far.call('wall.takeControl', { wallId: 'main', epoch: far.wall()?.control.epoch ?? 0 });

    expect(await taken).toMatchObject({ ok: true });
    expect((await Promise.all(turns)).some(({ ok }) => !ok)).toBe(true);
  });

  it('is kept by whoever holds it, near or far, and one at each of two machines is never taken for one person', async () => {
    const { backend, camera, local } = await openRoom();
    const far = await openConsole(backend.url);
    const other = await openConsole(backend.url, { device: 'other-pc' });
    await local.call('cameras.turn', LEFT);
    await soon(() => expect(far.world().ptz.holds['cam-01']?.name).toBe('Trần Văn Bình'));

    const held = { ok: false, reason: 'camera-held', holder: { name: 'Trần Văn Bình' } };
    expect(await far.call('cameras.turn', LEFT)).toMatchObject(held);
    expect(await far.call('cameras.goToPreset', { cameraId: 'cam-01', token: '1' })).toMatchObject(held);
    expect(await other.call('cameras.turn', LEFT)).toMatchObject(held);
    expect(camera.told.filter((word) => word !== 'Stop')).toEqual(['ContinuousMove -0.5 0 0']);
  });

  it('shows its presets there, and goes its rounds by them, seen at both', async () => {
    const { backend, local } = await openRoom();
    const far = await openConsole(backend.url);
    const presets = await far.call('cameras.presets', { cameraId: 'cam-01' });
    const stop = { token: '1', name: 'Cổng', dwellMs: 15_000 };
    expect(presets.ok && presets.value.length).toBeGreaterThan(0);

    const kept = await far.call('cameras.keepPatrol', {
      cameraId: 'cam-01',
      name: 'Vòng đêm',
      stops: [stop],
    });
    const patrolId = kept.ok ? kept.value.patrolId : '';
    expect(await far.call('cameras.startPatrol', { patrolId })).toMatchObject({ ok: true });
    await soon(() => expect(far.world().ptz.runs['cam-01']).toMatchObject({ patrolId }));
    expect(far.world().ptz).toEqual(local.world().ptz);

    await far.call('cameras.stopPatrol', { cameraId: 'cam-01' });
    await far.call('cameras.deletePatrol', { patrolId });
    await soon(() => expect(far.world().ptz.patrols).toEqual({}));
  });

  it('is refused to a guest’s token and, where it is restricted, to an operator: nothing reaches it', async () => {
    const { backend, camera } = await openRoom();
    const guest = await openConsole(backend.url, { token: GUEST, device: 'lobby-pc' });
    const far = await openConsole(backend.url);

    expect(await guest.call('cameras.turn', LEFT)).toEqual({ ok: false, reason: 'not-allowed' });
    expect(await far.call('cameras.turn', { ...LEFT, cameraId: 'cam-02' })).toEqual({
      ok: false,
      reason: 'camera-restricted',
    });
    expect(camera.told).toEqual([]);
  });
});

describe('what the cameras of the wall’s room read', () => {
  async function readPlate(port: number): Promise<void> {
    const [unit, at] = ['19', Date.now()];
    const seen = { cameraId: 'cam-01', unit, at, confidence: 0.97, provenance: 'live' };
    const plate = { kind: 'plate', id: 'lpr-1', ...seen, plate: '20A-123.45' };
    const jam = { kind: 'jam', id: 'jam-1', ...seen };
    const items = [plate, jam].map((event) => ({
      ...{ kind: 'fact', topic: 'cameras/19', asOf: at },
      body: { type: 'cameras.eventSeen', event },
    }));
    expect((await post(port, JSON.stringify({ items }))).status).toBe(200);
  }
  const span = { from: 0, to: Date.now() * 2 };

  it('is seen elsewhere as cards, and asked for by who may; a whole plate is in no topic and in no file of the backend', async () => {
    const { backend, audit, local } = await openRoom();
    const lead = await openConsole(backend.url, { token: LEAD, device: 'lead-pc', role: 'shift-leader' });
    await readPlate(backend.port);
    await soon(() => expect(Object.keys(lead.world().cameraEvents.byId)).toEqual(['jam-1']));

    const log = await lead.call('cameras.searchPlates', { text: '', ...span });
    expect(log).toMatchObject({ ok: true, value: [{ event: { id: 'lpr-1' } }] });
    expect(await lead.call('cameras.showPlate', { eventId: 'lpr-1' })).toEqual({
      ok: true,
      value: { plate: '20A-123.45' },
    });
    const looked = audit.entries.find(({ action }) => action === 'cameras.showPlate');
    expect(looked?.from).toContain('lead-pc');

    const watch = { plate: '20A-123.45', reason: 'Xe tang vật', until: Date.now() + 3_600_000 };
    expect(await lead.call('cameras.watchPlate', watch)).toMatchObject({ ok: true });
    expect(await lead.call('cameras.watchList', {})).toMatchObject({ value: [{ reason: 'Xe tang vật' }] });
    expect(JSON.stringify([lead.world(), local.world(), backend.lines])).not.toContain('123.45');
  });

  it('is told whole to nobody who may not see it, whatever machine they ask from', async () => {
    const { backend } = await openRoom();
    const far = await openConsole(backend.url, { role: 'shift-leader' });
    await readPlate(backend.port);

    await soon(async () =>
      expect(await far.call('cameras.searchPlates', { text: '', ...span })).toMatchObject({
        value: [{ event: { plate: '20A-•••.45' } }],
      }),
    );
    // At her own machine she leads the shift; the token of that machine is worth an operator.
    expect(await far.call('cameras.showPlate', { eventId: 'lpr-1' })).toEqual({
      ok: false,
      reason: 'not-allowed',
    });
  });
});
