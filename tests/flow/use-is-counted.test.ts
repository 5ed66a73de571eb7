import { describe, expect, it } from 'vitest';
import type { Use } from '../../domain/usage/model.ts';
import { withDark } from '../../domain/wall/homecoming.ts';
import { aCanvas } from '../support/builders.ts';
import { fakeUsage, settle } from '../support/fakes.ts';
import { openFakeRoom } from '../support/fakeRoom.ts';

const wallId = 'main';
const MINUTE = 60_000;

type Request = Parameters<typeof openFakeRoom>[0];

/** A room whose two displays say at once what they show. */
async function roomThatAnswers(request: Request = {}) {
  const room = openFakeRoom(request);
  const desk = room.window('console');
  await room.signIn(desk);
  const walls = [room.window('d1'), room.window('d2')];
  const shown = async (over = walls): Promise<void> => {
    const commandId = room.app.world().walls[wallId]?.command?.id ?? '';
    for (const wall of over)
      await wall.call('wall.shown', { wallId, commandId, paintedAt: room.clock.now() });
  };
  const take = async (sceneId: string): Promise<void> => {
    const programRevision = room.app.world().walls[wallId]?.program?.revision ?? 0;
    const commandId = `take-${programRevision}`;
    const source = { from: 'scene', sceneId } as const;
    const taking = desk.call('wall.take', { commandId, wallId, source, programRevision });
    await settle();
    for (const wall of walls) await wall.call('wall.ready', { wallId, takeId: commandId });
    await taking;
  };
  return { ...room, desk, walls, shown, take };
}

type Room = Awaited<ReturnType<typeof roomThatAnswers>>;

async function read({ desk }: Pick<Room, 'desk'>, days: 1 | 7 = 1) {
  const answer = await desk.call('usage.read', { days });
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value;
}

const minutes = (uses: readonly Use[]) =>
  Object.fromEntries(
    uses.map(({ kind, subject, shownMs }) => [`${kind} ${subject}`.trim(), Math.round(shownMs / MINUTE)]),
  );

describe('the use meter', () => {
  it('counts what was seen, from the receipt on, until something else is seen', async () => {
    const room = await roomThatAnswers();
    await room.clock.advance(5 * MINUTE);
    expect((await read(room)).uses).toEqual([]);

    await room.shown();
    await room.clock.advance(10 * MINUTE);
    await room.take('map');
    await room.clock.advance(MINUTE);
    await room.shown();
    await room.clock.advance(20 * MINUTE);

    const { uses, lately } = await read(room);
    expect(minutes(uses)).toEqual({
      'scene map': 20,
      map: 20,
      'scene overview': 10,
      'indicator water.gia-bay': 10,
      'incident-list': 10,
    });
    expect(uses.find(({ subject }) => subject === 'overview')).toMatchObject({
      label: 'Tổng quan',
      times: 1,
    });
    expect(lately).toHaveLength(5);
  });

  it('does not count what lies under a cover, nor a display that never said that it shows', async () => {
    const room = await roomThatAnswers();
    await room.shown();
    await room.clock.advance(10 * MINUTE);
    await room.desk.call('wall.cover', { wallId, commandId: 'cover-1', displayIds: 'all', on: true });
    await room.shown();
    await room.clock.advance(30 * MINUTE);
    await room.desk.call('wall.cover', { wallId, commandId: 'cover-2', displayIds: 'all', on: false });
    await room.shown(room.walls.slice(0, 1));
    await room.clock.advance(5 * MINUTE);

    expect(minutes((await read(room)).uses)).toEqual({
      'scene overview': 15,
      'indicator water.gia-bay': 15,
      'incident-list': 10,
    });
  });

  it('counts on where a tile went when its display was lost', async () => {
    const room = await roomThatAnswers();
    room.app.dismiss('d1');
    room.app.setCanvas(wallId, withDark(aCanvas(), new Set(['d1'])));
    await room.shown(room.walls.slice(1));
    await room.clock.advance(10 * MINUTE);

    expect(minutes((await read(room)).uses)).toEqual({
      'scene overview': 10,
      'indicator water.gia-bay': 10,
      'incident-list': 10,
    });
  });

  it('counts how often something came on: not again for every receipt, again when it was away', async () => {
    const room = await roomThatAnswers();
    await room.shown();
    await room.clock.advance(MINUTE);
    await room.desk.call('wall.cover', { wallId, commandId: 'cover-1', displayIds: ['d2'], on: true });
    await room.clock.advance(500);
    await room.shown();
    const times = async (id: string) =>
      (await read(room)).uses.find(({ subject, kind }) => kind === 'scene' && subject === id)?.times;
    expect(await times('overview')).toBe(1);
    await room.take('map');
    await room.shown();
    await room.clock.advance(3_000);
    await room.take('overview');
    await room.shown();
    expect([await times('overview'), await times('map')]).toEqual([2, 1]);
  });

  it('does not count a scene that was taken beneath a frozen picture', async () => {
    const room = await roomThatAnswers();
    await room.shown();
    await room.clock.advance(MINUTE);
    await room.desk.call('wall.freeze', { wallId, commandId: 'freeze-1', on: true });
    await room.shown();
    await room.clock.advance(4 * MINUTE);
    await room.take('map');
    await room.shown();
    await room.clock.advance(10 * MINUTE);
    expect(minutes((await read(room)).uses)['scene map'] ?? 0).toBe(0);
    expect(minutes((await read(room)).uses)['scene overview']).toBe(5);
  });

  it('counts nothing while the machine sleeps, goes by the days of Viet Nam, and outlives the core', async () => {
    const usage = fakeUsage();
    const room = await roomThatAnswers({ usage });
    await room.shown();
    await room.clock.advance(10 * MINUTE);
    room.clock.jump(8 * 60 * MINUTE);
    await room.clock.advance(10 * MINUTE);
    expect(minutes((await read(room)).uses)['scene overview']).toBe(20);
    room.clock.jump(4 * 60 * MINUTE);
    await room.clock.advance(30 * MINUTE);
    expect(minutes((await read(room)).uses)['scene overview']).toBe(30);
    expect(minutes((await read(room, 7)).uses)['scene overview']).toBe(50);
    room.app.close();

    const again = await roomThatAnswers({ usage, cache: room.cache, clock: room.clock });
    expect(minutes((await read(again, 7)).uses)['scene overview']).toBe(50);
  });
});
