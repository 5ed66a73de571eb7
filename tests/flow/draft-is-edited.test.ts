import { describe, expect, it } from 'vitest';
import type { ProvinceFile } from '../../domain/contract/provinceFile.ts';
import type { Draft, Tile } from '../../domain/wall/model.ts';
import type { TakeSource } from '../../domain/wall/rules.ts';
import { aCanvas, aProvince } from '../support/builders.ts';
import { openFakeRoom } from '../support/fakeRoom.ts';

async function roomWithDraft(role: 'operator' | 'shift-leader' = 'operator') {
  const room = openFakeRoom();
  const desk = room.window('console');
  await room.signIn(desk, role);
  const opened = await desk.call('wall.openDraft', { wallId: 'main', from: { sceneId: 'map' } });
  if (!opened.ok) throw new Error(opened.reason);
  const ids = { wallId: 'main', draftId: opened.value.id };
  const wall = () => room.app.world().walls['main'];
  const draft = (): Draft | undefined => wall()?.drafts[ids.draftId];
  const place = (id: string, xMm: number) =>
    desk.call('wall.editDraft', { ...ids, kind: 'place', patch: { [id]: clockAt(id, xMm) } });
  return { ...room, desk, ids, wall, draft, place };
}

/** A province that gave number keys to its scenes. */
function pinnedProvince(): ProvinceFile {
  const province = aProvince();
  return { ...province, scenes: province.scenes.map((scene, index) => ({ ...scene, pin: index + 1 })) };
}

const clockAt = (id: string, xMm: number): Tile => ({
  id,
  layer: 'overlay',
  area: { xMm, yMm: 0, widthMm: 100, heightMm: 100 },
  panel: { kind: 'clock' },
  priority: 2,
});

describe('a draft', () => {
  it('is edited, undone and redone without the wall noticing, each step with its author', async () => {
    const { desk, ids, wall, draft, place } = await roomWithDraft();
    const program = wall()?.program;

    expect(await place('clock', 0)).toEqual({ ok: true, value: null });
    expect(await place('clock', 50)).toEqual({ ok: true, value: null });
    expect(await desk.call('wall.undo', ids)).toMatchObject({ ok: true, value: { kind: 'place' } });

    expect(draft()?.scene.tiles['clock']?.area.xMm).toBe(0);
    expect(draft()?.undone).toMatchObject([{ by: 'Nguyễn Thị Hạnh', kind: 'place' }]);
    await desk.call('wall.redo', ids);
    expect(draft()?.scene.tiles['clock']?.area.xMm).toBe(50);
    expect(wall()?.program).toBe(program);
  });

  it('stays as it was when an edit is refused', async () => {
    const { draft, place } = await roomWithDraft();
    const before = draft();
    expect(await place('clock', -10)).toEqual({ ok: false, reason: 'outside-canvas' });
    expect(draft()).toBe(before);
  });

  it('takes no tile that the farthest seat could not read, whoever sends it, and nor does the program', async () => {
    const { desk, ids, wall, draft } = await roomWithDraft();
    const before = draft();
    const tile: Tile = {
      ...clockAt('low', 0),
      area: { xMm: 0, yMm: 0, widthMm: 600, heightMm: 60 },
      panel: { kind: 'map' },
    };
    const patch = { low: tile };
    const unreadable = { ok: false, reason: 'unreadable' };

    expect(await desk.call('wall.editDraft', { ...ids, kind: 'add', patch })).toEqual(unreadable);
    expect(
      await desk.call('wall.take', {
        ...{ wallId: 'main', commandId: 'live-1', programRevision: wall()?.program?.revision ?? 0 },
        source: { from: 'edit', patch },
      }),
    ).toEqual(unreadable);

    expect(draft()).toBe(before);
    expect(wall()?.program?.scene.tiles['low']).toBeUndefined();
  });

  it('keeps its steps over a restart', async () => {
    const room = await roomWithDraft();
    await room.place('clock', 0);
    await room.place('clock', 50);

    const again = openFakeRoom({ cache: room.cache });
    const desk = again.window('console');
    await again.signIn(desk);

    expect(await desk.call('wall.undo', room.ids)).toMatchObject({ ok: true });
    expect(again.app.world().walls['main']?.drafts[room.ids.draftId]?.scene.tiles['clock']?.area.xMm).toBe(0);
  });

  it('undone twice at once answers with each step that it undid', async () => {
    const { desk, ids, place } = await roomWithDraft();
    await place('clock', 0);
    await place('clock', 50);

    const answers = await Promise.all([desk.call('wall.undo', ids), desk.call('wall.undo', ids)]);

    expect(answers).toMatchObject([
      { value: { back: { clock: { area: { xMm: 0 } } } } },
      { value: { back: { clock: null } } },
    ]);
  });

  it('makes room for another only while nobody did anything in it', async () => {
    const { desk, wall, draft, place } = await roomWithDraft();
    await place('clock', 0);
    const open = () => desk.call('wall.openDraft', { wallId: 'main', from: 'empty' });
    const others: string[] = [];
    for (let count = 0; count < 20; count += 1) {
      const opened = await open();
      if (opened.ok) others.push(opened.value.id);
    }

    expect(draft()?.done).toHaveLength(1);
    expect(Object.keys(wall()?.drafts ?? {})).toHaveLength(20);
    for (const draftId of others.slice(1)) {
      const patch = { clock: clockAt('clock', 0) };
      await desk.call('wall.editDraft', { wallId: 'main', draftId, kind: 'add', patch });
    }
    expect(await open()).toEqual({ ok: false, reason: 'too-many-drafts' });
    expect(Object.keys(wall()?.drafts ?? {})).toHaveLength(20);
  });

  it('has nothing to undo before its first step', async () => {
    const { desk, ids } = await roomWithDraft();
    expect(await desk.call('wall.undo', ids)).toEqual({ ok: false, reason: 'nothing-to-undo' });
    expect(await desk.call('wall.redo', ids)).toEqual({ ok: false, reason: 'nothing-to-redo' });
  });
});

describe('an edit on the live wall', () => {
  it('is one take of the program with that edit, and one key takes it back', async () => {
    const { desk, wall } = await roomWithDraft();
    const take = (commandId: string, source: 'edit' | 'previous', programRevision: number) =>
      desk.call('wall.take', {
        commandId,
        wallId: 'main',
        source:
          source === 'edit' ? { from: 'edit', patch: { clock: clockAt('clock', 0) } } : { from: 'previous' },
        programRevision,
      });
    const before = wall()?.program?.scene;

    await take('t1', 'edit', 1);
    expect(Object.keys(wall()?.program?.scene.tiles ?? {})).toContain('clock');
    expect(await take('t2', 'edit', 1)).toEqual({ ok: false, reason: 'program-moved-on' });

    await take('t3', 'previous', 2);
    expect(wall()?.program?.scene).toEqual(before);
  });
});

describe('a scene of the room', () => {
  it('is kept from a draft under a name of its own, with tags and a number key', async () => {
    const { desk, ids, wall } = await roomWithDraft();
    const label = { name: 'Họp giao ban', tags: ['họp', 'họp'], pin: 4 };

    const kept = await desk.call('wall.keepScene', { ...ids, label });

    expect(kept).toMatchObject({
      ok: true,
      value: { name: { vi: 'Họp giao ban' }, tags: ['họp'], pin: 4, origin: 'room' },
    });
    expect(Object.keys(wall()?.scenes ?? {})).toHaveLength(3);
    expect(await desk.call('wall.keepScene', { ...ids, label: { name: 'HOP giao ban' } })).toEqual({
      ok: false,
      reason: 'name-taken',
    });
  });

  it("stays when the province's own scenes are laid out again", async () => {
    const room = await roomWithDraft();
    await room.desk.call('wall.keepScene', { ...room.ids, sceneId: 'map', label: { tags: ['đêm'] } });
    await room.desk.call('wall.keepScene', { ...room.ids, label: { name: 'Họp giao ban' } });

    const again = openFakeRoom({ cache: room.cache });

    const scenes = again.app.world().walls['main']?.scenes ?? {};
    expect(scenes['map']).toMatchObject({ tags: ['đêm'], origin: 'room' });
    expect(Object.values(scenes).map(({ name }) => name.vi)).toContain('Họp giao ban');
  });

  it('keeps the number key that it took from one of the province, also when all are laid out again', async () => {
    const room = openFakeRoom({ province: pinnedProvince() });
    const desk = room.window('console');
    await room.signIn(desk);
    const opened = await desk.call('wall.openDraft', { wallId: 'main', from: 'empty' });
    const draftId = opened.ok ? opened.value.id : '';
    const label = { name: 'Họp giao ban', pin: 2 };
    const kept = await desk.call('wall.keepScene', { wallId: 'main', draftId, label });
    const sceneId = kept.ok ? kept.value.id : '';

    const again = openFakeRoom({ province: pinnedProvince(), cache: room.cache });
    const pins = () =>
      Object.values(again.app.world().walls['main']?.scenes ?? {}).map(({ id, pin }) => [id, pin]);
    expect(pins()).toEqual([
      ['overview', 1],
      ['map', undefined],
      [sceneId, 2],
    ]);

    const shift = again.window('console');
    await again.signIn(shift);
    await shift.call('wall.deleteScene', { wallId: 'main', sceneId });
    again.app.setCanvas('main', aCanvas(3));
    expect(pins()).toEqual([
      ['overview', 1],
      ['map', 2],
    ]);
  });

  it('that is locked is changed by a shift leader alone', async () => {
    const leader = await roomWithDraft('shift-leader');
    const scene = { wallId: 'main', sceneId: 'map' };
    await leader.desk.call('wall.labelScene', { ...scene, label: { locked: true } });

    const room = openFakeRoom({ cache: leader.cache });
    const desk = room.window('console');
    await room.signIn(desk);
    const locked = { ok: false, reason: 'scene-locked' };

    expect(await desk.call('wall.labelScene', { ...scene, label: { name: 'Khác' } })).toEqual(locked);
    expect(await desk.call('wall.labelScene', { ...scene, label: { locked: false } })).toEqual(locked);
    expect(await desk.call('wall.revertScene', scene)).toEqual(locked);
  });

  it('that is locked keeps its number key against an operator, whose copy of it is a scene of their own', async () => {
    const leader = await roomWithDraft('shift-leader');
    const scene = { wallId: 'main', sceneId: 'map' };
    await leader.desk.call('wall.labelScene', { ...scene, label: { pin: 3, locked: true } });
    const room = openFakeRoom({ cache: leader.cache });
    const desk = room.window('console');
    await room.signIn(desk);
    const keep = (label: { readonly name: string; readonly pin?: number }) =>
      desk.call('wall.keepScene', { ...leader.ids, label });

    expect(await keep({ name: 'Bản đồ đêm', pin: 3 })).toEqual({ ok: false, reason: 'key-of-locked' });
    const copy = await keep({ name: 'Bản đồ đêm' });
    expect(copy).toMatchObject({ ok: true, value: { locked: false } });
    const sceneId = copy.ok ? copy.value.id : '';
    expect(await desk.call('wall.labelScene', { wallId: 'main', sceneId, label: { pin: 3 } })).toEqual({
      ok: false,
      reason: 'key-of-locked',
    });

    expect(copy.ok && copy.value.pin).toBeUndefined();
    expect(room.app.world().walls['main']?.scenes['map']?.pin).toBe(3);
  });

  it('that only others may take is refused to the operator, and says why', async () => {
    const leader = await roomWithDraft('shift-leader');
    await leader.desk.call('wall.labelScene', {
      wallId: 'main',
      sceneId: 'map',
      label: { takenBy: ['shift-leader'] },
    });
    const room = openFakeRoom({ cache: leader.cache });
    const desk = room.window('console');
    await room.signIn(desk);

    const source = { from: 'scene', sceneId: 'map' } as const;
    expect(
      await desk.call('wall.take', { commandId: 't', wallId: 'main', source, programRevision: 1 }),
    ).toEqual({ ok: false, reason: 'scene-reserved' });
  });

  it('that only others may take comes back by one key of an operator, who also edits it live', async () => {
    const leader = await roomWithDraft('shift-leader');
    const reserved = { wallId: 'main', sceneId: 'map', label: { takenBy: ['shift-leader' as const] } };
    await leader.desk.call('wall.labelScene', reserved);
    const take = (desk: typeof leader.desk, source: TakeSource, programRevision: number) =>
      desk.call('wall.take', {
        ...{ commandId: `t${programRevision}`, wallId: 'main', programRevision },
        source,
      });
    await take(leader.desk, { from: 'scene', sceneId: 'map' }, 1);
    const room = openFakeRoom({ cache: leader.cache });
    const desk = room.window('console');
    await room.signIn(desk);
    const edit: TakeSource = { from: 'edit', patch: { clock: clockAt('clock', 0) } };

    expect(await take(desk, { from: 'scene', sceneId: 'overview' }, 2)).toMatchObject({ ok: true });
    expect(await take(desk, { from: 'previous' }, 3)).toMatchObject({ ok: true });
    expect(room.app.world().walls['main']?.program?.scene.id).toBe('map');
    expect(await take(desk, edit, 4)).toMatchObject({ ok: true });
  });

  it('on the wall is not deleted', async () => {
    const { desk, ids } = await roomWithDraft();
    const kept = await desk.call('wall.keepScene', { ...ids, label: { name: 'Họp giao ban' } });
    const scene = { wallId: 'main', sceneId: kept.ok ? kept.value.id : '' };
    const take = (commandId: string, sceneId: string, programRevision: number) =>
      desk.call('wall.take', {
        ...{ commandId, wallId: 'main', programRevision },
        source: { from: 'scene', sceneId },
      });

    await take('t1', scene.sceneId, 1);
    expect(await desk.call('wall.deleteScene', scene)).toEqual({ ok: false, reason: 'scene-on-air' });
    await take('t2', 'overview', 2);
    expect(await desk.call('wall.deleteScene', scene)).toEqual({ ok: true, value: null });
  });
});

describe('a scene of the province', () => {
  const map = { wallId: 'main', sceneId: 'map' };

  it('is not deleted, as it is or changed: it would be there again with the next start', async () => {
    const { desk, ids, wall } = await roomWithDraft();
    const ofProvince = { ok: false, reason: 'scene-of-province' };

    expect(await desk.call('wall.deleteScene', map)).toEqual(ofProvince);
    await desk.call('wall.keepScene', { ...ids, sceneId: 'map', label: { tags: ['đêm'] } });
    expect(await desk.call('wall.deleteScene', map)).toEqual(ofProvince);

    expect(wall()?.scenes['map']).toMatchObject({ tags: ['đêm'], origin: 'room' });
  });

  it('that was changed goes back to what the province wrote, and stays so over a restart', async () => {
    const room = await roomWithDraft();
    const { desk, ids, wall } = room;
    const before = wall()?.scenes['map'];
    expect(await desk.call('wall.revertScene', map)).toEqual({ ok: false, reason: 'scene-unchanged' });
    await room.place('clock', 0);
    await desk.call('wall.keepScene', { ...ids, sceneId: 'map', label: { name: 'Bản đồ đêm', pin: 5 } });

    expect(await desk.call('wall.revertScene', map)).toEqual({ ok: true, value: before });

    expect(wall()?.scenes['map']).toEqual(before);
    expect(openFakeRoom({ cache: room.cache }).app.world().walls['main']?.scenes['map']).toEqual(before);
  });

  it('goes back without the number key that the room gave to another meanwhile', async () => {
    const room = openFakeRoom({ province: pinnedProvince() });
    const desk = room.window('console');
    await room.signIn(desk);
    await desk.call('wall.labelScene', { ...map, label: { pin: null } });
    const opened = await desk.call('wall.openDraft', { wallId: 'main', from: 'empty' });
    const draftId = opened.ok ? opened.value.id : '';
    const kept = await desk.call('wall.keepScene', {
      ...{ wallId: 'main', draftId },
      label: { name: 'Họp giao ban', pin: 2 },
    });

    const back = await desk.call('wall.revertScene', map);

    expect(back.ok && back.value?.pin).toBeUndefined();
    expect(kept.ok && room.app.world().walls['main']?.scenes[kept.value.id]?.pin).toBe(2);
  });

  it('that a shift leader locked or reserved goes back by nobody of less', async () => {
    const leader = await roomWithDraft('shift-leader');
    await leader.desk.call('wall.labelScene', { ...map, label: { takenBy: ['shift-leader'] } });
    const room = openFakeRoom({ cache: leader.cache });
    const desk = room.window('console');
    await room.signIn(desk);

    expect(await desk.call('wall.revertScene', map)).toEqual({ ok: false, reason: 'scene-locked' });
    expect(await leader.desk.call('wall.revertScene', map)).toMatchObject({ ok: true });
  });

  it('that is a page too many for the displays is given up', async () => {
    const room = openFakeRoom();
    const desk = room.window('console');
    await room.signIn(desk);
    room.app.setCanvas('main', aCanvas(1));
    const second = { wallId: 'main', sceneId: 'overview-2' };
    expect(await desk.call('wall.labelScene', { ...second, label: { tags: ['đêm'] } })).toMatchObject({
      ok: true,
    });
    room.app.setCanvas('main', aCanvas(2));

    expect(await desk.call('wall.revertScene', second)).toEqual({ ok: true, value: null });
    expect(room.app.world().walls['main']?.scenes['overview-2']).toBeUndefined();
  });

  it('is what only the province wrote', async () => {
    const { desk, ids } = await roomWithDraft();
    const kept = await desk.call('wall.keepScene', { ...ids, label: { name: 'Họp giao ban' } });
    const sceneId = kept.ok ? kept.value.id : '';

    expect(await desk.call('wall.revertScene', { wallId: 'main', sceneId })).toEqual({
      ok: false,
      reason: 'scene-of-room',
    });
  });
});
