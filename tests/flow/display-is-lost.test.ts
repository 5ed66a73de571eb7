import { describe, expect, it } from 'vitest';
import { withDark } from '../../domain/wall/homecoming.ts';
import { aCanvas } from '../support/builders.ts';
import { settle } from '../support/fakes.ts';
import { openFakeRoom } from '../support/fakeRoom.ts';

async function roomOfThree() {
  const room = openFakeRoom();
  room.app.setCanvas('main', aCanvas(3));
  const desk = room.window('console');
  await room.signIn(desk);
  const walls = [room.window('d1'), room.window('d2'), room.window('d3')];
  const wall = () => room.app.world().walls['main'];
  const lose = (...ids: readonly string[]): void => {
    for (const id of ids) room.app.dismiss(id);
    room.app.setCanvas('main', withDark(aCanvas(3), new Set(ids)));
  };
  const shows = async (window: ReturnType<typeof room.window>): Promise<void> => {
    const commandId = wall()?.command?.id ?? '';
    await window.call('wall.shown', { wallId: 'main', commandId, paintedAt: room.clock.now() });
  };
  return { ...room, desk, walls, wall, lose, shows };
}

type Room = Awaited<ReturnType<typeof roomOfThree>>;
const receipts = ({ wall }: Room) =>
  Object.values(wall()?.receipts ?? {}).map(({ displayId, state, reason }) => [displayId, reason ?? state]);
const dark = ({ wall }: Room) =>
  wall()
    ?.canvas.displays.filter((display) => display.dark)
    .map(({ id }) => id);

describe('a display that is lost', () => {
  it('leaves the program as it is, and says which displays owe what they show now', async () => {
    const room = await roomOfThree();
    const before = room.wall()?.program;

    room.lose('d2');

    expect(room.wall()?.program).toEqual(before);
    expect(room.wall()?.command).toMatchObject({ kind: 'rehomed', by: 'system' });
    expect(receipts(room)).toEqual([
      ['d1', 'queued'],
      ['d2', 'window-missing'],
      ['d3', 'queued'],
    ]);
    expect(room.walls[0]?.world().walls['main']?.canvas.displays[1]?.dark).toBe(true);
  });

  it('is home only when its window has painted: until then its tiles are seen elsewhere', async () => {
    const room = await roomOfThree();
    room.lose('d2');

    room.app.setCanvas('main', aCanvas(3));
    expect(dark(room)).toEqual(['d2']);
    await room.shows(room.window('d2'));

    expect(dark(room)).toEqual([]);
    expect(receipts(room).map(([, state]) => state)).toEqual(['queued', 'queued', 'queued']);
  });

  it('is home after a while though its window says nothing', async () => {
    const room = await roomOfThree();
    room.lose('d2');
    room.app.setCanvas('main', aCanvas(3));

    await room.clock.advance(3_000);

    expect(dark(room)).toEqual([]);
  });

  it('comes back dark when it went again before it was home', async () => {
    const room = await roomOfThree();
    room.lose('d2');
    room.app.setCanvas('main', aCanvas(3));
    room.lose('d2');

    await room.clock.advance(4_000);

    expect(dark(room)).toEqual(['d2']);
  });

  it('that flickers has its whole time at its last return: an older one does not bring it home', async () => {
    const room = await roomOfThree();
    room.lose('d2');
    room.app.setCanvas('main', aCanvas(3));
    await room.clock.advance(2_000);
    room.lose('d2');
    room.app.setCanvas('main', aCanvas(3));

    await room.clock.advance(1_500);
    expect(dark(room)).toEqual(['d2']);

    await room.clock.advance(1_500);
    expect(dark(room)).toEqual([]);
  });

  it('holds no take up: nobody waits for its window', async () => {
    const room = await roomOfThree();
    const taking = room.desk.call('wall.take', {
      commandId: 'take-1',
      wallId: 'main',
      source: { from: 'scene', sceneId: 'map' },
      programRevision: room.wall()?.program?.revision ?? 0,
    });
    await settle();
    for (const window of [room.walls[0], room.walls[2]])
      await window?.call('wall.ready', { wallId: 'main', takeId: 'take-1' });
    room.lose('d2');

    expect((await taking).ok).toBe(true);
    expect(room.wall()?.program?.scene.id).toBe('map');
    expect(receipts(room)).toEqual([
      ['d1', 'queued'],
      ['d2', 'window-missing'],
      ['d3', 'queued'],
    ]);
  });

  it('right after a take leaves its receipts to the displays that show it', async () => {
    const room = await roomOfThree();
    const taking = room.desk.call('wall.take', {
      commandId: 'take-1',
      wallId: 'main',
      source: { from: 'scene', sceneId: 'map' },
      programRevision: room.wall()?.program?.revision ?? 0,
    });
    await settle();
    for (const window of room.walls) await window.call('wall.ready', { wallId: 'main', takeId: 'take-1' });
    await taking;
    room.lose('d2');
    for (const index of [0, 2]) {
      const window = room.walls[index];
      if (window) await room.shows(window);
    }

    const past = room.wall()?.past.find(({ command }) => command.id === 'take-1');
    expect(past?.unseen).toMatchObject([{ displayId: 'd2', state: 'failed' }]);
  });

  it('and all of them lost and back: the wall shows what it showed', async () => {
    const room = await roomOfThree();
    const before = room.wall()?.program;

    room.lose('d1', 'd2', 'd3');
    expect(receipts(room).map(([, state]) => state)).toEqual(Array(3).fill('window-missing'));
    room.app.setCanvas('main', aCanvas(3));

    expect(dark(room)).toEqual([]);
    expect(room.wall()?.program).toEqual(before);
  });
});
