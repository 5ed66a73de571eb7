import { describe, expect, it } from 'vitest';
import type { RoomFileRead } from '../../domain/wall/roomCalls.ts';
import type { Head, RoomPanel } from '../../domain/wall/roomModel.ts';
import { planRoom } from '../../main/edge/heads/plan.ts';
import { aSite } from '../support/builders.ts';
import { openFakeRoom } from '../support/fakeRoom.ts';

function aHead(cable: number, identity: string): Head {
  const connector = `HDMI-${cable}`;
  const bounds = { xPx: cable * 1_920, yPx: 0, widthPx: 1_920, heightPx: 1_080 };
  const face = { known: 'edid' as const, name: 'SAM', scale: 1, rotation: 0 as const };
  return { id: connector, connector, identity, bounds, primary: cable === 0, ...face };
}

function aPanel(order: number, change: Partial<RoomPanel> = {}): RoomPanel {
  const area = { xMm: (order - 1) * 1_224, yMm: 0, widthMm: 1_217, heightMm: 685 };
  return {
    id: `d${order}`,
    order,
    area,
    widthPx: 1_920,
    heightPx: 1_080,
    rotation: 0,
    bezelMm: 3.5,
    ...change,
  };
}

/** The core and a shell without screens: what the core says of the room is planned and told back. */
async function roomWithTechnician(heads = [aHead(0, 'desk'), aHead(1, 'a'), aHead(2, 'b')]) {
  const room = openFakeRoom();
  const desk = room.window('console');
  await room.signIn(desk, 'technician');
  const site = aSite();
  let plan = planRoom({ site, windowed: false, known: null, heads, seen: false });
  const look = (there: readonly Head[] = heads): void => {
    const known = room.rooms.at(-1) ?? plan.room;
    plan = planRoom({ site, windowed: false, known, heads: there, seen: true });
    room.app.setCanvas('main', plan.canvas, { room: plan.room, heads: plan.heads });
  };
  look();
  const wall = () => room.app.world().walls['main'];
  return { ...room, desk, look, wall };
}

type Room = Awaited<ReturnType<typeof roomWithTechnician>>;
const wallId = 'main';
const design = (desk: Room['desk'], panels: readonly RoomPanel[], change = {}) =>
  desk.call('wall.designRoom', { wallId, panels, seatDistanceMm: 5_000, virtual: false, ...change });

describe('a room that is designed', () => {
  it('gets a panel before its screen is there, and keeps who hangs where', async () => {
    const room = await roomWithTechnician();

    expect(await design(room.desk, [aPanel(1), aPanel(2), aPanel(3)])).toEqual({ ok: true, value: null });
    room.look();

    expect(room.wall()?.canvas.displays.map(({ id, dark }) => [id, dark === true])).toEqual([
      ['d1', false],
      ['d2', false],
      ['d3', true],
    ]);
    expect(room.wall()?.room.seats['d2']?.identity).toBe('b');
  });

  it.each([
    ['no-panel', []],
    ['too-many-panels', Array.from({ length: 65 }, (_, index) => aPanel(index + 1))],
    ['panels-overlap', [aPanel(1), aPanel(2, { area: { ...aPanel(1).area, xMm: 1_218 } })]],
    ['panel-doubled', [aPanel(1), aPanel(2, { order: 1 })]],
    ['pixels-not-square', [aPanel(1, { rotation: 90, widthPx: 1_080, heightPx: 1_920 })]],
    ['panel-size-wrong', [aPanel(1, { area: { ...aPanel(1).area, widthMm: 20 } })]],
    ['resolution-wrong', [aPanel(1, { widthPx: 20 })]],
    ['bezel-wrong', [aPanel(1, { bezelMm: 200 })]],
  ] as const)('is refused when it cannot be: %s', async (reason, panels) => {
    const room = await roomWithTechnician();

    expect(await design(room.desk, panels)).toEqual({ ok: false, reason });
    expect(room.rooms).toEqual([]);
  });

  it('is not for the operator on duty', async () => {
    const room = openFakeRoom();
    const desk = room.window('console');
    await room.signIn(desk, 'operator');

    expect(await design(desk, [aPanel(1)])).toEqual({ ok: false, reason: 'not-allowed' });
  });

  it('is tried as a virtual wall of 64 panels', async () => {
    const room = await roomWithTechnician();
    const panels = Array.from({ length: 64 }, (_, index) =>
      aPanel(index + 1, {
        area: { ...aPanel(1).area, xMm: (index % 8) * 1_224, yMm: Math.floor(index / 8) * 692 },
      }),
    );

    await design(room.desk, panels, { virtual: true });
    room.look();

    expect(room.wall()?.canvas.displays.filter(({ dark }) => dark !== true)).toHaveLength(64);
  });
});

describe('a screen in doubt', () => {
  it('hangs where the operator says, also the next time', async () => {
    const room = await roomWithTechnician();
    const there = [aHead(0, 'desk'), aHead(1, 'a'), aHead(2, 'stranger')];
    room.look(there);
    expect(room.wall()?.heads.find(({ doubt }) => doubt === 'stranger')?.place).toBe('d2');

    const said = await room.desk.call('wall.seatHead', { wallId, headId: 'HDMI-2', place: 'd1' });
    room.look(there);

    expect(said.ok).toBe(true);
    const seats = room.wall()?.heads.map(({ identity, place, doubt }) => [identity, place, doubt]);
    expect(seats?.sort()).toEqual([
      ['a', 'd2', null],
      ['desk', 'console', null],
      ['stranger', 'd1', null],
    ]);
  });

  it('is refused when it is gone by then', async () => {
    const room = await roomWithTechnician();

    const said = await room.desk.call('wall.seatHead', { wallId, headId: 'HDMI-9', place: 'd1' });

    expect(said).toEqual({ ok: false, reason: 'head-unknown' });
  });
});

describe('numbers on all panels', () => {
  it('stand for their time and no longer, and every display gives its receipt', async () => {
    const room = await roomWithTechnician();
    const walls = [room.window('d1'), room.window('d2')];

    await room.desk.call('wall.identify', { wallId, commandId: 'look-1' });
    expect(walls[0]?.world().walls['main']?.identifying?.until).toBe(room.clock.now() + 6_000);
    for (const wall of walls)
      await wall.call('wall.shown', { wallId, commandId: 'look-1', paintedAt: room.clock.now() });
    expect(room.wall()?.command?.kind).toBe('identify');
    expect(Object.values(room.wall()?.receipts ?? {}).map(({ state }) => state)).toEqual(['shown', 'shown']);

    await room.clock.advance(6_000);
    expect(room.wall()?.identifying).toBeNull();
  });
});

describe('the file of a room', () => {
  async function exported(room: Room): Promise<Record<string, unknown>> {
    const outcome = await room.desk.call('wall.exportRoom', { wallId });
    return outcome.ok ? JSON.parse(outcome.value.text) : {};
  }
  async function read(room: Room, file: unknown): Promise<RoomFileRead | undefined> {
    const text = typeof file === 'string' ? file : JSON.stringify(file);
    const outcome = await room.desk.call('wall.readRoom', { wallId, text });
    return outcome.ok ? outcome.value : undefined;
  }

  it('read again changes nothing', async () => {
    const room = await roomWithTechnician();

    expect(await read(room, await exported(room))).toEqual({
      sound: true,
      changes: {
        added: [],
        changed: [],
        removed: [],
        seatDistanceMm: null,
        newScenes: [],
        replacedScenes: [],
        leftOut: [],
      },
    });
  });

  it('tells what it would change, and changes it only when told to', async () => {
    const room = await roomWithTechnician();
    const file = await exported(room);
    const panels = [aPanel(1, { bezelMm: 3 }), aPanel(3)];
    const text = JSON.stringify({ ...file, scenes: [], room: { seatDistanceMm: 6_000, panels } });

    expect(await read(room, text)).toMatchObject({
      changes: { added: [3], changed: [1], removed: [2], seatDistanceMm: { from: 5_000, to: 6_000 } },
    });
    expect(room.rooms).toEqual([]);

    expect((await room.desk.call('wall.importRoom', { wallId, text })).ok).toBe(true);
    room.look();
    expect(room.wall()?.canvas.displays.map(({ order }) => order)).toEqual([1, 3]);
  });

  it('is refused with the place of what is wrong, and nothing is lost', async () => {
    const room = await roomWithTechnician();
    const file = await exported(room);
    const before = room.wall();
    const panels = [aPanel(1), aPanel(2)];
    const cases: readonly (readonly [unknown, string, string])[] = [
      ['{"format":', '(file)', 'no-json'],
      [{ hello: 1 }, 'format', 'other-file'],
      [{ ...file, version: 2 }, 'version', 'newer-version'],
      [{ ...file, more: true }, '(file)', 'wrong-field'],
      [{ ...file, room: { seatDistanceMm: '5', panels } }, 'room.seatDistanceMm', 'wrong-field'],
      [
        {
          ...file,
          room: { seatDistanceMm: 5_000, panels: [aPanel(1), aPanel(2, { area: aPanel(1).area })] },
        },
        'room.panels[1].area',
        'panels-overlap',
      ],
    ];
    for (const [wrong, path, reason] of cases) {
      expect(await read(room, wrong)).toMatchObject({ sound: false, problems: [{ path, reason }] });
      const text = typeof wrong === 'string' ? wrong : JSON.stringify(wrong);
      expect(await room.desk.call('wall.importRoom', { wallId, text })).toEqual({
        ok: false,
        reason: 'file-wrong',
      });
    }
    expect(room.wall()).toEqual(before);
    expect(room.rooms).toEqual([]);
  });

  const named = (name: string) => ({ id: name, name: { vi: name, en: name }, tags: [], locked: false });
  const tile = (id: string, area: RoomPanel['area']) => ({
    [id]: { id, layer: 'base', panel: { kind: 'clock' }, priority: 2, area },
  });

  it('brings in panels and scenes without those scenes that may not stand there, and names them', async () => {
    const room = await roomWithTechnician();
    const far = { xMm: 9_000, yMm: 0, widthMm: 500, heightMm: 500 };
    const { area } = aPanel(1);
    const scenes = [
      { ...named('Giao ban'), id: 's1', tiles: tile('t1', area) },
      { ...named('Màn hình đã bỏ'), id: 's2', tiles: tile('t1', far) },
      { ...named('Chồng lên nhau'), id: 's3', tiles: { ...tile('t1', area), ...tile('t2', area) } },
      { ...named('Ô nhỏ'), id: 's4', tiles: tile('t1', { ...area, heightMm: 21 }) },
    ];
    const panels = [aPanel(1), aPanel(2), aPanel(3)];
    const text = JSON.stringify({
      ...(await exported(room)),
      ...{ scenes, room: { seatDistanceMm: 9_000, panels } },
    });

    expect(await read(room, text)).toMatchObject({
      sound: true,
      changes: {
        added: [3],
        newScenes: ['Giao ban'],
        leftOut: [
          { name: 'Màn hình đã bỏ', reason: 'outside-canvas' },
          { name: 'Chồng lên nhau', reason: 'area-taken' },
          { name: 'Ô nhỏ', reason: 'tile-too-small' },
        ],
      },
    });
    expect((await room.desk.call('wall.importRoom', { wallId, text })).ok).toBe(true);
    room.look();
    expect(room.wall()?.canvas.displays).toHaveLength(3);
    expect(Object.keys(room.wall()?.scenes ?? {})).toEqual(expect.arrayContaining(['s1']));
    expect(room.wall()?.scenes).not.toHaveProperty('s2');
  });

  it('of this very room is taken in again after a panel was taken away, and changes nothing', async () => {
    const room = await roomWithTechnician();
    const { area } = aPanel(2);
    const scene = { ...named('Trên màn hình 2'), id: 's2', tiles: tile('t1', area) };
    const before = JSON.stringify({ ...(await exported(room)), scenes: [scene] });
    await room.desk.call('wall.importRoom', { wallId, text: before });
    await design(room.desk, [aPanel(1)]);
    room.look();
    const kept = room.wall()?.scenes['s2'];

    const text = JSON.stringify(await exported(room));
    expect(kept).toBeDefined();
    expect(await read(room, text)).toMatchObject({ sound: true, changes: { removed: [], leftOut: [] } });
    expect((await room.desk.call('wall.importRoom', { wallId, text })).ok).toBe(true);
    expect(room.wall()?.scenes['s2']).toEqual(kept);
  });
});
