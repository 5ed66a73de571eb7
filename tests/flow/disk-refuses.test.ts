import { describe, expect, it } from 'vitest';
import type { Fact } from '../../domain/contract/wire.ts';
import { fact, INCIDENTS, INDICATORS, raised, reading, snapshot, welcome } from '../support/builders.ts';
import { openFakeRoom } from '../support/fakeRoom.ts';

const published: Fact = {
  type: 'indicators.published',
  figure: {
    key: 'power.load',
    text: '86,3',
    place: { vi: 'Tỉnh Thái Nguyên', en: 'Thai Nguyen province' },
    source: { vi: 'Báo cáo', en: 'Report' },
    publishedOn: { vi: '01/10/2026', en: '01/10/2026' },
    series: [],
  },
};

function liveRoom() {
  const room = openFakeRoom();
  const desk = room.window('console');
  room.say(welcome(), snapshot(), fact(1));
  return { ...room, desk };
}

describe('a disk that refuses', () => {
  it('does not keep a fact of the province from the wall; the operator is told', () => {
    const room = liveRoom();
    room.cache.refuse = true;

    room.say(fact(2, raised({ id: 'inc-2' })));

    expect(Object.keys(room.desk.world().incidents.byId)).toEqual(['inc-1', 'inc-2']);
    expect(room.desk.last('notices')?.notices.map(({ kind }) => kind)).toEqual(['disk-full']);
  });

  it('brings the fact again after a restart: the place in the stream was not written either', () => {
    const room = liveRoom();
    room.cache.refuse = true;
    room.say(fact(2, raised({ id: 'inc-2' })));
    room.cache.refuse = false;

    const again = openFakeRoom({ cache: room.cache });
    again.line().opened();

    expect(again.sent).toMatchObject([{ kind: 'hello', cursors: [{ topic: INCIDENTS, seq: 1 }] }]);
  });

  it('that takes again gets everything it missed, and the operator is told no more', async () => {
    const room = liveRoom();
    room.cache.refuse = true;
    room.say(fact(2, raised({ id: 'inc-2' })));

    room.cache.refuse = false;
    await room.clock.advance(5_000);
    room.say(fact(3, raised({ id: 'inc-3' })));

    const again = openFakeRoom({ cache: room.cache });
    expect(Object.keys(again.app.world().incidents.byId)).toEqual(['inc-1', 'inc-2', 'inc-3']);
    expect(room.desk.last('notices')?.notices).toEqual([]);
  });

  it('that takes facts but no readings keeps the place in the stream back: what is lost comes again', async () => {
    const room = openFakeRoom();
    room.say(welcome(), snapshot({ topic: INDICATORS }));
    const save = room.cache.saveReadings;
    room.cache.saveReadings = () => {
      throw new Error('SQLITE_IOERR');
    };
    room.say(reading(1, 'water.gia-bay', 29.13));

    room.say(fact(2, published, { topic: INDICATORS }));
    expect(room.cache.cursors.get(INDICATORS)?.seq).toBe(0);

    await room.clock.advance(5_000);
    expect(room.cache.cursors.get(INDICATORS)?.seq).toBe(0);
    room.cache.saveReadings = save;
    await room.clock.advance(5_000);
    expect(room.cache.cursors.get(INDICATORS)?.seq).toBe(2);
    expect(room.cache.readings.get('water.gia-bay')?.[1]).toBe(29.13);
  });

  it('does not stop readings, nor fill the log with one line a second', async () => {
    const room = liveRoom();
    room.cache.refuse = true;

    for (let second = 0; second < 60; second += 1) {
      room.line().heard();
      await room.clock.advance(1_000);
    }

    expect(room.log.lines.filter(({ event }) => event === 'readings.unsaved')).toHaveLength(1);
  });
});
