import { describe, expect, it } from 'vitest';
import type { WallCalls } from '../../domain/wall/calls.ts';
import type { Area } from '../../domain/wall/model.ts';
import { aCanvas, aProvince, NOON } from '../support/builders.ts';
import { settle } from '../support/fakes.ts';
import { openFakeRoom } from '../support/fakeRoom.ts';

async function roomWithOperator() {
  const room = openFakeRoom();
  const desk = room.window('console');
  await room.signIn(desk);
  const walls = [room.window('d1'), room.window('d2')];
  return { ...room, desk, walls };
}

type Room = Awaited<ReturnType<typeof roomWithOperator>>;
type Take = WallCalls['wall.take']['input'];
const wallOf = ({ app }: Pick<Room, 'app'>) => app.world().walls['main'];
const takeMap = ({ desk }: Pick<Room, 'desk'>, change: Partial<Take> = {}) =>
  desk.call('wall.take', {
    commandId: 'take-1',
    wallId: 'main',
    source: { from: 'scene', sceneId: 'map' },
    programRevision: 1,
    ...change,
  });

/** A draft of the map scene whose one tile lies on this area. */
async function draftOfMap({ desk }: Pick<Room, 'desk'>, area: Area): Promise<string> {
  const draft = await desk.call('wall.openDraft', { wallId: 'main', from: { sceneId: 'map' } });
  const tile = draft.ok ? draft.value.scene.tiles['whole-1'] : undefined;
  if (!draft.ok || !tile) throw new Error('no draft of the map');
  const edit = { kind: 'place', patch: { 'whole-1': { ...tile, area } } } as const;
  const answer = await desk.call('wall.editDraft', { wallId: 'main', draftId: draft.value.id, ...edit });
  expect(answer).toEqual({ ok: true, value: null });
  return draft.value.id;
}

const states = (room: Pick<Room, 'app'>) =>
  Object.fromEntries(
    Object.values(wallOf(room)?.receipts ?? {}).map(({ displayId, state, reason }) => [
      displayId,
      reason ?? state,
    ]),
  );

describe('a wall that is switched on for the first time', () => {
  it('shows the start scene of the province', () => {
    const room = openFakeRoom();

    expect(room.window('d1').world().walls['main']?.program?.scene.id).toBe('overview');
  });

  it('shows what was on when it is switched on again', async () => {
    const room = await roomWithOperator();
    room.walls.forEach((wall) => wall.close());
    await takeMap(room);

    const again = openFakeRoom({ cache: room.cache });

    expect(wallOf(again)?.program).toMatchObject({
      scene: { id: 'map' },
      revision: 2,
      by: 'Nguyễn Thị Hạnh',
    });
  });
});

describe('what is chosen for the next take', () => {
  const warm = (desk: Room['desk'], sceneId: string | null = 'map') =>
    desk.call('wall.warm', { wallId: 'main', source: sceneId === null ? null : { from: 'scene', sceneId } });
  const warmed = (room: Room) => room.walls.map((wall) => wall.last('prepare')?.scene?.id ?? null);

  it('is mounted unseen until its console drops it, loses control, or goes', async () => {
    const room = await roomWithOperator();
    const other = room.window('other-console');
    await room.signIn(other);
    await room.desk.call('wall.takeControl', { wallId: 'main', epoch: 0 });
    await warm(room.desk);
    expect(warmed(room)).toEqual(['map', 'map']);
    await warm(room.desk, null);
    expect(warmed(room)).toEqual([null, null]);

    await warm(room.desk);
    await other.call('wall.takeControl', { wallId: 'main', epoch: 1 });
    expect(warmed(room)).toEqual([null, null]);

    await warm(other);
    expect(warmed(room)).toEqual(['map', 'map']);
    room.app.dismiss('other-console');
    expect(warmed(room)).toEqual([null, null]);
  });

  it('is forgotten with the page at which it was chosen; another console does not drop it', async () => {
    const room = await roomWithOperator();
    const other = room.window('other-console');
    await room.signIn(other);
    await warm(room.desk);
    await warm(other, null);
    expect(warmed(room)).toEqual(['map', 'map']);
    room.window('console');
    expect(warmed(room)).toEqual([null, null]);
  });
});

describe('a take', () => {
  it('waits until every window has made it ready, then shows it on all at one moment', async () => {
    const room = await roomWithOperator();
    const taking = takeMap(room);
    await settle();
    expect(room.walls.map((wall) => wall.last('prepare')?.scene?.id)).toEqual(['map', 'map']);

    await room.walls[0]?.call('wall.ready', { wallId: 'main', takeId: 'take-1' });
    expect(wallOf(room)?.program?.scene.id).toBe('overview');
    await room.walls[1]?.call('wall.ready', { wallId: 'main', takeId: 'take-1' });

    expect(await taking).toEqual({ ok: true, value: { takeId: 'take-1', showAt: NOON + 80 } });
    for (const wall of room.walls) expect(wall.world().walls['main']?.program?.scene.id).toBe('map');
    expect(states(room)).toEqual({ d1: 'queued', d2: 'queued' });
  });

  it('is receipted by each display once it has painted it', async () => {
    const room = await roomWithOperator();
    const taking = takeMap(room);
    await settle();
    for (const wall of room.walls) await wall.call('wall.ready', { wallId: 'main', takeId: 'take-1' });
    await taking;

    await room.walls[0]?.call('wall.shown', { wallId: 'main', commandId: 'take-1', paintedAt: NOON + 96 });
    await room.walls[1]?.call('wall.shown', { wallId: 'main', commandId: 'an-older-take', paintedAt: NOON });

    expect(room.desk.world().walls['main']?.receipts['d1']).toEqual({
      displayId: 'd1',
      state: 'shown',
      at: NOON + 96,
    });
    expect(states(room)).toEqual({ d1: 'shown', d2: 'queued' });
    await room.clock.advance(4_000);
    expect(states(room)).toEqual({ d1: 'shown', d2: 'window-silent' });
  });

  it('does not wait for ever for a silent window, and says which display it was', async () => {
    const room = await roomWithOperator();
    const taking = takeMap(room);
    await settle();
    await room.walls[0]?.call('wall.ready', { wallId: 'main', takeId: 'take-1' });

    await room.clock.advance(1_500);

    expect((await taking).ok).toBe(true);
    expect(states(room)).toEqual({ d1: 'queued', d2: 'window-silent' });
  });

  it('does not go up when its author lost control while a window was waited for', async () => {
    const room = await roomWithOperator();
    const other = room.window('other-console');
    await room.signIn(other);
    await room.desk.call('wall.takeControl', { wallId: 'main', epoch: 0 });
    const taking = takeMap(room);
    await settle();
    await room.walls[0]?.call('wall.ready', { wallId: 'main', takeId: 'take-1' });

    await other.call('wall.takeControl', { wallId: 'main', epoch: 1 });
    await room.clock.advance(1_500);

    expect(await taking).toEqual({ ok: false, reason: 'control-not-held' });
    expect(wallOf(room)?.program?.scene.id).toBe('overview');
  });

  it('names the display that has no window', async () => {
    const room = await roomWithOperator();
    room.walls[1]?.close();
    const taking = takeMap(room);
    await settle();
    await room.walls[0]?.call('wall.ready', { wallId: 'main', takeId: 'take-1' });
    await taking;

    expect(states(room)).toEqual({ d1: 'queued', d2: 'window-missing' });
  });

  it('is made ready by a window that comes back in the midst of it', async () => {
    const room = await roomWithOperator();
    room.walls[1]?.hang();
    const taking = takeMap(room);
    await settle();
    const back = room.window('d2');

    for (const wall of [room.walls[0], back])
      await wall?.call('wall.ready', { wallId: 'main', takeId: 'take-1' });

    await taking;
    expect(back.last('prepare')?.takeId).toBe('take-1');
    expect(states(room)).toEqual({ d1: 'queued', d2: 'queued' });
  });

  it('of the same command is one take, however often it is sent', async () => {
    const room = await roomWithOperator();
    room.walls.forEach((wall) => wall.close());

    const answers = await Promise.all([takeMap(room), takeMap(room), takeMap(room)]);

    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(wallOf(room)?.program?.revision).toBe(2);
  });

  it('drawn from an older program is refused: the console shows the difference first', async () => {
    const room = await roomWithOperator();
    room.walls.forEach((wall) => wall.close());
    const [first, second] = [
      takeMap(room),
      takeMap(room, { commandId: 'take-2', source: { from: 'scene', sceneId: 'overview' } }),
    ];

    expect((await first).ok).toBe(true);
    expect(await second).toEqual({ ok: false, reason: 'program-moved-on' });
  });

  it('can be taken back with one key', async () => {
    const room = await roomWithOperator();
    room.walls.forEach((wall) => wall.close());
    await takeMap(room);

    await takeMap(room, { commandId: 'take-2', source: { from: 'previous' }, programRevision: 2 });

    expect(wallOf(room)?.program).toMatchObject({ scene: { id: 'overview' }, revision: 3 });
  });

  it('of a draft puts it on; the draft goes on from there, its steps with it', async () => {
    const room = await roomWithOperator();
    room.walls.forEach((wall) => wall.close());
    const area = { xMm: 8, yMm: 8, widthMm: 600, heightMm: 600 };
    const draftId = await draftOfMap(room, area);

    await takeMap(room, { source: { from: 'draft', draftId } });

    expect(wallOf(room)?.program?.scene.tiles['whole-1']?.area).toEqual(area);
    expect(wallOf(room)?.drafts[draftId]).toMatchObject({ programRevision: 2, done: [{ kind: 'place' }] });
  });
});

describe('what will probably be taken next', () => {
  const source = { from: 'scene', sceneId: 'map' } as const;

  it('is taken at once where it is live already: only the others are waited for', async () => {
    const room = await roomWithOperator();
    await room.desk.call('wall.warm', { wallId: 'main', source });
    const warmId = room.walls[0]?.last('prepare')?.takeId ?? '';
    await room.walls[0]?.call('wall.ready', { wallId: 'main', takeId: warmId });
    const taking = takeMap(room);
    await settle();
    expect(wallOf(room)?.program?.scene.id).toBe('overview');

    await room.walls[1]?.call('wall.ready', { wallId: 'main', takeId: 'take-1' });

    expect(await taking).toMatchObject({ ok: true });
    expect(states(room)).toEqual({ d1: 'queued', d2: 'queued' });
  });

  it('is made ready anew by a window that came back meanwhile', async () => {
    const room = await roomWithOperator();
    await room.desk.call('wall.warm', { wallId: 'main', source });
    const warmId = room.walls[0]?.last('prepare')?.takeId ?? '';
    for (const wall of room.walls) await wall.call('wall.ready', { wallId: 'main', takeId: warmId });
    room.window('d1');
    const taking = takeMap(room);
    await settle();

    expect(wallOf(room)?.program?.scene.id).toBe('overview');
    await room.clock.advance(1_600);
    expect(await taking).toMatchObject({ ok: true });
    expect(states(room)).toEqual({ d1: 'window-silent', d2: 'queued' });
  });

  it('warms up unseen on every window, also on one that comes later, and the wall stays as it is', async () => {
    const room = await roomWithOperator();
    const before = wallOf(room);

    expect(await room.desk.call('wall.warm', { wallId: 'main', source })).toEqual({ ok: true, value: null });
    const late = room.window('d2');

    for (const wall of [room.walls[0], late])
      expect(wall?.last('prepare')).toMatchObject({ warm: true, scene: { id: 'map' } });
    expect(wallOf(room)).toBe(before);
  });

  it('is taken down when nothing is chosen any more', async () => {
    const room = await roomWithOperator();
    await room.desk.call('wall.warm', { wallId: 'main', source });
    await room.desk.call('wall.warm', { wallId: 'main', source: null });

    expect(room.walls[0]?.last('prepare')).toMatchObject({ scene: null });
    expect(room.window('d1').last('prepare')).toBeUndefined();
  });

  it('gives way to a take of something else', async () => {
    const room = await roomWithOperator();
    await room.desk.call('wall.warm', { wallId: 'main', source: { from: 'scene', sceneId: 'overview' } });
    const taking = takeMap(room);
    await settle();

    expect(await room.desk.call('wall.warm', { wallId: 'main', source: null })).toMatchObject({ ok: true });
    expect(room.walls[0]?.last('prepare')).toMatchObject({ warm: false, takeId: 'take-1' });
    for (const wall of room.walls) await wall.call('wall.ready', { wallId: 'main', takeId: 'take-1' });
    expect(await taking).toMatchObject({ ok: true });
  });
});

describe('a display that goes', () => {
  const overviewOn = (room: Pick<Room, 'app'>) => Object.keys(wallOf(room)?.program?.scene.tiles ?? {});

  it('leaves the program on, laid out on those that remain', async () => {
    const room = await roomWithOperator();
    expect(overviewOn(room)).toEqual(['d1-1', 'd2-1']);

    room.app.setCanvas('main', aCanvas(1));

    expect(wallOf(room)?.program).toMatchObject({ scene: { id: 'overview' }, revision: 2 });
    expect(overviewOn(room)).toEqual(['d1-1']);
    expect(Object.keys(wallOf(room)?.scenes ?? {})).toEqual(['overview', 'overview-2', 'map']);
  });

  it('and comes back finds the program as it was', async () => {
    const room = await roomWithOperator();
    const before = wallOf(room)?.program?.scene;

    room.app.setCanvas('main', aCanvas(1));
    room.app.setCanvas('main', aCanvas(2));

    expect(wallOf(room)?.program?.scene).toEqual(before);
  });

  it('does not undo what the operator placed by hand', async () => {
    const room = await roomWithOperator();
    room.walls.forEach((wall) => wall.close());
    const area = { xMm: 1_300, yMm: 8, widthMm: 600, heightMm: 600 };
    const draftId = await draftOfMap(room, area);
    await takeMap(room, { source: { from: 'draft', draftId } });

    room.app.setCanvas('main', aCanvas(1));
    room.app.setCanvas('main', aCanvas(2));

    expect(wallOf(room)?.program?.scene.tiles['whole-1']?.area).toEqual(area);
  });

  it('changes nothing when the same displays are reported again', () => {
    const room = openFakeRoom();
    const before = room.cache.commits.length;

    room.app.setCanvas('main', aCanvas());

    expect(room.cache.commits.length).toBe(before);
  });
});

describe('a province that changed its scenes', () => {
  it('has them on the wall at the next start', () => {
    const room = openFakeRoom();
    const [first, ...others] = aProvince().scenes;
    const renamed = { ...first, name: { vi: 'Toàn cảnh', en: 'Overview' } };
    if (!first) throw new Error('no scene');

    const again = openFakeRoom({
      cache: room.cache,
      province: aProvince({ scenes: [{ ...first, ...renamed }, ...others] }),
    });

    expect(wallOf(again)?.program?.scene.name.vi).toBe('Toàn cảnh');
  });
});
