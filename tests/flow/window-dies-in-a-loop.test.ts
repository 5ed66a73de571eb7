import { describe, expect, it } from 'vitest';
import { SceneTemplateSchema } from '../../domain/wall/model.ts';
import { aProvince } from '../support/builders.ts';
import { openFakeRoom } from '../support/fakeRoom.ts';

const cells = [
  { at: [0, 0, 1, 1], panel: { kind: 'clock' } },
  { at: [1, 0, 1, 1], panel: { kind: 'map' } },
  { at: [2, 0, 1, 1], panel: { kind: 'incident-list', max: 5 } },
];
const busy = SceneTemplateSchema.parse({
  id: 'busy',
  name: { vi: 'Bận', en: 'Busy' },
  layout: { over: 'screens', screens: [{ grid: [3, 1], cells }] },
});
const MAP = JSON.stringify({ kind: 'map' });

function aRoom(cache?: ReturnType<typeof openFakeRoom>['cache'], scenes = [busy]) {
  const province = { ...aProvince(), scenes, startScene: 'busy' };
  const room = openFakeRoom({ province, ...(cache && { cache }) });
  const desk = room.window('console');
  const panel = room.window('d1');
  const wall = () => room.app.world().walls['main'];
  const suspended = () => wall()?.hold.suspended ?? [];
  const kinds = () =>
    suspended().map(({ picture, guilty }) => `${JSON.parse(picture).kind}${guilty ? '!' : ''}`);
  return { ...room, desk, panel, wall, kinds, crash: () => room.app.crashed(panel.identity) };
}

async function dieInALoop({
  clock,
  crash,
}: Pick<ReturnType<typeof aRoom>, 'clock' | 'crash'>): Promise<void> {
  for (const pauseMs of [0, 500, 1_000]) {
    await clock.advance(pauseMs);
    crash();
  }
}

describe('a window that dies three times within a minute', () => {
  it('draws nothing that it drew each time, then everything again one by one, the harmless first', async () => {
    const room = aRoom();
    await room.clock.advance(120_000);
    await dieInALoop(room);
    expect(room.kinds()).toEqual(['clock', 'incident-list', 'map']);

    await room.clock.advance(8_000);
    expect(room.kinds()).toEqual(['incident-list', 'map']);
    await room.clock.advance(16_000);
    expect(room.kinds()).toEqual([]);
  });

  it('dies again as the map is tried: the map alone stays away, until somebody tries it again', async () => {
    const room = aRoom();
    await room.clock.advance(120_000);
    await dieInALoop(room);
    await room.clock.advance(24_500);
    expect(room.kinds()).toEqual([]);

    room.crash();
    expect(room.kinds()).toEqual(['map!']);
    await room.clock.advance(600_000);
    expect(room.kinds()).toEqual(['map!']);

    await room.signIn(room.desk);
    const tryAgain = (commandId: string) =>
      room.desk.call('wall.tryAgain', { wallId: 'main', commandId, picture: MAP });
    await tryAgain('try-1');
    expect(room.kinds()).toEqual([]);
    expect(room.wall()).toMatchObject({
      command: { id: 'try-1', kind: 'retry', by: 'Nguyễn Thị Hạnh' },
      receipts: { d1: { state: 'queued' }, d2: { state: 'failed', reason: 'window-missing' } },
    });
    room.crash();
    expect(room.kinds()).toEqual(['map!']);
    await tryAgain('try-2');
    await room.clock.advance(60_000);
    room.crash();
    expect(room.kinds()).toEqual([]);
    expect(await tryAgain('try-3')).toEqual({
      ok: false,
      reason: 'tile-not-suspended',
    });
  });

  it('two deaths, or three within a longer time, change nothing', async () => {
    const room = aRoom();
    for (let death = 0; death < 6; death += 1) {
      room.crash();
      await room.clock.advance(31_000);
    }
    expect(room.kinds()).toEqual([]);
  });

  it('goes on being tried by the core that follows', async () => {
    const room = aRoom();
    await room.clock.advance(120_000);
    await dieInALoop(room);

    const again = aRoom(room.cache);
    expect(again.kinds()).toHaveLength(3);
    await again.clock.advance(24_000);
    expect(again.kinds()).toEqual([]);
  });
});

describe('a window that dies while it mounts what nobody sees yet', () => {
  const other = SceneTemplateSchema.parse({
    id: 'other',
    name: { vi: 'Khác', en: 'Other' },
    layout: {
      over: 'whole',
      screen: { grid: [1, 1], cells: [{ at: [0, 0, 1, 1], panel: { kind: 'camera', cameraId: 'bridge' } }] },
    },
  });
  const source = { from: 'scene', sceneId: 'other' } as const;

  it('keeps its program: the preview is taken down, told, and not mounted again', async () => {
    const room = aRoom(undefined, [busy, other]);
    await room.signIn(room.desk);
    await room.clock.advance(120_000);
    await room.desk.call('wall.warm', { wallId: 'main', source });
    expect(room.panel.last('prepare')?.scene?.id).toBe('other');

    room.crash();
    const back = room.window('d1');
    room.crash();
    await room.clock.advance(1_000);
    room.crash();
    await room.clock.advance(60_000);

    expect(room.kinds()).toEqual([]);
    expect(room.panel.last('prepare')?.scene).toBe(null);
    expect(back.last('prepare')).toBe(undefined);
    const notices = room.desk.last('notices')?.notices ?? [];
    expect(notices.filter(({ kind }) => kind === 'preview-dropped')).toMatchObject([{ detail: 'Khác' }]);
  });

  it('is freed of what kills it each time it is chosen, and of nothing else', async () => {
    const room = aRoom(undefined, [busy, other]);
    await room.signIn(room.desk);
    await room.clock.advance(120_000);
    for (let choice = 0; choice < 3; choice += 1) {
      await room.desk.call('wall.warm', { wallId: 'main', source });
      room.crash();
    }
    expect(room.kinds()).toEqual(['camera']);
  });

  it('that dies as a take is made ready and after it is freed of what the take brought', async () => {
    const room = aRoom(undefined, [busy, other]);
    await room.signIn(room.desk);
    await room.clock.advance(120_000);
    const take = { commandId: 'take-1', wallId: 'main', source, programRevision: 1 };
    const taking = room.desk.call('wall.take', take);
    await room.clock.advance(500);
    room.crash();
    await room.clock.advance(500);
    room.crash();
    await room.clock.advance(1_000);
    expect((await taking).ok).toBe(true);
    room.crash();
    expect(room.kinds()).toEqual(['camera']);
  });

  it('dies of the tile that is tried again all the same: the tile stays away, the preview is kept', async () => {
    const room = aRoom(undefined, [busy, other]);
    await room.signIn(room.desk);
    await room.clock.advance(120_000);
    await dieInALoop(room);
    await room.clock.advance(24_500);
    await room.desk.call('wall.warm', { wallId: 'main', source });

    room.crash();
    expect(room.kinds()).toEqual(['map!']);
    expect(room.panel.last('prepare')?.scene?.id).toBe('other');
    const notices = room.desk.last('notices')?.notices ?? [];
    expect(notices.filter(({ kind }) => kind === 'preview-dropped')).toEqual([]);
  });

  it('dies in a loop all the same for what is on: one preview among its deaths does not excuse it', async () => {
    const room = aRoom(undefined, [busy, other]);
    await room.signIn(room.desk);
    await room.clock.advance(120_000);
    await room.desk.call('wall.warm', { wallId: 'main', source });
    room.crash();
    await dieInALoop(room);
    expect(room.kinds()).toEqual(['clock', 'incident-list', 'map']);
  });
});
