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

function aRoom(cache?: ReturnType<typeof openFakeRoom>['cache']) {
  const province = { ...aProvince(), scenes: [busy], startScene: 'busy' };
  const room = openFakeRoom({ province, ...(cache && { cache }) });
  const desk = room.window('console');
  const window = room.window('d1');
  const wall = () => room.app.world().walls['main'];
  const suspended = () => wall()?.hold.suspended ?? [];
  const kinds = () =>
    suspended().map(({ picture, guilty }) => `${JSON.parse(picture).kind}${guilty ? '!' : ''}`);
  return { ...room, desk, wall, kinds, crash: () => room.app.crashed(window.identity) };
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
