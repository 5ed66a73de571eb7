import { describe, expect, it } from 'vitest';
import type { Stop } from '../../domain/schedule/model.ts';
import { aCanvas } from '../support/builders.ts';
import { onWall, roomWithPlanner, takeByHand, type PlannedRoom } from '../support/plans.ts';

const wallId = 'main';
const stops: readonly Stop[] = [
  { sceneId: 'map', dwellMs: 10_000 },
  { sceneId: 'overview', dwellMs: 20_000 },
];

async function keep(room: PlannedRoom, name = 'Vòng sáng', over = stops): Promise<string> {
  const kept = await room.desk.call('schedule.keepTour', { wallId, name, stops: over });
  if (!kept.ok) throw new Error(kept.reason);
  return kept.value.tourId;
}

async function start(room: PlannedRoom, over = stops): Promise<string> {
  const tourId = await keep(room, 'Vòng sáng', over);
  expect(await room.desk.call('schedule.startTour', { wallId, tourId })).toEqual({ ok: true, value: null });
  await room.clock.advance(3_100);
  return tourId;
}

const run = ({ app }: Pick<PlannedRoom, 'app'>) => app.world().schedules[wallId]?.run;
const notices = ({ desk }: PlannedRoom) =>
  desk.last('notices')?.notices.map(({ kind, detail }) => [kind, detail]);

describe('a tour', () => {
  it('takes its scenes one after the other, each with receipts and the names of plan and person', async () => {
    const room = await roomWithPlanner();
    await start(room);
    const wall = () => room.app.world().walls[wallId];
    expect(onWall(room)).toBe('map');
    expect(wall()?.program).toMatchObject({ by: 'Vòng sáng (Nguyễn Thị Hạnh)', plan: { kind: 'tour' } });
    expect(Object.keys(wall()?.receipts ?? {})).toEqual(['d1', 'd2']);

    await room.clock.advance(10_000);
    expect(onWall(room)).toBe('overview');
    await room.clock.advance(19_000);
    expect(onWall(room)).toBe('overview');
    await room.clock.advance(1_100);
    expect(onWall(room)).toBe('map');
  });

  it('writes little of each step into the journal, and the wall is rebuilt from it', async () => {
    const room = await roomWithPlanner();
    await start(room);
    const before = room.cache.commits.length;
    await room.clock.advance(10_000);

    expect(onWall(room)).toBe('overview');
    expect(JSON.stringify(room.cache.commits.slice(before)).length).toBeLessThan(2_000);
    expect(room.cache.load().world.walls).toEqual(room.app.world().walls);
  });

  it.each(['schedule.stopTour', 'schedule.pauseTour'] as const)(
    'takes no further stop when %s comes while the windows make it ready',
    async (key) => {
      const room = await roomWithPlanner();
      await start(room);
      room.window('d1');
      await room.clock.advance(10_000);
      expect(onWall(room)).toBe('map');
      await room.desk.call(key, { wallId });
      await room.clock.advance(30_000);
      expect(onWall(room)).toBe('map');
      expect(notices(room) ?? []).toEqual([]);
    },
  );

  it('stands still after a take by hand, says whose it was, and goes on by one key', async () => {
    const room = await roomWithPlanner();
    await start(room);
    await room.clock.advance(4_000);
    await takeByHand(room, 'overview');

    expect(run(room)?.paused).toMatchObject({ why: 'other-take', by: 'Nguyễn Thị Hạnh' });
    await room.clock.advance(120_000);
    expect(onWall(room)).toBe('overview');

    await room.desk.call('schedule.resumeTour', { wallId });
    await room.clock.advance(50);
    expect(onWall(room)).toBe('map');
    await room.clock.advance(9_000);
    expect(onWall(room)).toBe('map');
    await room.clock.advance(1_100);
    expect(onWall(room)).toBe('overview');
  });

  it('paused by its key keeps what was left of the scene; next shows the next one and stays paused', async () => {
    const room = await roomWithPlanner();
    await start(room);
    await room.clock.advance(3_900);
    await room.desk.call('schedule.pauseTour', { wallId });
    await room.clock.advance(60_000);
    expect(onWall(room)).toBe('map');
    await room.desk.call('schedule.resumeTour', { wallId });
    await room.clock.advance(5_000);
    expect(onWall(room)).toBe('map');
    await room.clock.advance(2_000);
    expect(onWall(room)).toBe('overview');

    await room.desk.call('schedule.pauseTour', { wallId });
    await room.desk.call('schedule.stepTour', { wallId, step: 1 });
    await room.clock.advance(120_000);
    expect([onWall(room), run(room)?.paused?.why]).toEqual(['map', 'key']);
    await room.desk.call('schedule.stepTour', { wallId, step: -1 });
    await room.clock.advance(50);
    expect(onWall(room)).toBe('overview');
  });

  it('goes on where it was after a restart of the core', async () => {
    const room = await roomWithPlanner();
    await start(room);
    await room.clock.advance(10_100);
    expect(onWall(room)).toBe('overview');
    room.app.close();

    const again = await roomWithPlanner({ cache: room.cache, clock: room.clock });
    await again.clock.advance(4_000);
    expect([onWall(again), run(again)?.paused]).toEqual(['overview', null]);
    await again.clock.advance(15_000);
    expect(onWall(again)).toBe('overview');
    await again.clock.advance(1_100);
    expect(onWall(again)).toBe('map');
  });

  it('that was paused is still paused after a restart', async () => {
    const room = await roomWithPlanner();
    await start(room);
    await takeByHand(room, 'overview');
    room.app.close();

    const again = await roomWithPlanner({ cache: room.cache, clock: room.clock });
    await again.clock.advance(60_000);
    expect([onWall(again), run(again)?.paused?.why]).toEqual(['overview', 'other-take']);
  });

  it('skips a scene that was deleted or reserved, says so once, and never shows nothing', async () => {
    const room = await roomWithPlanner();
    const draft = await room.desk.call('wall.openDraft', { wallId, from: { sceneId: 'map' } });
    const draftId = draft.ok ? draft.value.id : '';
    const kept = await room.desk.call('wall.keepScene', { wallId, draftId, label: { name: 'Tạm' } });
    const sceneId = kept.ok ? kept.value.id : '';
    await start(room, [...stops, { sceneId, dwellMs: 5_000 }]);
    await room.desk.call('wall.deleteScene', { wallId, sceneId });

    const seen = new Set<string | undefined>();
    for (let second = 0; second < 120; second += 1) {
      await room.clock.advance(1_000);
      seen.add(onWall(room));
    }
    expect([...seen].sort()).toEqual(['map', 'overview']);
    expect(notices(room)).toEqual([['plan-skipped', 'Vòng sáng']]);
  });

  it('stands still when none of its scenes can be shown; the wall keeps its picture', async () => {
    const room = await roomWithPlanner();
    const draft = await room.desk.call('wall.openDraft', { wallId, from: { sceneId: 'map' } });
    const draftId = draft.ok ? draft.value.id : '';
    const kept = await room.desk.call('wall.keepScene', { wallId, draftId, label: { name: 'Tạm' } });
    const sceneId = kept.ok ? kept.value.id : '';
    const tourId = await keep(room, 'Một kịch bản', [{ sceneId, dwellMs: 5_000 }]);
    await room.desk.call('wall.deleteScene', { wallId, sceneId });

    expect(await room.desk.call('schedule.startTour', { wallId, tourId })).toEqual({
      ok: false,
      reason: 'no-scene-to-show',
    });
    expect(onWall(room)).toBe('overview');
  });

  it('refuses two seconds a scene, and a scene that is reserved for others', async () => {
    const room = await roomWithPlanner();
    const short = { wallId, name: 'Nhanh', stops: [{ sceneId: 'map', dwellMs: 2_000 }] };
    expect(await room.desk.call('schedule.keepTour', short)).toEqual({
      ok: false,
      reason: 'dwell-too-short',
    });
  });

  it('does not stop for displays that come and go', async () => {
    const room = await roomWithPlanner();
    await start(room);
    room.app.setCanvas(wallId, aCanvas(1));
    await room.clock.advance(2_000);
    expect(run(room)?.paused).toBe(null);
    await room.clock.advance(9_000);
    expect(onWall(room)).toBe('overview');
  });
});
