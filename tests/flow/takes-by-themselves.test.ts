import { describe, expect, it } from 'vitest';
import type { ScheduleCalls } from '../../domain/schedule/calls.ts';
import { fact, snapshot, welcome } from '../support/builders.ts';
import {
  onWall,
  program,
  schedule,
  takeByHand,
  roomWithPlanner,
  type PlannedRoom,
} from '../support/plans.ts';

const wallId = 'main';
type Arm = ScheduleCalls['schedule.arm']['input'];

const arm = ({ desk }: PlannedRoom, change: Partial<Arm> = {}) =>
  desk.call('schedule.arm', {
    wallId,
    source: { from: 'scene', sceneId: 'map' },
    when: { inMs: 30_000 },
    programRevision: 1,
    ifMoved: 'ask',
    ...change,
  });

describe('an armed take', () => {
  it('goes up at its moment, once, in the name of who armed it', async () => {
    const room = await roomWithPlanner();
    expect(await arm(room)).toEqual({ ok: true, value: { fireAt: room.clock.now() + 30_000 } });
    await room.clock.advance(29_900);
    expect(onWall(room)).toBe('overview');
    await room.clock.advance(200);
    expect(program(room)).toMatchObject({
      scene: { id: 'map' },
      by: 'Nguyễn Thị Hạnh',
      plan: { kind: 'arm' },
    });
    expect(schedule(room)?.arm).toBe(null);
    await takeByHand(room, 'overview');
    await room.clock.advance(120_000);
    expect(onWall(room)).toBe('overview');
  });

  it('is called off by one call', async () => {
    const room = await roomWithPlanner();
    await arm(room);
    expect(await room.desk.call('schedule.disarm', { wallId })).toEqual({ ok: true, value: null });
    expect(await room.desk.call('schedule.disarm', { wallId })).toEqual({
      ok: false,
      reason: 'nothing-armed',
    });
    await room.clock.advance(60_000);
    expect(onWall(room)).toBe('overview');
  });

  it('goes up after a restart of the core within its minute, and once', async () => {
    const room = await roomWithPlanner();
    await arm(room);
    await room.clock.advance(10_000);
    room.app.close();
    await room.clock.advance(60_000);
    const again = await roomWithPlanner({ cache: room.cache, clock: room.clock });
    await again.clock.advance(4_000);
    expect([onWall(again), schedule(again)?.arm]).toEqual(['map', null]);
    expect(program(again)?.revision).toBe(2);
  });

  it('that was taken when the core ended, before it could say so, is not taken again', async () => {
    const room = await roomWithPlanner();
    await arm(room);
    const armed = schedule(room)?.arm;
    await room.clock.advance(30_100);
    room.app.close();
    if (!armed) throw new Error('nothing armed');
    const seq = room.cache.commits.length;
    room.cache.append([{ seq: seq + 1, at: 0, change: { type: 'schedule.armed', wallId, arm: armed } }], {});
    const again = await roomWithPlanner({ cache: room.cache, clock: room.clock });
    await again.clock.advance(5_000);
    expect([program(again)?.revision, schedule(again)?.arm]).toEqual([2, null]);
  });

  it('is missed, with a notice, when the core comes back too late', async () => {
    const room = await roomWithPlanner();
    await arm(room);
    room.app.close();
    await room.clock.advance(120_000);
    const again = await roomWithPlanner({ cache: room.cache, clock: room.clock });
    await again.clock.advance(4_000);
    expect([onWall(again), schedule(again)?.arm]).toEqual(['overview', null]);
    expect(again.desk.last('notices')?.notices).toMatchObject([{ kind: 'plan-missed', detail: 'Bản đồ' }]);
  });

  it('asks when the program moved on since; one word takes it', async () => {
    const room = await roomWithPlanner();
    await arm(room);
    await takeByHand(room, 'map');
    await takeByHand(room, 'overview');
    await room.clock.advance(40_000);
    expect([onWall(room), schedule(room)?.arm?.asking]).toEqual(['overview', true]);
    expect(await room.desk.call('schedule.takeArmed', { wallId, commandId: 'yes' })).toEqual({
      ok: true,
      value: null,
    });
    expect([onWall(room), schedule(room)?.arm]).toEqual(['map', null]);
  });

  it('that asks is missed when nobody answers, with a notice, and holds nothing else up until then', async () => {
    const room = await roomWithPlanner();
    await room.desk.call('schedule.setIdle', { wallId, on: true, afterMs: 60_000, sceneId: 'map' });
    await arm(room);
    await takeByHand(room, 'map');
    await takeByHand(room, 'overview');
    await room.clock.advance(31_000);
    expect(schedule(room)?.arm?.asking).toBe(true);

    await room.clock.advance(62_000);
    expect([onWall(room), schedule(room)?.arm?.asking]).toEqual(['map', true]);
    await takeByHand(room, 'overview');
    await room.clock.advance(240_000);

    expect(schedule(room)?.arm).toBe(null);
    expect(room.desk.last('notices')?.notices).toMatchObject([{ kind: 'plan-unanswered', detail: 'Bản đồ' }]);
    expect(await room.desk.call('schedule.takeArmed', { wallId, commandId: 'yes' })).toEqual({
      ok: false,
      reason: 'nothing-armed',
    });
  });

  it('armed to be taken all the same goes up whatever is on', async () => {
    const room = await roomWithPlanner();
    await arm(room, { ifMoved: 'take' });
    await takeByHand(room, 'map');
    await takeByHand(room, 'overview');
    await room.clock.advance(40_000);
    expect(onWall(room)).toBe('map');
  });

  it('may be of a draft; a draft that is gone leaves the wall as it is and is told', async () => {
    const room = await roomWithPlanner();
    const draft = await room.desk.call('wall.openDraft', { wallId, from: { sceneId: 'map' } });
    const draftId = draft.ok ? draft.value.id : '';
    await arm(room, { source: { from: 'draft', draftId } });
    await room.desk.call('wall.dropDraft', { wallId, draftId });
    await room.clock.advance(31_000);
    expect([onWall(room), schedule(room)?.arm]).toEqual(['overview', null]);
    expect(room.desk.last('notices')?.notices).toMatchObject([{ kind: 'plan-skipped' }]);
  });
});

describe('an armed take whose windows are silent', () => {
  async function silentRoom(): Promise<PlannedRoom> {
    const room = await roomWithPlanner();
    room.window('d1');
    await room.clock.advance(5_000);
    return room;
  }

  it('is called off while they make ready: the wall keeps its program', async () => {
    const room = await silentRoom();
    await arm(room);
    await room.clock.advance(30_500);
    await room.desk.call('schedule.disarm', { wallId });
    await room.clock.advance(5_000);
    expect([onWall(room), program(room)?.revision]).toEqual(['overview', 1]);
    expect(room.audit.entries.at(-1)).toMatchObject({ action: 'wall.take', outcome: 'plan-called-off' });
  });

  it.each(['ask', 'take'] as const)(
    'taken by hand right before its moment is taken once (%s)',
    async (ifMoved) => {
      const room = await silentRoom();
      await arm(room, { ifMoved });
      await room.clock.advance(29_500);
      const now = room.desk.call('schedule.takeArmed', { wallId, commandId: 'now' });
      await room.clock.advance(10_000);
      expect(await now).toEqual({ ok: true, value: null });
      expect([onWall(room), program(room)?.revision, schedule(room)?.arm]).toEqual(['map', 2, null]);
    },
  );

  it('taken by hand right after its moment is taken once, and both are content', async () => {
    const room = await silentRoom();
    await arm(room);
    await room.clock.advance(30_500);
    const now = room.desk.call('schedule.takeArmed', { wallId, commandId: 'now' });
    await room.clock.advance(10_000);
    expect(await now).toEqual({ ok: true, value: null });
    expect([onWall(room), program(room)?.revision, schedule(room)?.arm]).toEqual(['map', 2, null]);
  });

  it('is not taken by hand when another person calls it off meanwhile', async () => {
    const room = await silentRoom();
    await arm(room);
    const now = room.desk.call('schedule.takeArmed', { wallId, commandId: 'now' });
    await room.clock.advance(500);
    await room.desk.call('schedule.disarm', { wallId });
    await room.clock.advance(5_000);
    expect(await now).toEqual({ ok: false, reason: 'plan-called-off' });
    expect(onWall(room)).toBe('overview');
  });
});

describe('the default scene', () => {
  const idle = { wallId, on: true, afterMs: 600_000, sceneId: 'map' };

  it('is off until somebody arms it', async () => {
    const room = await roomWithPlanner();
    await room.clock.advance(5_000);
    room.clock.jump(24 * 3_600_000);
    await room.clock.advance(5_000);
    expect(onWall(room)).toBe('overview');
  });

  it('comes after a time without a command, and a command begins that time anew', async () => {
    const room = await roomWithPlanner();
    await room.desk.call('schedule.setIdle', idle);
    await room.clock.advance(590_000);
    await room.desk.call('wall.openDraft', { wallId, from: 'program' });
    await room.clock.advance(590_000);
    expect(onWall(room)).toBe('overview');
    await room.clock.advance(12_000);
    expect(program(room)).toMatchObject({ scene: { id: 'map' }, plan: { kind: 'idle' } });
    const revision = program(room)?.revision;
    room.clock.jump(7_200_000);
    await room.clock.advance(5_000);
    expect(program(room)?.revision).toBe(revision);
  });

  it('comes while cameras tell things and windows come and go: neither is a command', async () => {
    const room = await roomWithPlanner();
    const topic = 'cameras/19';
    room.line().opened();
    room.say(welcome([topic]), snapshot({ topic }));
    await room.desk.call('schedule.setIdle', idle);
    const wall = { windowId: 'd1', kind: 'wall', wallId, displayIds: ['d1'] } as const;
    const told = () => room.cache.commits.filter(({ change }) => change.type === 'wall.camerasMoved').length;

    for (let minute = 1; minute < 10; minute += 1) {
      await room.clock.advance(60_000);
      const event = {
        id: `see-${minute}`,
        cameraId: `cam-${minute % 3}`,
        unit: '19',
        at: room.clock.now(),
        confidence: 0.9,
        provenance: 'live',
        kind: 'smoke',
      } as const;
      room.say(fact(minute, { type: 'cameras.eventSeen', event }, { topic }));
      for (let death = 0; death < minute % 4; death += 1) room.app.crashed(wall);
    }
    expect(told()).toBeGreaterThan(3);
    expect(room.cache.commits.some(({ change }) => change.type === 'wall.suspended')).toBe(true);
    expect(onWall(room)).toBe('overview');
    await room.clock.advance(70_000);

    expect(onWall(room)).toBe('map');
  });

  it('waits while a tour goes round', async () => {
    const room = await roomWithPlanner();
    await room.desk.call('schedule.setIdle', { ...idle, sceneId: 'map' });
    const stops = [{ sceneId: 'overview', dwellMs: 5_000 }];
    const tour = await room.desk.call('schedule.keepTour', { wallId, name: 'Vòng', stops });
    await room.desk.call('schedule.startTour', { wallId, tourId: tour.ok ? tour.value.tourId : '' });
    await room.clock.advance(900_000);
    expect(onWall(room)).toBe('overview');
    await room.desk.call('schedule.stopTour', { wallId });
    await room.clock.advance(601_000);
    expect(onWall(room)).toBe('map');
  });

  it('counts on over a restart, and counts anew when the clock is set back', async () => {
    const room = await roomWithPlanner();
    await room.desk.call('schedule.setIdle', idle);
    await room.clock.advance(300_000);
    room.app.close();
    const again = await roomWithPlanner({ cache: room.cache, clock: room.clock });
    await again.clock.advance(10_000);
    again.clock.jump(-3_600_000);
    await again.clock.advance(590_000);
    expect(onWall(again)).toBe('overview');
    await again.clock.advance(12_000);
    expect(onWall(again)).toBe('map');
  });
});

describe('the audit log', () => {
  it('names the plan and its author for a take that nobody pressed a key for', async () => {
    const room = await roomWithPlanner();
    await arm(room);
    await room.clock.advance(31_000);
    expect(room.audit.entries.slice(2)).toMatchObject([
      { action: 'schedule.arm', by: 'Nguyễn Thị Hạnh', outcome: 'done', after: { armed: 'Bản đồ' } },
      { action: 'wall.take', by: 'Nguyễn Thị Hạnh', role: null, from: 'arm', after: { scene: 'Bản đồ' } },
    ]);
  });
});
