import { describe, expect, it } from 'vitest';
import { LINGER_MS } from '../../domain/cameras/activity.ts';
import { HOT_STAY_MS } from '../../domain/cameras/hotspot.ts';
import type { CameraSighting } from '../../domain/cameras/sightings.ts';
import { heldCameras, turnOf, type LookOrder } from '../../domain/wall/lookRules.ts';
import { SceneTemplateSchema, type PanelSpec } from '../../domain/wall/model.ts';
import { camerasNow } from '../../domain/wall/shownCameras.ts';
import { aProvince, aSite, catchUp, fact, snapshot, welcome } from '../support/builders.ts';
import { openFakeRoom } from '../support/fakeRoom.ts';

type Smoke = Extract<CameraSighting, { kind: 'smoke' | 'jam' | 'crowd' }>;
const CAMERAS = 'cameras/19';
const point: [number, number] = [105.8, 21.6];
const cameras = Array.from({ length: 7 }, (_, n) => ({
  id: `cam-${n + 1}`,
  unit: '19',
  name: { vi: `Nút giao ${n + 1}`, en: `Junction ${n + 1}` },
  point,
  provenance: 'live' as const,
  tags: [],
  groups: [],
  ptz: false,
  restricted: false,
}));
const scene = SceneTemplateSchema.parse({
  id: 'cameras',
  name: { vi: 'Camera', en: 'Cameras' },
  layout: {
    over: 'screens',
    screens: [
      {
        grid: [2, 1],
        cells: [
          {
            at: [0, 0, 1, 1],
            panel: {
              kind: 'camera-grid',
              from: { by: 'all' },
              cells: [2, 1],
              order: 'given',
              turn: 'page',
              dwellS: 10,
            },
          },
          {
            at: [1, 0, 1, 1],
            panel: {
              kind: 'camera-grid',
              from: { by: 'all' },
              cells: [3, 1],
              order: 'activity',
              turn: 'page',
              dwellS: 10,
            },
          },
        ],
      },
      { grid: [1, 1], cells: [{ at: [0, 0, 1, 1], panel: { kind: 'camera-hotspot', follows: 'both' } }] },
    ],
  },
});

const sources = Object.fromEntries(
  cameras.map(({ id }) => [id, { kind: 'rtsp' as const, main: `rtsp://10.20.3.7/${id}` }]),
);

/** `sourceless`: a camera that this room has no way to. */
async function aRoom(role: 'operator' | 'guest' = 'operator', { sourceless = '' } = {}) {
  const province = aProvince({ cameras });
  const reached = Object.entries(sources).filter(([id]) => id !== sourceless);
  const room = openFakeRoom({
    site: { ...aSite(), cameras: Object.fromEntries(reached) },
    province: { ...province, scenes: [scene, ...province.scenes], startScene: 'cameras' },
  });
  const desk = room.window('console');
  await room.signIn(desk, role);
  room.line().opened();
  room.say(welcome([CAMERAS]), snapshot({ topic: CAMERAS }));
  let seq = 0;
  return {
    ...room,
    desk,
    /** A camera's analysis tells something. */
    see(change: Partial<Smoke> & { readonly cameraId: string }): void {
      seq += 1;
      const event: Smoke = {
        id: `e-${seq}`,
        unit: '19',
        at: room.clock.now(),
        confidence: 0.9,
        provenance: 'live',
        kind: 'smoke',
        ...change,
      };
      room.say(fact(seq, { type: 'cameras.eventSeen', event }, { topic: CAMERAS }));
    },
  };
}
type Room = Awaited<ReturnType<typeof aRoom>>;

function tileOf({ app, clock }: Room, fits: (panel: PanelSpec) => boolean) {
  const wall = app.world().walls['main'];
  const tile = Object.values(wall?.program?.scene.tiles ?? {}).find(({ panel }) => fits(panel));
  if (!wall || !tile) throw new Error('no such tile');
  const now = camerasNow(wall, tile, app.world().cameras.byId, clock.now());
  return { tile, look: wall.looks.tiles[tile.id], now };
}
const paged = (panel: PanelSpec): boolean => panel.kind === 'camera-grid' && panel.order === 'given';
const active = (panel: PanelSpec): boolean => panel.kind === 'camera-grid' && panel.order === 'activity';
const hotspot = (panel: PanelSpec): boolean => panel.kind === 'camera-hotspot';
const shown = (room: Room) => tileOf(room, active).look?.cells.map(({ cameraId }) => cameraId) ?? [];
let orders = 0;
const command = () => ({ wallId: 'main', commandId: `order-${(orders += 1)}` });
const turn = (room: Room, fits: typeof paged, order: LookOrder) =>
  room.desk.call('wall.look', { ...command(), tileId: tileOf(room, fits).tile.id, order });

describe('a camera tile that is turned at the console', () => {
  it('is turned for all windows, with who did it, and over a restart of the core', async () => {
    const room = await aRoom();
    const [one, other] = [room.window('d1'), room.window('d2')];

    expect(await turn(room, paged, { do: 'pause', on: true })).toMatchObject({ ok: true });
    expect(await turn(room, paged, { do: 'freeze', cameraId: 'cam-3', on: true })).toMatchObject({
      ok: true,
    });

    for (const world of [one.world(), other.world(), openFakeRoom({ cache: room.cache }).app.world()]) {
      const { tile } = tileOf(room, paged);
      expect(world.walls['main']?.looks.tiles[tile.id]).toMatchObject({
        turn: { paused: true, by: 'Nguyễn Thị Hạnh' },
        frozen: { 'cam-3': { by: 'Nguyễn Thị Hạnh' } },
      });
    }
  });

  it('owes a receipt of every display: one paints it, the other stays silent', async () => {
    const room = await aRoom();
    const [one] = [room.window('d1'), room.window('d2')];
    const receipts = () =>
      Object.values(room.app.world().walls['main']?.receipts ?? {}).map(
        ({ reason, state }) => reason ?? state,
      );
    const tileId = tileOf(room, paged).tile.id;
    const orders = [
      [
        'wall.look',
        'look',
        { tileId, order: { do: 'zoom', cameraId: 'cam-3', zoom: { x: 0, y: 0, scale: 2 } } },
      ],
      ['wall.chooseCamera', 'choose', { cameraId: 'cam-2' }],
    ] as const;
    for (const [name, kind, input] of orders) {
      const order = command();
      expect(await room.desk.call(name, { ...order, ...input })).toEqual({ ok: true, value: null });
      expect(room.app.world().walls['main']?.command).toMatchObject({ id: order.commandId, kind });
      expect(receipts()).toEqual(['queued', 'queued']);

      await one.call('wall.shown', { ...order, paintedAt: room.clock.now() });
      await room.clock.advance(4_000);

      expect(receipts()).toEqual(['shown', 'window-silent']);
    }
  });

  it('turns one page by an order that comes twice', async () => {
    const room = await aRoom();
    const order = {
      ...command(),
      tileId: tileOf(room, paged).tile.id,
      order: { do: 'page', step: 1 },
    } as const;
    await room.desk.call('wall.look', order);
    const page = tileOf(room, paged).look?.turn?.page;
    await room.desk.call('wall.look', order);

    expect(page).toBeTypeOf('number');
    expect(tileOf(room, paged).look?.turn?.page).toBe(page);
  });

  it('goes on from the page on which it was held', async () => {
    const room = await aRoom();
    await turn(room, paged, { do: 'pause', on: true });
    const page = tileOf(room, paged).look?.turn?.page;
    await room.clock.advance(60_000);
    await turn(room, paged, { do: 'pause', on: false });

    expect(tileOf(room, paged).look?.turn).toMatchObject({ page, at: room.clock.now(), paused: false });
  });

  it('is held while somebody looks closely, and forgets it when the picture is whole again', async () => {
    const room = await aRoom();
    const zoom = { x: 0.5, y: 0.5, scale: 2 };
    await turn(room, paged, { do: 'zoom', cameraId: 'cam-1', zoom });
    const near = tileOf(room, paged).look;
    await turn(room, paged, { do: 'zoom', cameraId: 'cam-1', zoom: null });
    const far = tileOf(room, paged).look;

    expect(near && turnOf(near, false)?.paused).toBe(true);
    expect(far && turnOf(far, false)?.paused).toBe(false);
    expect(far?.zooms).toEqual({});
  });

  it.each<LookOrder>([
    { do: 'freeze', cameraId: 'cam-5', on: true },
    { do: 'zoom', cameraId: 'cam-5', zoom: { x: 0.25, y: 0.25, scale: 2 } },
    { do: 'enlarge', cameraId: 'cam-5' },
  ])('turns to the camera of another page that is to be looked at closely: %o', async (order) => {
    const room = await aRoom();
    while (tileOf(room, paged).now.includes('cam-5')) await room.clock.advance(10_000);

    expect(await turn(room, paged, order)).toMatchObject({ ok: true });
    await room.clock.advance(60_000);

    expect(tileOf(room, paged).now).toContain('cam-5');
  });

  it('brings what is looked at closely out from behind what was enlarged', async () => {
    const room = await aRoom();
    await turn(room, paged, { do: 'enlarge', cameraId: 'cam-1' });
    await turn(room, paged, { do: 'freeze', cameraId: 'cam-2', on: true });

    expect(tileOf(room, paged).now).toEqual(['cam-1', 'cam-2']);
  });

  it('lets go of everything by one order, and goes on from there; a pause by hand stays', async () => {
    const room = await aRoom();
    await turn(room, paged, { do: 'pin', cameraId: 'cam-7', on: true });
    await turn(room, paged, { do: 'freeze', cameraId: 'cam-1', on: true });
    await turn(room, paged, { do: 'enlarge', cameraId: 'cam-3' });
    const { look: held, now } = tileOf(room, paged);
    expect(held && heldCameras(held)).toEqual(['cam-3', 'cam-1']);
    expect(now).toEqual(['cam-3']);

    expect(await turn(room, paged, { do: 'release' })).toMatchObject({ ok: true });
    const { look, now: after } = tileOf(room, paged);
    expect(look && heldCameras(look)).toEqual([]);
    expect(look?.pins).toHaveProperty('cam-7');
    expect(look && turnOf(look, false)?.paused).toBe(false);
    expect(after).toEqual(['cam-3', 'cam-4']);

    await turn(room, paged, { do: 'pause', on: true });
    await turn(room, paged, { do: 'release' });
    const paused = tileOf(room, paged).look;
    expect(paused && turnOf(paused, false)?.paused).toBe(true);
  });

  it('is as it came after another scene was on', async () => {
    const room = await aRoom();
    await turn(room, paged, { do: 'enlarge', cameraId: 'cam-2' });
    const take = (sceneId: string, programRevision: number) =>
      room.desk.call('wall.take', {
        commandId: sceneId,
        wallId: 'main',
        source: { from: 'scene', sceneId },
        programRevision,
      });
    const { revision = 0 } = room.app.world().walls['main']?.program ?? {};
    expect(await take('map', revision)).toMatchObject({ ok: true });

    expect(room.app.world().walls['main']?.looks.tiles).toEqual({});
  });

  it('is not turned by a guest, nor to a camera that it does not show', async () => {
    const guests = await aRoom('guest');
    const room = await aRoom();

    expect(await turn(guests, paged, { do: 'pause', on: true })).toEqual({
      ok: false,
      reason: 'not-allowed',
    });
    expect(await turn(room, paged, { do: 'enlarge', cameraId: 'cam-99' })).toEqual({
      ok: false,
      reason: 'camera-not-in-tile',
    });
    expect(await turn(room, hotspot, { do: 'page', step: 1 })).toEqual({
      ok: false,
      reason: 'tile-never-turns',
    });
  });
});

describe('events from cameras', () => {
  it('bring a camera forward, and let it go when it has been quiet for a while', async () => {
    const room = await aRoom();
    room.see({ cameraId: 'cam-6' });
    expect(shown(room)).toEqual(['cam-6', 'cam-2', 'cam-3']);
    expect(tileOf(room, hotspot).look?.hot).toMatchObject({ cameraId: 'cam-6', why: 'alarm' });

    room.see({ id: 'e-1', cameraId: 'cam-6', until: room.clock.now() });
    await room.clock.advance(LINGER_MS - 2_000);
    expect(shown(room)).toEqual(['cam-6', 'cam-2', 'cam-3']);

    await room.clock.advance(3_000);
    expect(shown(room)).toEqual([]);
  });

  it('bring it forward whatever the clock of the reader says, for as long as the room knows of it', async () => {
    const room = await aRoom();
    const at = room.clock.now() - 24 * 3_600_000;
    room.see({ id: 'behind', cameraId: 'cam-6', at });
    expect(shown(room)).toEqual(['cam-6', 'cam-2', 'cam-3']);

    await room.clock.advance(20 * 60_000);
    room.see({ id: 'behind', cameraId: 'cam-6', at });
    await room.clock.advance(10 * 60_000 + LINGER_MS);
    expect(shown(room)).toEqual([]);

    room.see({ id: 'behind', cameraId: 'cam-6', at: at + 30 * 60_000 });
    expect(shown(room)).toEqual(['cam-6', 'cam-2', 'cam-3']);
  });

  it('are as old as the reader says where they come with what the room missed', async () => {
    const room = await aRoom();
    const now = room.clock.now();
    const jam = { unit: '19', confidence: 0.9, provenance: 'live', kind: 'jam' } as const;
    const told = [
      { ...jam, id: 'old', cameraId: 'cam-5', at: now - 3_600_000 },
      { ...jam, id: 'new', cameraId: 'cam-6', at: now - 60_000 },
    ].map((event, index) => ({
      ...{ seq: index + 1, asOf: now },
      body: { type: 'cameras.eventSeen' as const, event },
    }));
    room.say(catchUp({ topic: CAMERAS, from: 0, seq: 2, facts: told }));

    expect(shown(room)).toEqual(['cam-6', 'cam-2', 'cam-3']);
  });

  it('never push aside what an operator pinned', async () => {
    const room = await aRoom();
    await turn(room, active, { do: 'pin', cameraId: 'cam-1', on: true });
    for (const cameraId of ['cam-4', 'cam-5', 'cam-6', 'cam-7']) room.see({ cameraId });

    expect(shown(room)[0]).toBe('cam-1');
  });

  it('never push aside the camera that somebody enlarged', async () => {
    const room = await aRoom();
    await turn(room, active, { do: 'enlarge', cameraId: 'cam-1' });
    for (const cameraId of ['cam-4', 'cam-5', 'cam-6', 'cam-7']) room.see({ cameraId });

    expect(shown(room)[0]).toBe('cam-1');
  });

  it('leave in a hotspot the camera that somebody looks at closely, until nobody does', async () => {
    const room = await aRoom();
    const zoom = { x: 0.5, y: 0.5, scale: 2 };
    room.see({ cameraId: 'cam-6' });
    await turn(room, hotspot, { do: 'freeze', cameraId: 'cam-6', on: true });
    await turn(room, hotspot, { do: 'zoom', cameraId: 'cam-6', zoom });
    await room.clock.advance(HOT_STAY_MS);
    room.see({ cameraId: 'cam-2' });
    expect(tileOf(room, hotspot).look?.hot?.cameraId).toBe('cam-6');

    await turn(room, hotspot, { do: 'freeze', cameraId: 'cam-6', on: false });
    expect(tileOf(room, hotspot).look?.hot?.cameraId).toBe('cam-6');

    await turn(room, hotspot, { do: 'zoom', cameraId: 'cam-6', zoom: null });
    expect(tileOf(room, hotspot).look?.hot?.cameraId).toBe('cam-2');
  });

  it('leave it there only until the operator chooses another', async () => {
    const room = await aRoom();
    room.see({ cameraId: 'cam-6' });
    await turn(room, hotspot, { do: 'freeze', cameraId: 'cam-6', on: true });
    await room.clock.advance(1_000);
    await room.desk.call('wall.chooseCamera', { ...command(), cameraId: 'cam-3' });

    expect(tileOf(room, hotspot).look?.hot).toMatchObject({ cameraId: 'cam-3', why: 'chosen' });
  });

  it('bring to a hotspot a camera that has a picture before one that has none', async () => {
    const room = await aRoom('operator', { sourceless: 'cam-5' });
    room.see({ cameraId: 'cam-4' });
    await room.clock.advance(HOT_STAY_MS);
    room.see({ cameraId: 'cam-5' });
    expect(tileOf(room, hotspot).look?.hot?.cameraId).toBe('cam-4');

    room.see({ id: 'e-1', cameraId: 'cam-4', until: room.clock.now() });
    expect(tileOf(room, hotspot).look?.hot?.cameraId).toBe('cam-5');
  });

  it('give way in a hotspot to what the operator chooses after them', async () => {
    const room = await aRoom();
    room.see({ cameraId: 'cam-6' });
    await room.clock.advance(1_000);
    await room.desk.call('wall.chooseCamera', { ...command(), cameraId: 'cam-2' });

    expect(tileOf(room, hotspot).look?.hot).toMatchObject({ cameraId: 'cam-2', why: 'chosen' });
  });

  it('that do not come leave no trace, however often the clock strikes', async () => {
    const room = await aRoom();
    await room.clock.advance(60_000);

    expect(room.cache.commits.filter(({ change }) => change.type === 'wall.camerasMoved')).toEqual([]);
  });
});
