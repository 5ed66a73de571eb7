import { describe, expect, it } from 'vitest';
import { nearestTo } from '../../domain/cameras/near.ts';
import { SceneTemplateSchema } from '../../domain/wall/model.ts';
import { NEAR_TILE, put, putSomewhere, type PutTarget } from '../../domain/wall/putting.ts';
import { aCamera, aProvince } from '../support/builders.ts';
import { openFakeRoom } from '../support/fakeRoom.ts';

const fire: [number, number] = [105.84, 21.6];
const cameras = Array.from({ length: 6 }, (_, n) =>
  aCamera({ id: `cam-${n + 1}`, point: [105.84 + 0.002 * n, 21.6] }),
);
const grid = {
  kind: 'camera-grid',
  from: { by: 'list', cameraIds: ['cam-1', 'cam-2'] },
  cells: [2, 1],
  order: 'given',
  turn: 'page',
  dwellS: 10,
};
const scene = SceneTemplateSchema.parse({
  id: 'cameras',
  name: { vi: 'Camera', en: 'Cameras' },
  layout: {
    over: 'screens',
    screens: [
      { grid: [1, 1], cells: [{ at: [0, 0, 1, 1], panel: grid }] },
      { grid: [1, 1], cells: [{ at: [0, 0, 1, 1], panel: { kind: 'incident-list', max: 8 } }] },
    ],
  },
});

async function aRoom(role: 'operator' | 'guest' = 'operator') {
  const province = aProvince({ cameras });
  const room = openFakeRoom({
    province: { ...province, scenes: [scene, ...province.scenes], startScene: 'cameras' },
  });
  const desk = room.window('console');
  await room.signIn(desk, role);
  const wall = () => {
    const found = room.app.world().walls['main'];
    if (!found?.program) throw new Error('nothing is on');
    return { ...found, program: found.program };
  };
  const putRoom = () => ({
    canvas: wall().canvas,
    scene: wall().program.scene,
    onAir: true,
    register: room.app.world().cameras.byId,
    newId: () => 'new',
  });
  const take = (worked: ReturnType<typeof put>, commandId: string) => {
    if (!worked.ok || worked.value.do !== 'edit') throw new Error('no edit');
    return desk.call('wall.take', {
      commandId,
      wallId: 'main',
      source: { from: 'edit', patch: worked.value.patch },
      programRevision: wall().program.revision,
    });
  };
  const tile = (kind: string) =>
    Object.values(wall().program.scene.tiles).find(({ panel }) => panel.kind === kind);
  return { ...room, desk, wall, putRoom, take, tile };
}
type Room = Awaited<ReturnType<typeof aRoom>>;

const cell = (room: Room, shows: string): PutTarget => ({
  at: 'tile',
  tileId: room.tile('camera-grid')?.id ?? '',
  cell: { shows },
});

describe('a camera that is put on the wall', () => {
  it('is in the cell on which it was dropped, with a receipt of every display, and goes back by one key', async () => {
    const room = await aRoom();
    const worked = put(room.putRoom(), ['cam-5'], cell(room, 'cam-2'));
    expect(await room.take(worked, 'put-1')).toMatchObject({ ok: true });

    expect(room.tile('camera-grid')?.panel).toMatchObject({ from: { cameraIds: ['cam-1', 'cam-5'] } });
    expect(room.wall().command).toMatchObject({ id: 'put-1', by: 'Nguyễn Thị Hạnh' });
    expect(Object.keys(room.wall().receipts)).toEqual(['d1', 'd2']);

    const back = await room.desk.call('wall.take', {
      commandId: 'back',
      wallId: 'main',
      source: { from: 'previous' },
      programRevision: room.wall().program.revision,
    });
    expect(back).toMatchObject({ ok: true });
    expect(room.tile('camera-grid')?.panel).toMatchObject({ from: { cameraIds: ['cam-1', 'cam-2'] } });
  });

  it('is judged by the core as by the preview: what went on the air meanwhile is not overwritten', async () => {
    const room = await aRoom();
    const worked = put(room.putRoom(), ['cam-5'], cell(room, 'cam-2'));
    const { revision } = room.wall().program;
    await room.take(worked, 'put-1');
    const late = await room.desk.call('wall.take', {
      commandId: 'late',
      wallId: 'main',
      source: { from: 'edit', patch: {} },
      programRevision: revision,
    });

    expect(late).toEqual({ ok: false, reason: 'program-moved-on' });
  });

  it('is not put by a guest', async () => {
    const room = await aRoom('guest');

    expect(await room.take(put(room.putRoom(), ['cam-5'], cell(room, 'cam-2')), 'put-1')).toEqual({
      ok: false,
      reason: 'not-allowed',
    });
  });
});

describe('the cameras nearest to an incident', () => {
  it('are on the wall after one command, and those of the next incident take their place', async () => {
    const room = await aRoom();
    const near = (point: [number, number]) =>
      nearestTo(point, cameras, { limit: 4, withinM: 5_000 }).map(({ camera }) => camera.id);
    const first = near(fire);
    expect(await room.take(putSomewhere(room.putRoom(), first), 'near-1')).toMatchObject({ ok: true });
    expect(room.tile('camera-grid')?.panel).toMatchObject({ cells: [2, 2], from: { cameraIds: first } });

    const second = near([105.85, 21.6]);
    await room.take(putSomewhere(room.putRoom(), second), 'near-2');
    expect(second[0]).toBe('cam-6');
    expect(room.tile('camera-grid')?.panel).toMatchObject({ from: { cameraIds: second } });
    expect(room.wall().program.scene.tiles).not.toHaveProperty(NEAR_TILE);
    expect(room.tile('incident-list')).toBeDefined();
  });
});
