import { describe, expect, it } from 'vitest';
import { openFakeRoom } from '../support/fakeRoom.ts';

const failure = { kind: 'uncaught', name: 'TypeError', place: 'WallWindow-1.js:1:2' } as const;

function aRoom() {
  const room = openFakeRoom();
  const lines = () =>
    room.log.lines.filter(({ event }) => event === 'page.failed').map(({ fields }) => fields);
  return { ...room, lines, wall: room.window('d1'), desk: room.window('console') };
}

describe('a failure in the page of a window', () => {
  it('is in the log with its window, and counted, whoever stands there', async () => {
    const { app, wall, desk, lines } = aRoom();

    expect(await wall.call('world.failed', failure)).toEqual({ ok: true, value: null });
    await desk.call('world.failed', { kind: 'panel', name: 'string', place: null });

    expect(lines()).toEqual([
      { windowId: 'd1', ...failure, count: 1 },
      { windowId: 'console', kind: 'panel', name: 'string', place: null, count: 1 },
    ]);
    expect(app.stats().pageFailures).toBe(2);
  });

  it('that comes with every frame fills no disk: all are counted, few are written', async () => {
    const { app, clock, wall, lines } = aRoom();
    for (let frame = 0; frame < 600; frame += 1) await wall.call('world.failed', failure);
    expect([app.stats().pageFailures, lines().length]).toEqual([600, 10]);

    await clock.advance(60_000);
    await wall.call('world.failed', failure);

    expect(lines().at(-1)).toMatchObject({ count: 601 });
  });

  it.each([
    ['words in place of a place', { ...failure, place: 'Nguyễn Thị Hạnh, 0912 345 678' }],
    ['words in place of a class', { ...failure, name: 'Không đọc được “Hạnh”' }],
    ['an unknown kind', JSON.parse(JSON.stringify({ ...failure, kind: 'other' }))],
  ])('is refused at the gate with %s', async (_what, told) => {
    const { app, wall, lines } = aRoom();

    expect(await wall.call('world.failed', told)).toEqual({ ok: false, reason: 'input-invalid' });
    expect([lines(), app.stats().pageFailures]).toEqual([[], 0]);
  });
});
