import { describe, expect, it } from 'vitest';
import {
  anIncident,
  aProvince,
  fact,
  INCIDENTS,
  NOON,
  raised,
  snapshot,
  welcome,
} from '../support/builders.ts';
import { openFakeRoom } from '../support/fakeRoom.ts';

function liveRoom() {
  const room = openFakeRoom();
  room.say(welcome(), snapshot());
  return room;
}

describe('an incident from the province', () => {
  it('is on disk before any window shows it', () => {
    const room = liveRoom();
    const [wall] = [room.window('d1')];
    const shownWhenKept: boolean[] = [];
    room.cache.onKept = () => void shownWhenKept.push('inc-1' in wall.world().incidents.byId);

    room.say(fact(1));

    expect(shownWhenKept).toEqual([false]);
    expect(wall.world().incidents.byId['inc-1']?.title).toBe('Lũ trên sông Cầu vượt báo động 3');
  });

  it('reaches the wall, the console and a window that opens later', () => {
    const room = liveRoom();
    const early = [room.window('d1'), room.window('d2'), room.window('console')];

    room.say(fact(1));
    const late = room.window('d3');

    for (const window of [...early, late])
      expect(Object.keys(window.world().incidents.byId)).toEqual(['inc-1']);
  });

  it('is written together with the place in the stream, so that a kill neither loses nor doubles it', () => {
    const room = liveRoom();

    room.say(fact(1), fact(2, raised({ id: 'inc-2' })));

    expect(room.cache.cursors.get(INCIDENTS)?.seq).toBe(2);
    expect(Object.keys(openFakeRoom({ cache: room.cache }).app.world().incidents.byId)).toEqual([
      'inc-1',
      'inc-2',
    ]);
  });

  it('keeps HTML in its text as the text that it is', () => {
    const room = liveRoom();
    const console_ = room.window('console');
    const title = '<img src=x onerror="alert(1)"><b>Cháy</b>';

    room.say(fact(1, raised({ title })));

    expect(console_.world().incidents.byId['inc-1']?.title).toBe(title);
  });

  it('is replaced by the whole list when the topic starts over', () => {
    const room = liveRoom();
    const wall = room.window('d1');
    room.say(fact(1), fact(2, raised({ id: 'inc-2' })));

    room.say(
      snapshot({ epoch: 'epoch-2', seq: 7, facts: [{ seq: 7, asOf: NOON, body: raised({ id: 'inc-3' }) }] }),
    );

    expect(Object.keys(wall.world().incidents.byId)).toEqual(['inc-3']);
    expect(wall.odd).toEqual([]);
  });

  it('bears the acknowledgement that a snapshot tells beside it', () => {
    const room = openFakeRoom();
    const acknowledgement = { by: 'Trần Văn Nam', at: NOON, device: 'desk-9', number: 4 };

    room.say(
      welcome(),
      snapshot({
        seq: 2,
        facts: [
          { seq: 1, asOf: NOON, body: raised() },
          {
            seq: 2,
            asOf: NOON,
            body: { type: 'incidents.acknowledged', incidentId: 'inc-1', acknowledgement },
          },
        ],
      }),
    );

    expect(room.app.world().incidents.byId['inc-1']).toEqual({ ...anIncident(), acknowledgement });
  });
});

describe('a long day', () => {
  it('leaves a picture of the World every five hundred commits, so that the next start replays few', () => {
    const room = liveRoom();
    const pictures: number[] = [];
    const save = room.cache.saveWorld;
    room.cache.saveWorld = (state) => {
      pictures.push(state.seq);
      save(state);
    };

    for (let seq = 1; seq <= 1_200; seq += 1) room.say(fact(seq, raised({ id: `inc-${seq % 50}` })));

    expect(pictures.map((seq) => Math.round(seq / 500))).toEqual([1, 2]);
    expect(openFakeRoom({ cache: room.cache }).app.world()).toEqual(room.app.world());
  });
});

describe('a province whose file changed', () => {
  it('is told to the operator at the next start, and only then', () => {
    const kinds = (room: ReturnType<typeof openFakeRoom>) =>
      room
        .window('console')
        .last('snapshot')
        ?.notices.map(({ kind }) => kind);
    const room = openFakeRoom();
    const province = aProvince({ name: { vi: 'Tỉnh Thái Nguyên', en: 'Thai Nguyen' } });

    expect(kinds(room)).toEqual([]);
    expect(kinds(openFakeRoom({ cache: room.cache, province }))).toEqual(['config-changed']);
    expect(kinds(openFakeRoom({ cache: room.cache, province }))).toEqual([]);
  });
});
