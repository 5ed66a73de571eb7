import { afterEach, describe, expect, it } from 'vitest';
import type { PersonRole } from '../../domain/access/model.ts';
import type { CallName, Calls } from '../../domain/contract/calls.ts';
import { touchings } from '../../domain/contract/touching.ts';
import type { CameraSighting } from '../../domain/cameras/sightings.ts';
import { SceneTemplateSchema, type PanelSpec, type Tile, type TilePatch } from '../../domain/wall/model.ts';
import { MINUTE_MS } from '../../domain/kernel/time.ts';
import { openOnvif } from '../../main/edge/onvif/onvif.ts';
import { ALARMS, CONSOLE, MAIN_WALL, openBackendRoom } from '../support/backendRoom.ts';
import { aCamera, aProvince, aSite, fact, NOON, snapshot, welcome } from '../support/builders.ts';
import { fakePeople } from '../support/fakes.ts';
import { openFakeRoom, type FakeRoom } from '../support/fakeRoom.ts';
import type { FakeWindow } from '../support/fakeWindow.ts';
import { openRemoteCore, openWallCore } from '../support/farRoom.ts';
import { soon } from '../support/soon.ts';
import { commandWall, look } from '../support/wallApi.ts';

const CAMERAS = 'cameras/19';
const RESTRICTED = { ok: false, reason: 'camera-restricted' };
const secret = aCamera({
  id: 'cam-secret',
  restricted: true,
  ptz: true,
  name: { vi: 'Buồng giam', en: 'Cells' },
});
const open = aCamera({ id: 'cam-open' });

function aScene(id: string, panel: PanelSpec) {
  const cells = [{ at: [0, 0, 1, 1], panel }];
  const layout = { over: 'screens', screens: [{ grid: [1, 1], cells }] };
  return SceneTemplateSchema.parse({ id, name: { vi: id, en: id }, layout });
}
const scenes = [
  aScene('clock', { kind: 'clock' }),
  aScene('spare', { kind: 'camera', cameraId: 'cam-open' }),
  aScene('cells', { kind: 'camera', cameraId: 'cam-secret' }),
  aScene('hotspot', { kind: 'camera-hotspot', follows: 'both' }),
];
const province = aProvince({ cameras: [open, secret], scenes, startScene: 'clock' });
const source = { kind: 'rtsp' as const, main: 'rtsp://127.0.0.1/a', onvif: 'http://127.0.0.1:9/onvif' };

const namedAt = async (room: FakeRoom, console: string, role: PersonRole) => {
  const window = room.window(console);
  const people = await window.call('access.people', {});
  const person = people.ok ? people.value.people.find((each) => each.role === role) : undefined;
  expect((await window.call('access.enter', { personId: person?.id ?? '', pin: '2468' })).ok).toBe(true);
  return window;
};

/** A shift leader and somebody of another role, each at a console, over one wall. */
async function aRoom(role: PersonRole = 'operator') {
  const people = fakePeople();
  const room = openFakeRoom({
    people,
    onvif: openOnvif(),
    province,
    site: aSite({ cameras: { 'cam-secret': source, 'cam-open': source } }),
  });
  const first = room.window('console-1');
  await room.signIn(first, 'shift-leader');
  await first.call('access.addPerson', { name: 'Trần Văn Nam', role, pin: '2468' });
  room.line().opened();
  room.say(welcome([CAMERAS]), snapshot({ topic: CAMERAS }));
  return { ...room, people, leader: first, other: await namedAt(room, 'console-2', role) };
}

async function take(window: FakeWindow, sceneId: string) {
  const programRevision = window.world().walls['main']?.program?.revision ?? 0;
  const source = { from: 'scene', sceneId } as const;
  return window.call('wall.take', { commandId: `take-${sceneId}`, wallId: 'main', source, programRevision });
}

const aTile = (panel: PanelSpec, id = 't1'): Tile => ({
  ...{ id, layer: 'overlay', priority: 2, panel },
  area: { xMm: 0, yMm: 0, widthMm: 600, heightMm: 400 },
});
const single: PanelSpec = { kind: 'camera', cameraId: 'cam-secret' };
const listed: PanelSpec = {
  kind: 'camera-grid',
  from: { by: 'list', cameraIds: ['cam-open', 'cam-secret'] },
  ...{ order: 'given', turn: 'page', dwellS: 12 },
};
const instead: Tile = { ...aTile({ kind: 'clock' }), failover: single };
const asked = { commandId: 'c-1', wallId: 'main', programRevision: 1 };
const wallId = 'main';
const cameraId = 'cam-secret';
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);
const stops = [{ sceneId: 'cells', dwellMs: 30_000 }];
const editing = (tile: Tile): Calls['wall.take']['input'] => ({
  ...asked,
  source: { from: 'edit', patch: { [tile.id]: tile } },
});

type Prepared = {
  readonly draftId: string;
  readonly patrolId: string;
  readonly tourId: string;
  readonly eventId: string;
};

/** What a shift leader made ready: a draft, a round of presets, a tour, a plate that the camera read. */
async function prepared({ leader, say }: Awaited<ReturnType<typeof aRoom>>): Promise<Prepared> {
  const draft = await leader.call('wall.openDraft', { wallId, from: 'empty' });
  const round = { cameraId, name: 'Vòng đêm', stops: [{ token: '1', name: 'Cửa', dwellMs: 10_000 }] };
  const patrol = await leader.call('cameras.keepPatrol', round);
  const tour = await leader.call('schedule.keepTour', { wallId, name: 'Vòng tường', stops });
  say(fact(1, { type: 'cameras.eventSeen', event: aPlate }, { topic: CAMERAS }));
  if (!draft.ok || !patrol.ok || !tour.ok) throw new Error(JSON.stringify([draft, patrol, tour]));
  return { draftId: draft.value.id, ...patrol.value, ...tour.value, eventId: 'e-plate' };
}

const seen = { id: 'e-1', cameraId, unit: '19', at: NOON, confidence: 0.9, provenance: 'live' } as const;
const aPlate: CameraSighting = { ...seen, id: 'e-plate', kind: 'plate', plate: '20A12345' };
const smoke: CameraSighting = { ...seen, kind: 'smoke' };

type Way = readonly [CallName, (window: FakeWindow, made: Prepared) => Promise<unknown>];

function way<Name extends CallName>(name: Name, input: (made: Prepared) => Calls[Name]['input']): Way {
  return [name, (window, made) => window.call(name, input(made))];
}

/** Every way to a camera that somebody may not see. */
const ways: readonly Way[] = [
  way('cameras.open', () => ({ cameraId, widthPx: 600 })),
  way('cameras.recorded', () => ({ cameraId })),
  way('cameras.openReplay', () => ({ cameraId, anchor: { mediaAt: NOON, clockAt: NOON, rate: 1 } })),
  way('cameras.cutClip', () => ({ cameraId, from: NOON, to: NOON + 1_000 })),
  way('cameras.signPicture', () => ({ cameraId, at: NOON, live: true, png })),
  way('cameras.readCamera', () => ({ cameraId })),
  way('cameras.keepCamera', () => ({ cells: { id: cameraId }, isNew: false })),
  way('cameras.removeCamera', () => ({ cameraId })),
  way('cameras.keepPassword', () => ({ cameraId, login: null })),
  way('cameras.turn', () => ({ cameraId, pan: 0.5, tilt: 0, zoom: 0 })),
  way('cameras.moveTo', () => ({ cameraId, pan: 0.5, tilt: 0, zoom: 0 })),
  way('cameras.presets', () => ({ cameraId })),
  way('cameras.goToPreset', () => ({ cameraId, token: '1' })),
  way('cameras.setPreset', () => ({ cameraId, name: 'Cửa' })),
  way('cameras.keepPatrol', () => ({
    cameraId,
    name: 'Vòng',
    stops: [{ token: '1', name: 'Cửa', dwellMs: 9_000 }],
  })),
  way('cameras.stopPatrol', () => ({ cameraId })),
  way('cameras.startPatrol', ({ patrolId }) => ({ patrolId })),
  way('cameras.showPlate', ({ eventId }) => ({ eventId })),
  way('wall.chooseCamera', () => ({ ...asked, cameraId })),
  way('wall.replay', () => ({ ...asked, tileId: 't1', cameraId, act: { do: 'back', byMs: 30_000 } })),
  way('wall.look', () => ({ ...asked, tileId: 't1', order: { do: 'enlarge', cameraId } })),
  way('wall.editDraft', ({ draftId }) => ({ wallId, draftId, kind: 'add', patch: { t1: aTile(single) } })),
  way('wall.editDraft', ({ draftId }) => ({ wallId, draftId, kind: 'add', patch: { t1: aTile(listed) } })),
  way('wall.editDraft', ({ draftId }) => ({ wallId, draftId, kind: 'add', patch: { t1: instead } })),
  way('wall.take', () => ({ ...asked, source: { from: 'scene', sceneId: 'cells' } })),
  way('wall.take', () => editing(aTile(single))),
  way('wall.take', () => editing(aTile(listed))),
  way('wall.take', () => editing(instead)),
  way('wall.warm', () => ({ wallId, source: { from: 'scene', sceneId: 'cells' } })),
  way('schedule.keepTour', () => ({ wallId, name: 'Vòng khác', stops })),
  way('schedule.startTour', ({ tourId }) => ({ wallId, tourId })),
  way('schedule.keepEntry', () => ({
    ...{ wallId, name: 'Ca đêm', showing: { kind: 'scene', sceneId: 'cells' }, on: true },
    hours: { days: { kind: 'weekly', weekdays: [1] }, fromMinute: 0, untilMinute: 60 },
  })),
  way('schedule.setIdle', () => ({ wallId, on: true, afterMs: 10 * MINUTE_MS, sceneId: 'cells' })),
  way('schedule.arm', () => ({
    ...{ wallId, source: { from: 'scene', sceneId: 'cells' }, programRevision: 1, ifMoved: 'ask' },
    when: { inMs: 5_000 },
  })),
  way('schedule.takeArmed', () => ({ wallId, commandId: 'armed-1' })),
  way('cameras.deletePatrol', ({ patrolId }) => ({ patrolId })),
];

const neverAnOperators: ReadonlySet<CallName> = new Set([
  'cameras.cutClip',
  'cameras.signPicture',
  'cameras.showPlate',
  'cameras.readCamera',
  'cameras.keepCamera',
  'cameras.removeCamera',
  'cameras.keepPassword',
]);

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

describe('a restricted camera', () => {
  it('has every way to it in this table', () => {
    expect(new Set(ways.map(([name]) => name))).toEqual(new Set(Object.keys(touchings)));
  });

  it.each(ways)('is kept by %s from who may not see it, and nothing happens', async (name, go) => {
    const room = await aRoom();
    const made = await prepared(room);
    if (name === 'schedule.takeArmed') await arm(room.leader);
    const before = room.app.world();

    const answer = await go(room.other, made);

    // What an operator may do with no camera at all is refused before anybody looks at which camera it is.
    const never = neverAnOperators.has(name);
    expect(answer).toEqual(never ? { ok: false, reason: 'not-allowed' } : RESTRICTED);
    expect(room.app.world()).toBe(before);
    expect(room.audit.entries.at(-1)).toMatchObject({
      ...{ by: 'Trần Văn Nam', action: name, outcome: never ? 'not-allowed' : 'camera-restricted' },
    });
  });

  it.each(ways)('is not kept by %s from a shift leader', async (_name, go) => {
    const room = await aRoom();
    const made = await prepared(room);

    expect(await go(room.leader, made)).not.toEqual(RESTRICTED);
  });

  it.each(['operator', 'guest', 'commune'] as const)('opens at no console of %s', async (role) => {
    const room = await aRoom(role);

    expect(await room.other.call('cameras.open', { cameraId, widthPx: 600 })).toEqual(RESTRICTED);
    expect(room.other.world().cameras.byId).not.toHaveProperty('cam-secret');
  });

  it('does not exist for who may not see it: neither it, nor its events, nor its rounds', async () => {
    const room = await aRoom();
    await prepared(room);
    room.say(fact(2, { type: 'cameras.eventSeen', event: smoke }, { topic: CAMERAS }));

    expect(JSON.stringify(room.other.world())).not.toContain('Buồng giam');
    expect(Object.keys(room.other.world().cameras.byId)).toEqual(['cam-open']);
    expect(room.other.world().cameraEvents.byId).toEqual({});
    expect(room.other.world().ptz.patrols).toEqual({});
    expect(room.other.odd).toEqual([]);
    expect(Object.keys(room.leader.world().cameraEvents.byId)).toEqual(['e-plate', 'e-1']);
    expect(room.leader.world().cameras.byId['cam-secret']?.name.vi).toBe('Buồng giam');
  });

  it('leaves its events to who might see it when it is gone itself; those of others stay with all', async () => {
    const room = await aRoom();
    await prepared(room);
    const ofOpen: CameraSighting = { ...smoke, id: 'e-2', cameraId: 'cam-open' };
    room.say(
      fact(2, { type: 'cameras.eventSeen', event: smoke }, { topic: CAMERAS }),
      fact(3, { type: 'cameras.eventSeen', event: ofOpen }, { topic: CAMERAS }),
    );
    const { cache, people } = room;

    const later = openFakeRoom({ cache, people, province: { ...province, cameras: [] } });
    const operator = await namedAt(later, 'console-1', 'operator');
    const leader = await namedAt(later, 'console-2', 'shift-leader');
    later.line().opened();
    const events = (window: FakeWindow) => Object.keys(window.world().cameraEvents.byId);
    expect(Object.keys(later.app.world().cameras.byId)).toEqual([]);
    expect(events(operator)).toEqual(['e-2']);
    expect(events(leader)).toEqual(['e-plate', 'e-1', 'e-2']);

    // Its end is told when nobody knows the camera any more.
    const over: CameraSighting = { ...seen, kind: 'smoke', until: NOON + 1_000 };
    later.say(welcome([CAMERAS]), fact(4, { type: 'cameras.eventSeen', event: over }, { topic: CAMERAS }));
    expect(leader.world().cameraEvents.byId['e-1']).toMatchObject({ until: NOON + 1_000 });
    expect(events(operator)).toEqual(['e-2']);
  });

  it('comes and goes with whoever stands at the console', async () => {
    const room = await aRoom();
    const sees = (): boolean => 'cam-secret' in room.leader.world().cameras.byId;
    expect(sees()).toBe(true);

    await room.leader.call('access.leave', {});
    expect(sees()).toBe(false);

    const people = await room.leader.call('access.people', {});
    const lead = people.ok ? people.value.people.find(({ role }) => role === 'shift-leader') : undefined;
    await room.leader.call('access.enter', { personId: lead?.id ?? '', pin: '2468' });
    expect(sees()).toBe(true);
  });

  it('is kept from leaders by no wall, and stays where who may put it', async () => {
    const room = await aRoom();
    expect((await take(room.leader, 'cells')).ok).toBe(true);
    // The wall shows it; an operator's edit of something else leaves it there, a copy of it is one too many.
    const tiles = room.app.world().walls['main']?.program?.scene.tiles ?? {};
    const [hanging] = Object.values(tiles);
    if (hanging === undefined) throw new Error('nothing hangs');
    const edit = (commandId: string, patch: TilePatch) =>
      room.other.call('wall.take', {
        ...{ commandId, wallId, source: { from: 'edit', patch } },
        programRevision: room.app.world().walls['main']?.program?.revision ?? 0,
      });
    expect(await edit('e-1', { t9: aTile({ kind: 'clock' }, 't9') })).toMatchObject({ ok: true });
    expect(await edit('e-2', { t8: { ...hanging, id: 't8', layer: 'overlay' } })).toEqual(RESTRICTED);
    expect(await edit('e-3', { [hanging.id]: null })).toMatchObject({ ok: true });
    // Taken away by who may not see it, it comes back only by who may.
    expect(
      await room.other.call('wall.take', {
        ...asked,
        commandId: 'back',
        programRevision: 4,
        source: { from: 'previous' },
      }),
    ).toEqual(RESTRICTED);
    expect(room.window('d1').world().cameras.byId['cam-secret']?.name.vi).toBe('Buồng giam');
  });

  it('is not brought on a wall by what it sees itself', async () => {
    const room = await aRoom();
    await take(room.leader, 'hotspot');
    const hot = () =>
      Object.values(room.app.world().walls['main']?.looks.tiles ?? {}).map((tile) => tile.hot?.cameraId);

    room.say(fact(1, { type: 'cameras.eventSeen', event: smoke }, { topic: CAMERAS }));
    expect(hot()).toEqual([]);

    room.say(
      fact(
        2,
        { type: 'cameras.eventSeen', event: { ...smoke, id: 'e-2', cameraId: 'cam-open' } },
        { topic: CAMERAS },
      ),
    );
    expect(hot()).toEqual(['cam-open']);
  });
});

async function arm(leader: FakeWindow): Promise<void> {
  const source = { from: 'scene', sceneId: 'cells' } as const;
  const moment = { programRevision: 1, ifMoved: 'ask', when: { inMs: 60_000 } } as const;
  expect((await leader.call('schedule.arm', { wallId, source, ...moment })).ok).toBe(true);
}

describe('from another machine a restricted camera', () => {
  async function openWall() {
    const backend = await openBackendRoom();
    ends.push(backend.stop);
    const wall = openWallCore({ url: backend.url, token: MAIN_WALL, province });
    ends.push(wall.close);
    wall.display('d1');
    await wall.desk('console', 'Trần Văn Nam');
    await soon(async () =>
      expect((await look({ ...backend, token: ALARMS }, '/walls/main')).status).toBe(200),
    );
    return { backend, wall };
  }

  it('is put on no wall by an operator’s remote console, which does not even know it', async () => {
    const { backend } = await openWall();
    const remote = openRemoteCore({ url: backend.url, token: CONSOLE, device: 'far-pc', province });
    ends.push(remote.close);
    const far = await remote.desk();
    await soon(() => expect(far.link()?.wallLive).toBe(true));
    await far.call('wall.takeControl', { wallId, epoch: far.wall()?.control.epoch ?? 0 });

    expect(Object.keys(far.world().cameras.byId)).toEqual(['cam-open']);
    expect(await take(far, 'cells')).toEqual(RESTRICTED);
    expect(await far.call('cameras.open', { cameraId, widthPx: 600 })).toEqual(RESTRICTED);
  });

  it('is refused by the wall itself where the remote console knows nothing of it', async () => {
    const { backend, wall } = await openWall();
    const remote = openRemoteCore({
      url: backend.url,
      token: CONSOLE,
      device: 'far-pc',
      province: aProvince(),
    });
    ends.push(remote.close);
    const far = await remote.desk();
    await soon(() => expect(far.link()?.wallLive).toBe(true));
    await far.call('wall.takeControl', { wallId, epoch: far.wall()?.control.epoch ?? 0 });

    expect(await take(far, 'cells')).toMatchObject(RESTRICTED);
    expect(await far.call('wall.chooseCamera', { wallId, commandId: 'c-1', cameraId })).toMatchObject(
      RESTRICTED,
    );
    expect(wall.app.world().walls['main']?.program?.scene.id).toBe('clock');
  });

  it('is refused to a system that commands over HTTP as an operator would', async () => {
    const { backend } = await openWall();
    const api = { ...backend, token: ALARMS };
    const control = { commandId: 'k-1', call: 'wall.takeControl', input: { epoch: 0 }, baseRevision: 1 };
    expect((await commandWall(api, control)).status).toBe(200);
    const command = (commandId: string, input: unknown) =>
      commandWall(api, { commandId, call: 'wall.take', input, baseRevision: 1 });

    const answer = { answer: RESTRICTED };
    expect((await command('k-2', { source: { from: 'scene', sceneId: 'cells' } })).body).toMatchObject(
      answer,
    );
    const patch = { t1: aTile(single) };
    expect((await command('k-3', { source: { from: 'edit', patch } })).body).toMatchObject(answer);
  });
});
