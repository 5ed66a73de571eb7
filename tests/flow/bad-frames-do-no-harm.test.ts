import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_FRAME_BYTES } from '../../domain/contract/wire.ts';
import {
  anIncident,
  catchUp,
  EPOCH,
  fact,
  INCIDENTS,
  INDICATORS,
  NOON,
  raised,
  reading,
  snapshot,
  welcome,
} from '../support/builders.ts';
import { PEACE_MS } from '../../main/kernel/seat.ts';
import { openFakeRoom } from '../support/fakeRoom.ts';

function liveRoom() {
  const room = openFakeRoom();
  room.say(welcome(), snapshot(), snapshot({ topic: INDICATORS }));
  room.sent.length = 0;
  return room;
}

type Room = ReturnType<typeof liveRoom>;
const shown = (room: Room) => Object.keys(room.app.world().incidents.byId);
const reasons = (room: Room) =>
  room.log.lines
    .filter(({ event }) => event === 'wire.rejected')
    .map(({ fields }) => `${fields['type']} ${fields['reason']}`);

describe('a frame that makes no sense', () => {
  it.each([
    ['text that is no JSON', '{"kind":"fact"', 'frame not-json'],
    ['a number', '42', 'unknown'],
    ['null', 'null', 'unknown'],
    ['an unknown kind', '{"kind":"weather"}', 'unknown'],
    ['a kind that is no word', '{"kind":{"a":1}}', 'unknown'],
    ['another protocol', JSON.stringify({ ...fact(1), protocol: 2 }), 'fact protocol'],
    ['a prototype', '{"__proto__":{"kind":"fact"},"constructor":1}', 'unknown'],
  ])('is counted and not shown: %s', (_name, text, reason) => {
    const room = liveRoom();
    const before = room.app.stats().rejected;

    room.app.receive(text);

    expect(room.app.stats().rejected).toBe(before + 1);
    expect(reasons(room).at(-1)).toContain(reason);
    expect(shown(room)).toEqual([]);
  });

  it('is counted when it is too large', () => {
    const room = liveRoom();

    room.app.receive(`"${'x'.repeat(MAX_FRAME_BYTES)}"`);

    expect(reasons(room)).toEqual(['frame too-large']);
  });

  it('never gets its content into the log', () => {
    const room = liveRoom();
    const secret = 'số căn cước 019090001234';

    room.app.receive(
      JSON.stringify({ ...fact(1), body: { type: 'incidents.raised', incident: secret, [secret]: 1 } }),
    );
    room.app.receive(`{"kind":"${secret}"}`);

    expect(JSON.stringify(room.log.lines)).not.toContain('019090001234');
  });

  it('is a line in the log at its 1st, 10th, 100th time: a flood of frames is no flood of lines', () => {
    const room = liveRoom();

    for (let count = 0; count < 500; count += 1) room.app.receive('nonsense');

    expect(room.app.stats().rejected).toBe(500);
    expect(reasons(room)).toHaveLength(3);
  });

  it('never stops the core, whatever it is', () => {
    const room = liveRoom();
    const valid = JSON.stringify(fact(1));
    const cut = fc
      .tuple(fc.nat(valid.length), fc.string())
      .map(([at, junk]) => valid.slice(0, at) + junk + valid.slice(at + 1));
    const anything = fc.oneof(fc.json(), fc.string({ unit: 'binary' }), cut);

    fc.assert(
      fc.property(anything, (text) => {
        room.app.receive(text);
      }),
      { seed: 20261122, numRuns: 2_000 },
    );

    room.say(snapshot({ facts: [{ seq: 0, asOf: NOON, body: raised({ id: 'inc-9' }) }] }));
    expect(shown(room)).toEqual(['inc-9']);
  });
});

describe('what a newer province sends', () => {
  const unknownFact = { ...fact(1), body: { type: 'meetings.opened', meetingId: 'm-1' } };

  it('is passed over, and the stream goes on after it', () => {
    const room = liveRoom();

    room.app.receive(JSON.stringify(unknownFact));
    room.say(fact(2));

    expect(shown(room)).toEqual(['inc-1']);
    expect(room.sent).toEqual([]);
  });

  it('does not take the known facts of a catch-up with it', () => {
    const room = liveRoom();
    const frame = catchUp({ from: 0, seq: 3, facts: [{ seq: 3, asOf: NOON, body: raised() }] });
    const unknown = { seq: 2, asOf: NOON, body: unknownFact.body };

    room.app.receive(
      JSON.stringify({ ...frame, facts: [unknown, ...('facts' in frame ? frame.facts : [])] }),
    );

    expect(shown(room)).toEqual(['inc-1']);
    expect(room.cache.cursors.get(INCIDENTS)?.seq).toBe(3);
  });
});

describe('a stream out of order', () => {
  it('leads to one resync, and is whole after the answer', () => {
    const room = liveRoom();
    room.say(fact(1));

    room.say(fact(3, raised({ id: 'inc-3' })), fact(4, raised({ id: 'inc-4' })));

    expect(shown(room)).toEqual(['inc-1']);
    expect(room.sent).toEqual([
      { kind: 'resync', topic: INCIDENTS, cursor: { topic: INCIDENTS, epoch: EPOCH, seq: 1 } },
    ]);

    const missed = [2, 3, 4].map((seq) => ({ seq, asOf: NOON, body: raised({ id: `inc-${seq}` }) }));
    room.say(catchUp({ from: 1, seq: 4, facts: missed }), fact(5, raised({ id: 'inc-5' })));
    expect(shown(room)).toEqual(['inc-1', 'inc-2', 'inc-3', 'inc-4', 'inc-5']);
  });

  it('asks again when nobody answers', async () => {
    const room = liveRoom();
    room.say(fact(3));

    await room.clock.advance(6_000);
    room.say(fact(4));

    expect(room.sent.filter(({ kind }) => kind === 'resync')).toHaveLength(2);
  });

  it('does not show a fact twice, nor an old one over a newer', () => {
    const room = liveRoom();
    const wall = room.window('d1');
    room.say(fact(1), fact(2, raised({ severity: 'warning' })));

    room.say(fact(1), fact(2));

    expect(room.app.world().incidents.byId['inc-1']).toEqual(anIncident({ severity: 'warning' }));
    expect(wall.events.filter(({ type }) => type === 'commits')).toHaveLength(2);
  });

  it('starts over when the province has another epoch', () => {
    const room = liveRoom();

    room.say(fact(1, raised(), { epoch: 'epoch-2' }));

    expect(room.sent.map(({ kind }) => kind)).toEqual(['resync']);
  });

  it('applies the facts of a catch-up in the order of their numbers', () => {
    const room = liveRoom();
    const twice = [
      { seq: 2, asOf: NOON, body: raised({ state: 'closed' }) },
      { seq: 1, asOf: NOON, body: raised({ state: 'new' }) },
    ];

    room.say(catchUp({ from: 0, seq: 2, facts: twice }));

    expect(room.app.world().incidents.byId['inc-1']?.state).toBe('closed');
  });
});

describe('what was not granted', () => {
  it('is not taken before the welcome, nor of a topic outside it, nor after the line is gone', () => {
    const room = openFakeRoom();
    room.say(snapshot({ facts: [{ seq: 0, asOf: NOON, body: raised() }] }));
    room.say(welcome([INDICATORS]), snapshot({ facts: [{ seq: 0, asOf: NOON, body: raised() }] }));
    room.say(welcome());
    room.line().state('offline');
    room.say(snapshot({ facts: [{ seq: 0, asOf: NOON, body: raised() }] }));

    expect(shown(room)).toEqual([]);
    expect(room.app.stats().rejected).toBe(3);
  });
});

describe('a reading', () => {
  it('of an indicator that nobody defined is counted, not shown, and the stream goes on', async () => {
    const room = liveRoom();
    const wall = room.window('d1');
    await wall.call('world.watch', { keys: ['unknown.key', 'power.load'] });

    room.say(reading(1, 'unknown.key', 1), reading(2, 'power.load', 2));
    await room.clock.advance(PEACE_MS);

    expect(wall.reading('unknown.key')).toBeUndefined();
    expect(wall.reading('power.load')?.[1]).toBe(2);
  });
});
