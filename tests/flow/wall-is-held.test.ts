import { describe, expect, it } from 'vitest';
import { SceneTemplateSchema } from '../../domain/wall/model.ts';
import { aCamera, aProvince, aSite, NOON } from '../support/builders.ts';
import { settle } from '../support/fakes.ts';
import { openFakeRoom } from '../support/fakeRoom.ts';

const cameraCell = (at: readonly number[], cameraId: string) => ({ at, panel: { kind: 'camera', cameraId } });
const cameras = SceneTemplateSchema.parse({
  id: 'cameras',
  name: { vi: 'Camera', en: 'Cameras' },
  layout: {
    over: 'screens',
    screens: [
      {
        grid: [2, 1],
        cells: [cameraCell([0, 0, 1, 1], 'bridge'), cameraCell([1, 0, 1, 1], 'lake')],
      },
    ],
  },
});

const { scenes } = aProvince();
/** Cameras of which playlists come, sound and all. */
const withCameras = {
  province: aProvince({
    cameras: ['bridge', 'lake'].map((id) => aCamera({ id })),
    scenes: [cameras, ...scenes],
    startScene: 'cameras',
  }),
  site: aSite({
    cameras: Object.fromEntries(
      ['bridge', 'lake'].map((id) => [id, { kind: 'hls', main: `https://vms.example/${id}/index.m3u8` }]),
    ),
  }),
};

async function aRoom(role: 'operator' | 'guest' = 'operator') {
  const room = openFakeRoom(withCameras);
  const desk = room.window('console');
  await room.signIn(desk, role);
  return { ...room, desk, walls: [room.window('d1'), room.window('d2')] };
}
type Room = Awaited<ReturnType<typeof aRoom>>;

const wallOf = ({ app }: Pick<Room, 'app'>) => {
  const wall = app.world().walls['main'];
  if (!wall) throw new Error('no wall');
  return wall;
};
const order = (commandId: string) => ({ wallId: 'main', commandId });
const states = (room: Pick<Room, 'app'>) =>
  Object.values(wallOf(room).receipts).map(({ displayId, state, reason }) => [displayId, reason ?? state]);

async function take(room: Room, sceneId: string): Promise<void> {
  const source = { from: 'scene', sceneId } as const;
  const { revision } = wallOf(room).program ?? { revision: 0 };
  const taking = room.desk.call('wall.take', {
    ...order(`take-${sceneId}`),
    source,
    programRevision: revision,
  });
  await settle();
  for (const wall of room.walls) await wall.call('wall.ready', { wallId: 'main', takeId: `take-${sceneId}` });
  expect(await taking).toMatchObject({ ok: true });
}

describe('a covered wall', () => {
  it('is still covered after the whole app was switched off and on', async () => {
    const room = await aRoom();
    await room.desk.call('wall.cover', { ...order('c1'), displayIds: 'all', on: true });

    const again = openFakeRoom({ cache: room.cache });

    expect(again.window('d1').world().walls['main']?.hold.coveredAll).toEqual({
      by: 'Nguyễn Thị Hạnh',
      at: NOON,
    });
  });

  it('owes a receipt of every display, and says which stayed silent', async () => {
    const room = await aRoom();
    await room.desk.call('wall.cover', { ...order('c1'), displayIds: ['d2'], on: true });
    expect(states(room)).toEqual([
      ['d1', 'queued'],
      ['d2', 'queued'],
    ]);

    await room.walls[1]?.call('wall.shown', { ...order('c1'), paintedAt: NOON });
    await room.clock.advance(4_000);

    expect(wallOf(room).command).toMatchObject({ id: 'c1', kind: 'cover', by: 'Nguyễn Thị Hạnh' });
    expect(states(room)).toEqual([
      ['d1', 'window-silent'],
      ['d2', 'shown'],
    ]);
  });

  it('is taken to beneath its cover', async () => {
    const room = await aRoom();
    await room.desk.call('wall.cover', { ...order('c1'), displayIds: 'all', on: true });

    await take(room, 'map');

    expect(wallOf(room)).toMatchObject({
      program: { scene: { id: 'map' } },
      hold: { coveredAll: { by: 'Nguyễn Thị Hạnh' } },
    });
  });
});

describe('a take beneath what is held', () => {
  it('is ready, not shown, until the wall shows the present again', async () => {
    const room = await aRoom();
    await room.desk.call('wall.freeze', { ...order('f1'), on: true });
    await room.desk.call('wall.cover', { ...order('c1'), displayIds: ['d1'], on: true });
    await take(room, 'map');
    const paint = (commandId: string) =>
      Promise.all(
        room.walls.map((wall) => wall.call('wall.shown', { ...order(commandId), paintedAt: NOON })),
      );
    await paint('take-map');
    expect(states(room)).toEqual([
      ['d1', 'covered'],
      ['d2', 'frozen'],
    ]);
    await room.clock.advance(4_000);
    expect(
      states(room).map(([, state]) => state),
      'nothing is waited for',
    ).toEqual(['covered', 'frozen']);

    await room.desk.call('wall.return', order('r1'));
    await paint('r1');

    expect(states(room).map(([, state]) => state)).toEqual(['shown', 'shown']);
  });
});

describe('a frozen wall', () => {
  it('goes on beneath, and returns by one command that also opens what was covered', async () => {
    const room = await aRoom();
    await room.desk.call('wall.freeze', { ...order('f1'), on: true });
    await room.desk.call('wall.cover', { ...order('c1'), displayIds: ['d1'], on: true });
    await take(room, 'map');
    expect(wallOf(room).hold.freeze?.id).toBe('f1');

    expect(await room.desk.call('wall.return', order('r1'))).toEqual({ ok: true, value: null });

    expect(wallOf(room).hold).toMatchObject({ freeze: null, coveredAll: null, covers: {} });
    expect(await room.desk.call('wall.return', order('r2'))).toEqual({ ok: false, reason: 'nothing-held' });
  });

  it('is frozen once by a command that comes twice', async () => {
    const room = await aRoom();
    await room.desk.call('wall.freeze', { ...order('f1'), on: true });
    const commits = room.app.stats().commits;
    await room.desk.call('wall.freeze', { ...order('f1'), on: true });
    expect(room.app.stats().commits).toBe(commits);
  });

  it('keeps its still when somebody freezes it once more, and every display owes its word', async () => {
    const room = await aRoom();
    await room.desk.call('wall.freeze', { ...order('f1'), on: true });
    await room.desk.call('wall.freeze', { ...order('f2'), on: true });
    expect(wallOf(room).hold.freeze?.id).toBe('f1');
    expect(wallOf(room)).toMatchObject({ command: { id: 'f2' }, receipts: { d1: { state: 'queued' } } });
  });
});

describe('the colours of a wall', () => {
  it('turn for a bright room by one receipted command, and stay over what is held and returned', async () => {
    const room = await aRoom();
    expect(await room.desk.call('wall.setTheme', { ...order('t1'), theme: 'day' })).toEqual({
      ok: true,
      value: null,
    });
    expect(wallOf(room)).toMatchObject({ hold: { theme: 'day' }, command: { id: 't1', kind: 'theme' } });

    await room.desk.call('wall.freeze', { ...order('f1'), on: true });
    await room.desk.call('wall.return', order('r1'));

    expect(wallOf(room).hold.theme).toBe('day');
  });
});

describe('sound', () => {
  it('moves from tile to tile, and goes with the picture that a take removes', async () => {
    const room = await aRoom();
    await room.desk.call('wall.hear', { ...order('h1'), tileId: 'd1-1' });
    await room.desk.call('wall.hear', { ...order('h2'), tileId: 'd1-2' });
    expect(wallOf(room).hold.audible?.tileId).toBe('d1-2');

    await take(room, 'map');
    expect(wallOf(room).hold.audible).toBe(null);
    await take(room, 'cameras');
    expect(wallOf(room).hold.audible).toBe(null);
  });

  it('lets one window be heard, and none while that window is covered or the wall stands still', async () => {
    const room = await aRoom();
    await room.desk.call('wall.hear', { ...order('h1'), tileId: 'd1-1' });
    await room.desk.call('wall.cover', { ...order('c1'), displayIds: ['d2'], on: true });
    await room.desk.call('wall.cover', { ...order('c2'), displayIds: ['d1'], on: true });
    await room.desk.call('wall.return', order('r1'));
    await room.desk.call('wall.freeze', { ...order('f1'), on: true });

    expect(room.heard).toEqual([null, 'd1', null, 'd1', null]);
  });

  it('is heard again after a restart', async () => {
    const room = await aRoom();
    await room.desk.call('wall.hear', { ...order('h1'), tileId: 'd1-1' });
    const again = openFakeRoom({ ...withCameras, cache: room.cache });
    expect(wallOf(again).hold.audible?.tileId).toBe('d1-1');
  });
});

describe('the pen', () => {
  const line = { id: 'l1', colour: 'pink', width: 'thin', points: [10, 10, 300, 300] } as const;

  it('is seen while it draws, by everybody but the hand that draws, and kept by nobody', async () => {
    const room = await aRoom();
    const commits = room.app.stats().commits;
    await room.desk.call('wall.sketch', { wallId: 'main', line, from: 0 });

    expect(room.walls.map((wall) => wall.last('sketch')?.line.points)).toEqual([line.points, line.points]);
    expect(room.desk.last('sketch')).toBe(undefined);
    expect(room.app.stats().commits).toBe(commits);
  });

  it('keeps the finished line with its author in the journal, once, and over a restart', async () => {
    const room = await aRoom();
    await room.desk.call('wall.draw', { ...order('l1'), line });
    await room.desk.call('wall.draw', { ...order('l1'), line });
    await room.desk.call('wall.draw', { ...order('another'), line });

    expect(room.walls[0]?.world().walls['main']?.hold.ink).toMatchObject([
      { id: 'l1', by: 'Nguyễn Thị Hạnh', at: NOON, points: line.points },
    ]);
    await room.desk.call('wall.wipe', order('w1'));
    expect(wallOf(room).hold.ink).toEqual([]);
    const kinds = room.cache.commits.map(({ change }) => change.type);
    expect(kinds.filter((kind) => kind.startsWith('wall.ink'))).toEqual(['wall.inkDrawn', 'wall.inkWiped']);
    expect(await room.desk.call('wall.wipe', order('w2'))).toEqual({ ok: false, reason: 'nothing-drawn' });
  });

  it('owes one receipt of every display for a finished line, none for what is seen while it draws', async () => {
    const room = await aRoom();
    const [left, right] = room.walls;
    for (const from of [0, 2, 4]) await room.desk.call('wall.sketch', { wallId: 'main', line, from });
    expect(states(room).map(([, state]) => state)).toEqual(['queued', 'queued']);
    expect(wallOf(room).command?.kind).toBe('relaid');

    await room.desk.call('wall.draw', { ...order('l1'), line });
    await left?.call('wall.shown', { ...order('l1'), paintedAt: NOON });
    await room.desk.call('wall.draw', { ...order('l2'), line: { ...line, id: 'l2' } });
    // A word about the line before comes too late to be one about this.
    await right?.call('wall.shown', { ...order('l1'), paintedAt: NOON });
    expect(wallOf(room).command).toMatchObject({ id: 'l2', kind: 'draw', by: 'Nguyễn Thị Hạnh' });
    expect(states(room).map(([, state]) => state)).toEqual(['queued', 'queued']);

    await left?.call('wall.shown', { ...order('l2'), paintedAt: NOON });
    await room.clock.advance(4_000);
    expect(states(room)).toEqual([
      ['d1', 'shown'],
      ['d2', 'window-silent'],
    ]);
  });

  it('is seen on a still, and not through a cover', async () => {
    const room = await aRoom();
    await room.desk.call('wall.freeze', { ...order('f1'), on: true });
    await room.desk.call('wall.cover', { ...order('c1'), displayIds: ['d2'], on: true });

    await room.desk.call('wall.draw', { ...order('l1'), line });
    for (const wall of room.walls) await wall.call('wall.shown', { ...order('l1'), paintedAt: NOON });

    expect(states(room)).toEqual([
      ['d1', 'shown'],
      ['d2', 'covered'],
    ]);
  });

  it('is bounded at the gate', async () => {
    const room = await aRoom();
    const endless = { ...line, points: Array.from({ length: 5_000 }, () => 1) };
    const odd = { ...line, points: [1, 2, 3] };
    for (const wrong of [endless, odd])
      expect(await room.desk.call('wall.draw', { ...order('l1'), line: wrong })).toMatchObject({
        reason: 'input-invalid',
      });
    expect(await room.desk.call('wall.sketch', { wallId: 'main', line: endless, from: 0 })).toMatchObject({
      reason: 'input-invalid',
    });
  });
});

it('a guest holds nothing', async () => {
  const room = await aRoom('guest');
  const answers = await Promise.all([
    room.desk.call('wall.freeze', { ...order('f1'), on: true }),
    room.desk.call('wall.cover', { ...order('c1'), displayIds: 'all', on: true }),
    room.desk.call('wall.sketch', {
      wallId: 'main',
      line: { id: 'l', colour: 'pink', width: 'thin', points: [1, 1] },
      from: 0,
    }),
  ]);
  expect(answers.map((answer) => !answer.ok && answer.reason)).toEqual(Array(3).fill('not-allowed'));
});
