import { afterEach, describe, expect, it } from 'vitest';
import type { EntryHours, Showing } from '../../domain/schedule/model.ts';
import { aProvince } from '../support/builders.ts';
import { openFakeRoom } from '../support/fakeRoom.ts';
import {
  onWall,
  program,
  schedule,
  takeByHand,
  roomWithPlanner,
  type PlannedRoom,
} from '../support/plans.ts';

const wallId = 'main';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const everyDay = { kind: 'weekly' as const, weekdays: [0, 1, 2, 3, 4, 5, 6] };

/** The clock of these stories begins at 12:00 in Viet Nam. */
const between = (from: string, until: string): EntryHours => {
  const minutes = [from, until].map((clock) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3)));
  return { days: everyDay, fromMinute: minutes[0] ?? 0, untilMinute: minutes[1] ?? 0 };
};

async function keep(
  room: PlannedRoom,
  name: string,
  hours: EntryHours,
  showing: Showing = { kind: 'scene', sceneId: 'map' },
): Promise<string> {
  const entry = { wallId, name, hours, showing, on: true };
  const kept = await room.desk.call('schedule.keepEntry', entry);
  if (!kept.ok) throw new Error(kept.reason);
  return kept.value.entryId;
}

const noticed = ({ desk }: PlannedRoom) => desk.last('notices')?.notices.map(({ kind }) => kind) ?? [];

describe('an entry of the calendar', () => {
  it('takes its scene at its minute, in the name of the plan and its author', async () => {
    const room = await roomWithPlanner();
    await keep(room, 'Giao ban', between('12:30', '13:00'));
    await room.clock.advance(30 * MINUTE - 1_000);
    expect(onWall(room)).toBe('overview');
    await room.clock.advance(1_100);
    expect(program(room)).toMatchObject({
      scene: { id: 'map' },
      by: 'Giao ban (Nguyễn Thị Hạnh)',
      plan: { kind: 'entry' },
    });
  });

  it('takes once: what a person takes afterwards stays until the calendar changes', async () => {
    const room = await roomWithPlanner();
    await keep(room, 'Giao ban', between('12:30', '13:00'));
    await room.clock.advance(31 * MINUTE);
    await takeByHand(room, 'overview');
    for (let hour = 1; hour < 24; hour += 1) {
      room.clock.jump(HOUR);
      await room.clock.advance(1_000);
      expect(onWall(room)).toBe('overview');
    }
    room.clock.jump(HOUR);
    await room.clock.advance(1_000);
    expect(onWall(room)).toBe('map');
  });

  it('missed by a sleep is made up for while it holds, and left alone after it', async () => {
    const room = await roomWithPlanner();
    await keep(room, 'Giao ban', between('12:30', '13:00'));
    await room.clock.advance(4_000);
    room.clock.jump(45 * MINUTE);
    await room.clock.advance(1_100);
    expect(onWall(room)).toBe('map');

    const other = await roomWithPlanner();
    await keep(other, 'Giao ban', between('12:30', '13:00'));
    other.clock.jump(2 * HOUR);
    await other.clock.advance(5_000);
    expect(onWall(other)).toBe('overview');
  });

  it('is not taken again when the clock goes back an hour, nor by a restart', async () => {
    const room = await roomWithPlanner();
    await keep(room, 'Giao ban', between('12:30', '16:00'));
    await room.clock.advance(40 * MINUTE);
    await takeByHand(room, 'overview');
    room.clock.jump(-HOUR);
    await room.clock.advance(90 * MINUTE);
    expect(onWall(room)).toBe('overview');
    room.app.close();
    const again = await roomWithPlanner({ cache: room.cache, clock: room.clock });
    await again.clock.advance(10_000);
    expect(onWall(again)).toBe('overview');
  });

  it('whose time began while the core was away begins when it is back', async () => {
    const room = await roomWithPlanner();
    await keep(room, 'Giao ban', between('12:30', '16:00'));
    room.app.close();
    await room.clock.advance(HOUR);
    const again = await roomWithPlanner({ cache: room.cache, clock: room.clock });
    expect(onWall(again)).toBe('overview');
    await again.clock.advance(4_000);
    expect(onWall(again)).toBe('map');
  });

  it('of a scene that is gone leaves the wall as it is and says so', async () => {
    const room = await roomWithPlanner();
    const draft = await room.desk.call('wall.openDraft', { wallId, from: { sceneId: 'map' } });
    const draftId = draft.ok ? draft.value.id : '';
    const kept = await room.desk.call('wall.keepScene', { wallId, draftId, label: { name: 'Tạm' } });
    const sceneId = kept.ok ? kept.value.id : '';
    await keep(room, 'Giao ban', between('12:30', '16:00'), { kind: 'scene', sceneId });
    await room.desk.call('wall.deleteScene', { wallId, sceneId });
    await room.clock.advance(HOUR);
    expect(onWall(room)).toBe('overview');
    const skipped = () => noticed(room).filter((kind) => kind === 'plan-skipped').length;
    const refused = () => room.audit.entries.filter(({ outcome }) => outcome === 'scene-unknown').length;
    expect([skipped(), refused()]).toEqual([1, 1]);
    room.clock.jump(24 * HOUR);
    await room.clock.advance(2_000);
    expect([skipped(), refused()], 'the next day it is told again').toEqual([2, 2]);
  });

  it('with a tour starts it, and ends it with its time; the wall keeps the last scene', async () => {
    const room = await roomWithPlanner();
    const stops = [
      { sceneId: 'map', dwellMs: 60_000 },
      { sceneId: 'overview', dwellMs: 60_000 },
    ];
    const tour = await room.desk.call('schedule.keepTour', { wallId, name: 'Vòng trưa', stops });
    const tourId = tour.ok ? tour.value.tourId : '';
    await keep(room, 'Trưa', between('12:30', '13:00'), { kind: 'tour', tourId });
    await room.clock.advance(30 * MINUTE + 500);
    expect(onWall(room)).toBe('map');
    await room.clock.advance(MINUTE);
    expect(onWall(room)).toBe('overview');
    expect(await room.desk.call('schedule.deleteTour', { wallId, tourId })).toMatchObject({
      reason: 'tour-in-use',
    });
    await room.clock.advance(30 * MINUTE);
    expect(schedule(room)?.run).toBe(null);
    expect(schedule(room)?.last?.over).toBe(true);
    const stays = onWall(room);
    await room.clock.advance(HOUR);
    expect(onWall(room)).toBe(stays);
  });

  it('held while the windows make its scene ready does not go up until it is let go', async () => {
    const room = await roomWithPlanner();
    await keep(room, 'Giao ban', between('12:30', '16:00'));
    room.window('d1');
    await room.clock.advance(30 * MINUTE + 500);
    await room.desk.call('schedule.holdCalendar', { wallId, held: true });
    await room.clock.advance(HOUR);
    expect([onWall(room), schedule(room)?.last]).toEqual(['overview', null]);
    expect(noticed(room)).toEqual([]);
    await room.desk.call('schedule.holdCalendar', { wallId, held: false });
    await room.clock.advance(2_000);
    expect(onWall(room)).toBe('map');
  });

  describe('that begins at the moment of an armed take', () => {
    const arm = async ({ desk, clock }: PlannedRoom, inMs = 30 * MINUTE) => {
      const source = { from: 'scene', sceneId: 'overview' } as const;
      const when = { at: clock.now() + inMs };
      return desk.call('schedule.arm', { wallId, source, when, programRevision: 2, ifMoved: 'ask' });
    };

    it('leaves the wall to what a person armed, and is over at its end', async () => {
      const room = await roomWithPlanner();
      await takeByHand(room, 'map');
      await keep(room, 'Giao ban', between('12:30', '13:00'));
      await arm(room, 30 * MINUTE - (room.clock.now() % HOUR));
      await room.clock.advance(30 * MINUTE);
      expect([onWall(room), program(room)?.plan?.kind, program(room)?.revision]).toEqual([
        'overview',
        'arm',
        3,
      ]);
      expect(schedule(room)).toMatchObject({ arm: null, last: { over: false } });
      await room.clock.advance(10 * MINUTE);
      expect(onWall(room)).toBe('overview');
      await room.clock.advance(HOUR);
      expect([program(room)?.revision, schedule(room)?.last?.over]).toEqual([3, true]);
    });

    it('with a tour waits for the key', async () => {
      const room = await roomWithPlanner();
      await takeByHand(room, 'map');
      const stops = [{ sceneId: 'map', dwellMs: 60_000 }];
      const tour = await room.desk.call('schedule.keepTour', { wallId, name: 'Vòng trưa', stops });
      const tourId = tour.ok ? tour.value.tourId : '';
      await keep(room, 'Trưa', between('12:30', '13:00'), { kind: 'tour', tourId });
      await arm(room, 30 * MINUTE - (room.clock.now() % HOUR));
      await room.clock.advance(40 * MINUTE);
      expect(onWall(room)).toBe('overview');
      expect(schedule(room)?.run?.paused).toMatchObject({ why: 'other-take', by: 'Nguyễn Thị Hạnh' });
      await room.desk.call('schedule.resumeTour', { wallId });
      await room.clock.advance(1_000);
      expect(onWall(room)).toBe('map');
    });

    it('goes up after one that was armed for a moment before it', async () => {
      const room = await roomWithPlanner();
      await takeByHand(room, 'map');
      await keep(room, 'Giao ban', between('12:30', '13:00'));
      await arm(room, 30 * MINUTE - 10_000 - (room.clock.now() % HOUR));
      await room.clock.advance(29 * MINUTE);
      room.clock.jump(MINUTE + 10_000);
      await room.clock.advance(5_000);
      expect([onWall(room), program(room)?.plan?.kind, program(room)?.revision]).toEqual(['map', 'entry', 4]);
    });
  });

  it('extended while it runs keeps the wall until its new end', async () => {
    const room = await roomWithPlanner();
    await room.desk.call('schedule.setIdle', { wallId, on: true, afterMs: 60_000, sceneId: 'overview' });
    const entryId = await keep(room, 'Giao ban', between('12:30', '13:00'));
    await room.clock.advance(45 * MINUTE);
    const longer = { name: 'Giao ban', hours: between('12:30', '14:00'), on: true } as const;
    const showing = { kind: 'scene', sceneId: 'map' } as const;
    await room.desk.call('schedule.keepEntry', { wallId, entryId, ...longer, showing });
    await room.clock.advance(45 * MINUTE);
    expect([onWall(room), schedule(room)?.last?.over]).toEqual(['map', false]);
    await room.clock.advance(32 * MINUTE);
    expect([onWall(room), schedule(room)?.last?.over]).toEqual(['overview', true]);
  });

  it('waits while somebody holds the calendar, and begins what should stand when it is let go', async () => {
    const room = await roomWithPlanner();
    await keep(room, 'Giao ban', between('12:30', '16:00'));
    await room.desk.call('schedule.holdCalendar', { wallId, held: true });
    await room.clock.advance(HOUR);
    expect(onWall(room)).toBe('overview');
    await room.desk.call('schedule.holdCalendar', { wallId, held: false });
    await room.clock.advance(50);
    expect(onWall(room)).toBe('map');
  });
});

describe('the zone of the machine', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  it.each(['UTC', 'Europe/Berlin', 'America/New_York', 'Pacific/Auckland'])(
    '%s and its summer time change nothing',
    async (name) => {
      process.env['TZ'] = name;
      const room = await roomWithPlanner();
      room.clock.jump(Date.UTC(2027, 2, 27, 5) - room.clock.now());
      await keep(room, 'Giao ban', between('12:30', '13:00'));
      const taken: number[] = [];
      for (let half = 0; half < 48 * 3; half += 1) {
        room.clock.jump(30 * MINUTE - 1_000);
        await room.clock.advance(1_000);
        if (onWall(room) === 'map') taken.push(room.clock.now());
        if (onWall(room) === 'map') await takeByHand(room, 'overview');
      }
      expect(taken.map((at) => Math.floor(((at + 7 * HOUR) % (24 * HOUR)) / MINUTE / 10))).toEqual([
        75, 75, 75,
      ]);
    },
  );
});

describe('a plan of the province', () => {
  const province = aProvince({
    plans: {
      tours: [
        { id: 'round', name: { vi: 'Vòng', en: 'Round' }, stops: [{ sceneId: 'map', dwellMs: 60_000 }] },
      ],
      entries: [
        {
          id: 'brief',
          name: { vi: 'Giao ban', en: 'Briefing' },
          days: everyDay,
          from: '07:00',
          until: '07:30',
          showing: { kind: 'scene', sceneId: 'map' },
          on: true,
        },
      ],
    },
  });
  const brief = (room: PlannedRoom) => schedule(room)?.entries['brief'];
  const keepBrief = (room: PlannedRoom, on: boolean) =>
    room.desk.call('schedule.keepEntry', {
      wallId,
      entryId: 'brief',
      name: 'Giao ban',
      hours: between('07:00', '07:30'),
      showing: { kind: 'scene', sceneId: 'map' },
      on,
    });

  it('that was turned off and on again is the province’s again', async () => {
    const room = await roomWithPlanner({ province });
    const before = brief(room);
    await keepBrief(room, false);
    expect(brief(room)).toMatchObject({ on: false, origin: 'room' });
    await keepBrief(room, true);
    expect(brief(room)).toEqual(before);
  });

  it('that was changed here is the province’s again when the change is given up; it itself stays', async () => {
    const room = await roomWithPlanner({ province });
    const { entries, tours } = schedule(room) ?? {};
    await keepBrief(room, false);
    const stops = [{ sceneId: 'overview', dwellMs: 5_000 }];
    await room.desk.call('schedule.keepTour', { wallId, tourId: 'round', name: 'Vòng', stops });
    const done = { ok: true, value: null };
    expect(await room.desk.call('schedule.deleteEntry', { wallId, entryId: 'brief' })).toEqual(done);
    expect(await room.desk.call('schedule.deleteTour', { wallId, tourId: 'round' })).toEqual(done);
    expect(schedule(room)).toMatchObject({ entries, tours });
    const refused = { ok: false, reason: 'plan-of-province' };
    expect(await room.desk.call('schedule.deleteEntry', { wallId, entryId: 'brief' })).toEqual(refused);
    expect(await room.desk.call('schedule.deleteTour', { wallId, tourId: 'round' })).toEqual(refused);
  });

  it('is not given back under a name that another plan bears by now', async () => {
    const room = await roomWithPlanner({ province });
    const stops = [{ sceneId: 'map', dwellMs: 60_000 }];
    await room.desk.call('schedule.keepTour', { wallId, tourId: 'round', name: 'Vòng khác', stops });
    await room.desk.call('schedule.keepTour', { wallId, name: 'Vòng', stops });
    const { tours } = schedule(room) ?? {};
    const taken = { ok: false, reason: 'name-taken' };
    expect(await room.desk.call('schedule.deleteTour', { wallId, tourId: 'round' })).toEqual(taken);
    expect(schedule(room)?.tours).toEqual(tours);
  });

  it('that shows what others alone may take is not turned on, nor given back, by who may not take it', async () => {
    const scenes = province.scenes.map((scene) =>
      scene.id === 'map' ? { ...scene, takenBy: ['shift-leader' as const] } : scene,
    );
    const leader = openFakeRoom({ province: { ...province, scenes } });
    const chair = leader.window('console');
    await leader.signIn(chair, 'shift-leader');
    const before = schedule(leader);
    await keepBrief({ ...leader, desk: chair }, false);
    const round = { wallId, tourId: 'round' };
    const stops = [{ sceneId: 'overview', dwellMs: 5_000 }];
    await chair.call('schedule.keepTour', { ...round, name: 'Vòng', stops });

    const room = await roomWithPlanner({ province: { ...province, scenes }, cache: leader.cache });
    const { entries, tours } = schedule(room) ?? {};
    const reserved = { ok: false, reason: 'scene-reserved' };
    const made = [{ sceneId: 'map', dwellMs: 60_000 }];
    expect(await keepBrief(room, true)).toEqual(reserved);
    expect(await room.desk.call('schedule.deleteEntry', { wallId, entryId: 'brief' })).toEqual(reserved);
    expect(await room.desk.call('schedule.keepTour', { ...round, name: 'Vòng', stops: made })).toEqual(
      reserved,
    );
    expect(await room.desk.call('schedule.deleteTour', round)).toEqual(reserved);
    expect(schedule(room)).toMatchObject({ entries, tours });

    await keepBrief({ ...leader, desk: chair }, true);
    expect((await chair.call('schedule.deleteTour', round)).ok).toBe(true);
    expect(schedule(leader)).toMatchObject({ entries: before?.entries, tours: before?.tours });
  });
});
