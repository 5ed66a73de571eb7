import { afterEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../domain/contract/calls.ts';
import type { Wall } from '../../domain/wall/model.ts';
import type { WallCommand } from '../../domain/wall/wire.ts';
import { CONSOLE, GUEST, MAIN_WALL, openBackendRoom } from '../support/backendRoom.ts';
import { openWireClient } from '../support/wireClient.ts';
import { openRemoteCore, openWallCore, type Desk } from '../support/farRoom.ts';
import { soon } from '../support/soon.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function openBackend() {
  const backend = await openBackendRoom();
  ends.push(backend.stop);
  return backend;
}

async function openWall(url: string) {
  const core = openWallCore({ url, token: MAIN_WALL });
  ends.push(core.close);
  const displays = [core.display('d1'), core.display('d2')];
  return { ...core, displays, local: await core.desk('console', 'Trần Văn Nam') };
}

async function openConsole(url: string, device = 'far-pc', token = CONSOLE) {
  const core = openRemoteCore({ url, token, device });
  ends.push(core.close);
  return { ...core, far: await core.desk() };
}

/** A wall and a console elsewhere that has seen it. */
async function openBoth() {
  const backend = await openBackend();
  const wall = await openWall(backend.url);
  const console = await openConsole(backend.url);
  await soon(() => expect(console.far.wall()?.program?.scene.id).toBe('overview'));
  await soon(() => expect(console.far.link()?.wallLive).toBe(true));
  return { backend, ...wall, ...console };
}

const epochOf = (desk: Desk): number => desk.wall()?.control.epoch ?? 0;
const takeControl = (desk: Desk) => desk.call('wall.takeControl', { wallId: 'main', epoch: epochOf(desk) });
const take = (desk: Desk, commandId: string, sceneId = 'map'): Promise<Answer<'wall.take'>> =>
  desk.call('wall.take', {
    commandId,
    wallId: 'main',
    source: { from: 'scene', sceneId },
    programRevision: desk.wall()?.program?.revision ?? 0,
  });
const plansOf = (desk: Desk) => desk.world().schedules['main'];
const shown = (wall: Wall | undefined) => Object.values(wall?.receipts ?? {}).map(({ state }) => state);

async function holdFromAfar({ far }: { readonly far: Desk }): Promise<void> {
  expect((await takeControl(far)).ok).toBe(true);
  await soon(() => expect(far.wall()?.control.holder?.device).toBe('far-pc'));
}

/** Says a command on the wire as the console of `far-pc` would have. */
async function commandFrom(url: string, command: WallCommand): Promise<unknown> {
  const client = await openWireClient({ url, token: CONSOLE, device: 'far-pc', minor: 1 });
  await client.until('welcome');
  const by = { id: 'p1', name: 'Nguyễn Thị Hạnh', role: 'operator' } as const;
  client.send({ kind: 'command', protocol: 1, command, by, console: 'console' });
  const outcome = await client.until('outcome');
  await client.drop();
  return outcome.answer ?? outcome.state;
}

describe('a console elsewhere', () => {
  it('sees the wall as its own core has it', async () => {
    const { local, far } = await openBoth();

    await soon(() => expect(far.wall()).toEqual(local.wall()));
  });

  it('takes a scene from afar and sees the receipt of every display', async () => {
    const room = await openBoth();
    await holdFromAfar(room);

    expect(await take(room.far, 'take-1')).toMatchObject({ ok: true });

    await soon(() => expect(shown(room.far.wall())).toEqual(['shown', 'shown']));
    expect(room.far.wall()?.program).toMatchObject({ scene: { id: 'map' }, by: 'Nguyễn Thị Hạnh' });
    expect(room.local.wall()?.command).toMatchObject({ id: 'take-1', by: 'Nguyễn Thị Hạnh' });
  });

  it('edits a draft there, step by step, and takes it', async () => {
    const room = await openBoth();
    await holdFromAfar(room);

    const draft = await room.far.call('wall.openDraft', { wallId: 'main', from: { sceneId: 'map' } });
    const draftId = draft.ok ? draft.value.id : '';
    await soon(() => expect(room.far.wall()?.drafts[draftId]?.by).toBe('Nguyễn Thị Hạnh'));
    const took = await room.far.call('wall.take', {
      commandId: 'take-1',
      wallId: 'main',
      source: { from: 'draft', draftId },
      programRevision: 1,
    });

    expect(took).toMatchObject({ ok: true });
    await soon(() => expect(room.far.wall()?.drafts[draftId]?.programRevision).toBe(2));
  });

  it('does not command before it has taken control', async () => {
    const room = await openBoth();

    expect(await take(room.far, 'take-1')).toEqual({ ok: false, reason: 'control-not-held' });
    expect(room.local.wall()?.program?.revision).toBe(1);
  });

  it('does not plan what goes on the wall before it has taken control', async () => {
    const room = await openBoth();
    const hold = { wallId: 'main', held: true } as const;

    expect(await room.far.call('schedule.holdCalendar', hold)).toEqual({
      ok: false,
      reason: 'control-not-held',
    });
    expect(await room.local.call('schedule.holdCalendar', hold)).toMatchObject({ ok: true });
  });

  it('sees what is planned for the wall, and plans it under the same rules as in the room', async () => {
    const room = await openBoth();
    const kept = await room.local.call('schedule.keepTour', {
      wallId: 'main',
      name: 'Ca đêm',
      stops: [{ sceneId: 'overview', dwellMs: 600_000 }],
    });
    const tourId = kept.ok ? kept.value.tourId : '';
    await soon(() => expect(plansOf(room.far)?.tours[tourId]?.name.vi).toBe('Ca đêm'));
    await holdFromAfar(room);

    const inMs = 3_600_000;
    const source = { from: 'scene', sceneId: 'map' } as const;
    const armed = { wallId: 'main', source, when: { inMs }, programRevision: 1, ifMoved: 'ask' } as const;
    expect(await room.far.call('schedule.arm', armed)).toMatchObject({ ok: true });
    expect(await room.far.call('schedule.startTour', { wallId: 'main', tourId })).toMatchObject({ ok: true });

    await soon(() => expect(plansOf(room.far)?.arm?.planner.name).toBe('Nguyễn Thị Hạnh'));
    await soon(() => expect(plansOf(room.far)?.run).toMatchObject({ tourId, stage: 'on' }));
    expect(plansOf(room.far)).toEqual(plansOf(room.local));
    await room.far.call('schedule.stopTour', { wallId: 'main' });
    await room.far.call('schedule.deleteTour', { wallId: 'main', tourId });
    await soon(() => expect(plansOf(room.far)?.tours[tourId]).toBeUndefined());
  });

  it('reads at the wall’s machine what was shown there how long', async () => {
    const room = await openBoth();
    await holdFromAfar(room);
    await take(room.far, 'take-1');
    await soon(() => expect(shown(room.far.wall())).toEqual(['shown', 'shown']));

    const read = await room.far.call('usage.read', { days: 1 });

    const scenes = read.ok ? read.value.uses.filter(({ kind }) => kind === 'scene') : [];
    expect(scenes.map(({ subject }) => subject)).toEqual(['map']);
  });

  it('leaves the room itself to the room, with control and without', async () => {
    const room = await openBoth();
    await holdFromAfar(room);

    const seat = { headId: 'head-1', place: 'console' } as const;
    expect(await room.far.call('wall.seatHead', { wallId: 'main', ...seat })).toMatchObject({
      reason: 'only-at-wall',
    });
    const onTheWire = {
      wallId: 'main',
      commandId: 'c1',
      call: 'wall.seatHead',
      input: seat,
      baseRevision: 1,
    };
    expect(await commandFrom(room.backend.url, onTheWire)).toMatchObject({ reason: 'only-at-wall' });
  });

  it('is told that a command is too large, and keeps its line', async () => {
    const room = await openBoth();
    await holdFromAfar(room);
    const draft = await room.far.call('wall.openDraft', { wallId: 'main', from: { sceneId: 'map' } });
    const draftId = draft.ok ? draft.value.id : '';
    const tile = Object.values(draft.ok ? draft.value.scene.tiles : {})[0];
    if (tile === undefined) throw new Error('no tile');
    const ids = Array.from({ length: 500 }, (_, at) => `${'t'.repeat(50)}-${at}`);
    const patch = Object.fromEntries(
      ids.map((id) => [id, { ...tile, id, panel: { kind: 'text', text: 'ế'.repeat(300) } } as const]),
    );
    const edit = {
      wallId: 'main',
      draftId,
      kind: 'place',
      patch: JSON.parse(JSON.stringify(patch)),
    } as const;

    expect(await room.far.call('wall.editDraft', edit)).toEqual({ ok: false, reason: 'too-large' });
    expect(await take(room.far, 'take-1')).toMatchObject({ ok: true });
  });

  it('is refused by its own core what its person may not do, and by the wall what its token is not worth', async () => {
    const { backend } = await openBoth();
    const { far } = await openConsole(backend.url, 'lobby-pc', GUEST);
    await soon(() => expect(far.link()?.wallLive).toBe(true));

    expect(await takeControl(far)).toEqual({ ok: false, reason: 'not-allowed' });
    expect(await take(far, 'take-1')).toEqual({ ok: false, reason: 'not-allowed' });
  });

  it('gets one take for one command, however often it is sent', async () => {
    const room = await openBoth();
    await holdFromAfar(room);

    const first = await take(room.far, 'take-1');
    const again = await take(room.far, 'take-1');

    expect(again).toEqual(first);
    expect(room.local.wall()?.program?.revision).toBe(2);
  });

  it('hears that the wall’s own rule refused, in the same word', async () => {
    const room = await openBoth();
    await holdFromAfar(room);

    expect(await take(room.far, 'take-1', 'no-such-scene')).toEqual({ ok: false, reason: 'scene-unknown' });
  });

  it('never lays out a wall of its own', async () => {
    const backend = await openBackend();
    const { far } = await openConsole(backend.url);

    expect(far.wall()).toBeUndefined();
  });
});

describe('control of a wall', () => {
  it('leaves a command from an older hand-over undone', async () => {
    const room = await openBoth();
    await holdFromAfar(room);
    await takeControl(room.local);
    // What was pressed at the console before it heard of the hand-over.
    const command = {
      wallId: 'main',
      commandId: 'late-1',
      call: 'wall.take',
      input: { source: { from: 'scene', sceneId: 'map' } },
      baseRevision: 1,
      controlEpoch: 1,
    };
    const heard = await commandFrom(room.backend.url, command);

    expect(heard).toEqual({ ok: false, reason: 'control-moved' });
    expect(room.local.wall()?.program?.revision).toBe(1);
  });

  it('always comes to the console on the wall’s own machine that asks for it', async () => {
    const room = await openBoth();
    await holdFromAfar(room);
    expect(await take(room.local, 'take-1')).toEqual({ ok: false, reason: 'control-not-held' });

    await takeControl(room.local);

    expect(await take(room.local, 'take-2')).toMatchObject({ ok: true });
    await soon(() => expect(room.far.wall()?.control.holder?.person).toBe('Trần Văn Nam'));
    expect(await take(room.far, 'take-3')).toEqual({ ok: false, reason: 'control-not-held' });
  });

  it('bears the name of whoever commands at the console that has it', async () => {
    const { url } = await openBackend();
    const { local } = await openWall(url);
    const core = openRemoteCore({ url, token: CONSOLE, device: 'far-pc' });
    ends.push(core.close);
    const far = await core.desk('console', 'Nguyễn Thị Hạnh', 'technician');
    await soon(() => expect([far.link()?.wallLive, far.wall()?.program?.revision]).toEqual([true, 1]));
    await holdFromAfar({ far });
    const epoch = epochOf(far);
    expect(local.wall()?.control.holder?.person).toBe('Nguyễn Thị Hạnh');

    await far.call('access.addPerson', { name: 'Lê Văn Bình', role: 'operator', pin: '1357' });
    const people = await far.call('access.people', {});
    const next = people.ok && people.value.people.find(({ name }) => name === 'Lê Văn Bình');
    await far.call('access.enter', { personId: next ? next.id : '', pin: '1357' });
    await take(far, 'take-1');

    await soon(() => expect(far.wall()?.control.holder?.person).toBe('Lê Văn Bình'));
    expect([epochOf(local), local.wall()?.program?.by]).toEqual([epoch, 'Lê Văn Bình']);
  });

  it('is asked for and handed over', async () => {
    const room = await openBoth();
    await takeControl(room.local);
    await soon(() => expect(epochOf(room.far)).toBe(1));

    await room.far.call('wall.askControl', { wallId: 'main' });
    expect(room.local.wall()?.control.asks?.person).toBe('Nguyễn Thị Hạnh');
    await room.local.call('wall.giveControl', { wallId: 'main', to: 'asking' });

    await soon(() => expect(room.far.wall()?.control).toMatchObject({ epoch: 2, asks: null }));
    expect(await take(room.far, 'take-1')).toMatchObject({ ok: true });
  });

  it('goes to one of two consoles that reach for it at once; the other hears that it moved', async () => {
    const room = await openBoth();
    const { far: other } = await openConsole(room.backend.url, 'other-pc');
    await soon(() => expect(other.wall()).toBeDefined());

    const answers = await Promise.all([takeControl(room.far), takeControl(other)]);

    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'control-moved' });
  });

  it('stays with a console that is lost, visibly, until somebody takes it', async () => {
    const room = await openBoth();
    await holdFromAfar(room);

    room.close();

    await soon(() => expect(room.local.wall()?.control.lostAt).toBeGreaterThan(0));
    expect(room.local.wall()?.control.holder?.device).toBe('far-pc');
    expect((await takeControl(room.local)).ok).toBe(true);
    expect(room.local.wall()?.control).toMatchObject({ epoch: 2, lostAt: null });
  });

  it('is nobody’s business in a room with one console', async () => {
    const { local } = await openBoth();

    expect(await take(local, 'take-1')).toMatchObject({ ok: true });
    expect(local.wall()?.control).toMatchObject({ epoch: 0, holder: null });
  });
});
