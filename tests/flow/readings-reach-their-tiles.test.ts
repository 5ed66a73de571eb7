import { describe, expect, it } from 'vitest';
import { PEACE_MS } from '../../main/kernel/seat.ts';
import { fact, INDICATORS, NOON, reading, snapshot, welcome } from '../support/builders.ts';
import { openFakeRoom } from '../support/fakeRoom.ts';

const topic = INDICATORS;

function liveRoom() {
  const room = openFakeRoom();
  room.say(welcome(), snapshot({ topic }), snapshot());
  return room;
}

describe('a reading', () => {
  it('reaches only the windows whose tiles show it', async () => {
    const room = liveRoom();
    const [shows, other] = [room.window('d1'), room.window('d2')];

    room.say(reading(1, 'water.gia-bay', 29.13));
    await room.clock.advance(PEACE_MS);

    expect(shows.reading('water.gia-bay')?.slice(0, 2)).toEqual(['water.gia-bay', 29.13]);
    expect(other.last('readings')).toBeUndefined();
  });

  it('is in a window before the window has asked: its first picture has values', () => {
    const room = liveRoom();
    room.say(reading(1, 'water.gia-bay', 29.13));

    const late = room.window('d1');

    expect(late.events[0]?.type).toBe('snapshot');
    expect(late.reading('water.gia-bay')?.[1]).toBe(29.13);
  });

  it('comes once for many that came together, and then as the latest', async () => {
    const room = liveRoom();
    const wall = room.window('d1');

    for (let seq = 1; seq <= 1_000; seq += 1) room.say(reading(seq, 'water.gia-bay', seq));
    await room.clock.advance(PEACE_MS);

    expect(wall.events.filter(({ type }) => type === 'readings')).toHaveLength(1);
    expect(wall.reading('water.gia-bay')?.[1]).toBe(1_000);
  });

  it('says how old it was when it was sent, so that no two clocks need agree', async () => {
    const room = liveRoom();
    const wall = room.window('d1');
    room.clock.jump(-86_400_000);

    room.say(reading(1, 'water.gia-bay', 29, { asOf: NOON - 90_000 }));
    await room.clock.advance(PEACE_MS);

    const [, , asOf, arrivedAt, age] = wall.reading('water.gia-bay') ?? [];
    expect({ asOf, age }).toEqual({ asOf: NOON - 90_000, age: 90_000 });
    expect(arrivedAt).toBe(NOON - 86_400_000);
  });

  it('stands while a gateway sends its backlog again: the wall does not jump back', async () => {
    const room = liveRoom();
    const wall = room.window('d1');
    const MINUTE_MS = 60_000;
    const at = (minutes: number) => ({ asOf: NOON - minutes * MINUTE_MS });

    room.say(
      reading(1, 'water.gia-bay', 29.13, at(0)),
      reading(2, 'water.gia-bay', 27.02, at(50)),
      reading(3, 'water.gia-bay', 27.9, at(30)),
    );
    await room.clock.advance(PEACE_MS);
    expect(wall.reading('water.gia-bay')?.slice(1, 3)).toEqual([29.13, NOON]);

    await room.clock.advance(1_100);
    expect(room.cache.readings.get('water.gia-bay')?.[1]).toBe(29.13);
    expect(room.cache.cursors.get(topic)?.seq).toBe(3);
  });

  it('from the future of the province’s own clock does not hold the figure until then', async () => {
    const room = liveRoom();
    const wall = room.window('d1');

    room.say(
      reading(1, 'water.gia-bay', 1, { asOf: NOON + 86_400_000 }),
      reading(2, 'water.gia-bay', 2, { asOf: NOON + 60_000, sentAt: NOON + 60_000 }),
    );
    await room.clock.advance(PEACE_MS);

    expect(wall.reading('water.gia-bay')?.[1]).toBe(2);
  });

  it('stays a named gap when the office has no value', async () => {
    const room = liveRoom();
    const wall = room.window('d1');

    room.say(reading(1, 'water.gia-bay', null));
    await room.clock.advance(PEACE_MS);

    expect(wall.reading('water.gia-bay')?.[1]).toBeNull();
  });

  it('is there at once for a tile that asks later', async () => {
    const room = liveRoom();
    const wall = room.window('d2');
    room.say(reading(1, 'power.load', 412));
    await room.clock.advance(PEACE_MS);

    await wall.call('world.watch', { keys: ['power.load'] });

    expect(wall.reading('power.load')?.[1]).toBe(412);
  });
});

describe('what is on disk a second later', () => {
  it('is the latest of each key and the place in the stream', async () => {
    const room = liveRoom();
    for (let seq = 1; seq <= 50; seq += 1) room.say(reading(seq, 'water.gia-bay', seq));

    await room.clock.advance(1_100);

    expect(room.cache.readings.get('water.gia-bay')?.[1]).toBe(50);
    expect(room.cache.cursors.get(topic)?.seq).toBe(50);
  });

  it('is there for the next start, with its age', async () => {
    const room = liveRoom();
    room.say(reading(1, 'water.gia-bay', 29.13));
    await room.clock.advance(1_100);

    const again = openFakeRoom({ cache: room.cache });

    expect(again.window('d1').reading('water.gia-bay')?.[3]).toBe(NOON);
  });

  it('never has a place in the stream ahead of the readings before it', () => {
    const room = liveRoom();
    const figure = {
      key: 'power.load',
      text: '412',
      place: { vi: 'Tỉnh', en: 'Province' },
      source: { vi: 'Báo', en: 'Paper' },
      publishedOn: { vi: '22/11/2026', en: '22/11/2026' },
      series: [],
    };

    room.say(reading(1, 'water.gia-bay', 29.13));
    room.say(fact(2, { type: 'indicators.published', figure }, { topic }));

    expect(room.cache.cursors.get(topic)?.seq).toBe(2);
    expect(room.cache.readings.get('water.gia-bay')?.[1]).toBe(29.13);
  });

  it('is written in slices when there are thousands, and whole in the end', async () => {
    const room = liveRoom();
    const keys = ['water.gia-bay', 'power.load'];
    room.say(
      ...Array.from({ length: 3_000 }, (_, index) => reading(index + 1, keys[index % 2] ?? '', index)),
    );

    await room.clock.advance(2_000);

    expect(keys.map((key) => room.cache.readings.get(key)?.[1])).toEqual([2_998, 2_999]);
  });
});
