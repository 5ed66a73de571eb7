import { describe, expect, it } from 'vitest';
import { fact, NOON, raised, snapshot, welcome } from '../support/builders.ts';
import { openFakeRoom } from '../support/fakeRoom.ts';
import type { AcknowledgeAnswer } from '../../domain/incidents/wire.ts';

const order = {
  kind: 'order',
  device: 'desk-1',
  number: 1,
  body: {
    type: 'incidents.acknowledge',
    incidentId: 'inc-1',
    by: 'Nguyễn Thị Hạnh',
    at: NOON,
    sighted: { severity: 'emergency', state: 'new' },
  },
};

async function roomWithOperator() {
  const room = openFakeRoom();
  const desk = room.window('console');
  const wall = room.window('d1');
  await room.signIn(desk);
  room.say(welcome(), snapshot(), fact(1));
  room.sent.length = 0;
  return { ...room, desk, wall };
}

type Room = Awaited<ReturnType<typeof roomWithOperator>>;
const acknowledge = ({ desk }: Pick<Room, 'desk'>) =>
  desk.call('incidents.acknowledge', { incidentId: 'inc-1' });
const answer = (room: Pick<Room, 'say'>, change: AcknowledgeAnswer) =>
  room.say({ kind: 'answer', protocol: 1, number: 1, answer: change });

describe('an acknowledgement', () => {
  it('goes up at once when the line is up, and shows as waiting everywhere', async () => {
    const room = await roomWithOperator();

    expect(await acknowledge(room)).toEqual({ ok: true, value: null });

    expect(room.sent).toEqual([order]);
    for (const window of [room.desk, room.wall]) {
      expect(window.world().incidents.local['inc-1']).toMatchObject({
        by: 'Nguyễn Thị Hạnh',
        outcome: 'waiting',
      });
    }
  });

  it('stands on the incident once the province has accepted it, and waits no more', async () => {
    const room = await roomWithOperator();
    await acknowledge(room);

    answer(room, { outcome: 'accepted' });

    expect(room.wall.world().incidents.local).toEqual({});
    expect(room.wall.world().incidents.byId['inc-1']?.acknowledgement?.by).toBe('Nguyễn Thị Hạnh');
    expect(room.cache.orders.size).toBe(0);
  });

  it('given with the line down goes up when it is back', async () => {
    const room = await roomWithOperator();
    room.line().state('offline');
    await acknowledge(room);
    expect(room.sent).toEqual([]);

    room.say(welcome());

    expect(room.sent).toEqual([order]);
  });

  it('goes up again after every cut until it is answered, always with its number', async () => {
    const room = await roomWithOperator();
    await acknowledge(room);
    room.line().state('offline');
    room.say(welcome());
    await room.clock.advance(10_000);

    answer(room, { outcome: 'accepted' });
    answer(room, { outcome: 'accepted' });
    room.say(welcome());
    await room.clock.advance(60_000);

    expect(room.sent).toEqual([order, order, order]);
  });

  it('survives the end of the core', async () => {
    const room = await roomWithOperator();
    room.line().state('offline');
    await acknowledge(room);

    const again = openFakeRoom({ cache: room.cache });
    again.say(welcome());

    expect(again.sent).toEqual([order]);
    expect(again.window('d1').world().incidents.local['inc-1']?.outcome).toBe('waiting');
  });

  it('is given once: a second one of the same incident is refused while the first waits', async () => {
    const room = await roomWithOperator();
    await acknowledge(room);

    expect(await acknowledge(room)).toEqual({ ok: false, reason: 'already-acknowledged' });
    expect(room.sent).toHaveLength(1);
  });

  it('never bears a number twice, also after a restart', async () => {
    const room = await roomWithOperator();
    room.say(fact(2, raised({ id: 'inc-2' })));
    await acknowledge(room);
    answer(room, { outcome: 'accepted' });

    const again = openFakeRoom({ cache: room.cache });
    const desk = again.window('console');
    await again.signIn(desk);
    again.say(welcome());
    await desk.call('incidents.acknowledge', { incidentId: 'inc-2' });

    expect(again.sent.map((frame) => frame.kind === 'order' && frame.number)).toEqual([2]);
  });

  it('needs somebody signed in who may command', async () => {
    const room = openFakeRoom();
    const desk = room.window('console');
    room.say(welcome(), snapshot(), fact(1));

    expect(await acknowledge({ desk })).toEqual({ ok: false, reason: 'not-allowed' });
    await room.signIn(desk, 'leader');
    expect(await acknowledge({ desk })).toEqual({ ok: false, reason: 'not-allowed' });
  });

  it('that the disk refuses is none: nothing is shown as given, nothing goes up', async () => {
    const room = await roomWithOperator();
    room.cache.refuse = true;

    expect(await acknowledge(room)).toEqual({ ok: false, reason: 'failed' });
    expect(room.wall.world().incidents.local).toEqual({});
    expect(room.sent).toEqual([]);
  });
});

describe('an incident that becomes worse', () => {
  const warning = raised({ severity: 'warning' });
  const acknowledgement = { by: 'Nguyễn Thị Hạnh', at: NOON, device: 'desk-1', number: 1 };

  async function roomWithWarning() {
    const room = await roomWithOperator();
    room.say(fact(2, warning));
    return room;
  }
  const knownHere = ({ desk }: Pick<Room, 'desk'>) => {
    const { byId, local } = desk.world().incidents;
    return byId['inc-1']?.acknowledgement !== undefined || local['inc-1'] !== undefined;
  };

  it('is acknowledged once more: as the emergency that it is now', async () => {
    const room = await roomWithWarning();
    await acknowledge(room);
    answer(room, { outcome: 'accepted' });

    room.say(fact(3, raised({ severity: 'emergency' })));

    expect(knownHere(room)).toBe(false);
    expect(await acknowledge(room)).toEqual({ ok: true, value: null });
    expect(room.sent.at(-1)).toMatchObject({
      number: 2,
      body: { sighted: { severity: 'emergency', state: 'new' } },
    });
  });

  it('is not held for known by an acknowledgement that still waits, neither now nor after a restart', async () => {
    const room = await roomWithWarning();
    await acknowledge(room);

    room.say(fact(3, raised({ severity: 'emergency' })));

    expect(knownHere(room)).toBe(false);
    const again = openFakeRoom({ cache: room.cache });
    expect(again.window('d1').world().incidents.local).toEqual({});
    expect(await acknowledge(room)).toEqual({ ok: true, value: null });
  });

  it('is not quieted by the late answer to what was acknowledged before', async () => {
    const room = await roomWithWarning();
    await acknowledge(room);
    room.say(
      fact(3, { type: 'incidents.acknowledged', incidentId: 'inc-1', acknowledgement }),
      fact(4, raised({ severity: 'emergency' })),
    );

    answer(room, { outcome: 'accepted' });

    expect(knownHere(room)).toBe(false);
    expect(room.cache.orders.size).toBe(0);
  });
});

describe('a conflict', () => {
  const standing = { by: 'Trần Văn Nam', at: NOON, device: 'desk-9', number: 7 };

  it('is shown with who stands, until the operator has seen it', async () => {
    const room = await roomWithOperator();
    await acknowledge(room);

    answer(room, { outcome: 'already-acknowledged', standing });

    const shown = room.desk.world().incidents.local['inc-1'];
    expect(shown).toMatchObject({ outcome: 'already-acknowledged', standing: { by: 'Trần Văn Nam' } });
    expect(room.wall.world().incidents.byId['inc-1']?.acknowledgement).toEqual(standing);

    await room.desk.call('incidents.dismissConflict', { incidentId: 'inc-1' });
    expect(room.desk.world().incidents.local).toEqual({});
  });

  it('outlives a restart', async () => {
    const room = await roomWithOperator();
    await acknowledge(room);
    answer(room, { outcome: 'incident-over' });

    const again = openFakeRoom({ cache: room.cache }).window('console');

    expect(again.world().incidents.local['inc-1']?.outcome).toBe('incident-over');
  });

  it('cannot be dismissed before there is one', async () => {
    const room = await roomWithOperator();
    await acknowledge(room);

    const dismissed = await room.desk.call('incidents.dismissConflict', { incidentId: 'inc-1' });

    expect(dismissed).toEqual({ ok: false, reason: 'incident-unknown' });
  });
});
