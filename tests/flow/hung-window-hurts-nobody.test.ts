import { describe, expect, it } from 'vitest';
import { PEACE_MS } from '../../main/kernel/seat.ts';
import { fact, INDICATORS, raised, reading, snapshot, welcome } from '../support/builders.ts';
import { openFakeRoom } from '../support/fakeRoom.ts';

async function roomWithTwo() {
  const room = openFakeRoom();
  room.say(welcome(), snapshot({ topic: INDICATORS }), snapshot());
  const [hung, well] = [room.window('d1'), room.window('d2')];
  await well.call('world.watch', { keys: ['water.gia-bay'] });
  return { room, hung, well };
}

/** A reading at each of the window’s turns. */
async function readFor(room: Awaited<ReturnType<typeof roomWithTwo>>['room'], ticks: number): Promise<void> {
  for (let tick = 1; tick <= ticks; tick += 1) {
    room.say(reading(tick, 'water.gia-bay', tick));
    await room.clock.advance(PEACE_MS);
  }
}

describe('a window that hangs', () => {
  it('is sent no more than half a second of turns, while the others get all', async () => {
    const { room, hung, well } = await roomWithTwo();
    const before = hung.events.length;
    hung.hang();

    await readFor(room, 600);

    expect(well.reading('water.gia-bay')?.[1]).toBe(600);
    expect(room.app.stats().windows.find(({ windowId }) => windowId === 'd1')).toMatchObject({
      held: true,
      untaken: 32,
    });
    hung.wake();
    expect(hung.events.length - before).toBeLessThan(40);
  });

  it('has the latest values as soon as it is back', async () => {
    const { room, hung } = await roomWithTwo();
    hung.hang();
    await readFor(room, 100);

    hung.wake();

    expect(hung.reading('water.gia-bay')?.[1]).toBe(100);
    expect(room.app.stats().windows.every(({ held }) => !held)).toBe(true);
  });

  it('has missed no fact when it is back, and goes on with the next one', async () => {
    const { room, hung } = await roomWithTwo();
    hung.hang();
    for (let seq = 1; seq <= 200; seq += 1) room.say(fact(seq, raised({ id: `inc-${seq}` })));

    hung.wake();
    room.say(fact(201, raised({ id: 'inc-201' })));

    expect(Object.keys(hung.world().incidents.byId)).toHaveLength(201);
    expect(hung.odd).toEqual([]);
  });

  it('is named in the log when it stops and when it is back', async () => {
    const { room, hung } = await roomWithTwo();
    hung.hang();
    await readFor(room, 60);
    hung.wake();

    const said = room.log.lines
      .filter(({ event }) => event.startsWith('windows.'))
      .map(({ event, fields }) => [event, fields['windowId']]);
    expect(said).toEqual([
      ['windows.held', 'd1'],
      ['windows.released', 'd1'],
    ]);
  });
});

describe('a window that was closed', () => {
  it('is forgotten, and its place can be taken by the next one', async () => {
    const { room, hung, well } = await roomWithTwo();
    hung.close();
    room.say(fact(1));

    const next = room.window('d1');

    expect(Object.keys(well.world().incidents.byId)).toEqual(['inc-1']);
    expect(Object.keys(next.world().incidents.byId)).toEqual(['inc-1']);
    expect(room.app.stats().windows).toHaveLength(2);
  });

  it('does not take its follower with it when its old port ends late', async () => {
    const { room, hung } = await roomWithTwo();
    const next = room.window('d1');

    hung.close();
    room.say(fact(1));

    expect(Object.keys(next.world().incidents.byId)).toEqual(['inc-1']);
  });
});
