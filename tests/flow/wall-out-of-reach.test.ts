import { defaultLimits } from '../../backend/limits.ts';
import { afterEach, describe, expect, it } from 'vitest';
import type { FakeWindow } from '../support/fakeWindow.ts';
import { CONSOLE, MAIN_WALL } from '../support/backendRoom.ts';
import { startBackendProcess } from '../support/backendProcess.ts';
import { openMachine, signIn } from '../support/coreProcess.ts';
import { soon } from '../support/soon.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function openRoom() {
  const backend = await startBackendProcess();
  ends.push(backend.stop);
  const wall = openMachine({ backendUrl: backend.url, token: MAIN_WALL });
  const console = openMachine({
    backendUrl: backend.url,
    token: CONSOLE,
    site: { displays: { arrangement: 'remote' } },
  });
  ends.push(wall.stop, console.stop);
  const core = wall.start();
  await core.ready;
  const local = core.window('console');
  await signIn(local);
  const remote = console.start();
  await remote.ready;
  const far = remote.window('console');
  await signIn(far);
  await soon(() => expect(wallLive(far)).toBe(true));
  await soon(() => expect(wallOf(far)?.program?.revision).toBe(1));
  return { backend, wall, core, local, far };
}

const wallOf = (desk: FakeWindow) => desk.world().walls['main'];
const linkOf = (desk: FakeWindow) => desk.last('link')?.link ?? desk.last('snapshot')?.link;
const wallLive = (desk: FakeWindow) => linkOf(desk)?.wallLive;
const takeControl = (desk: FakeWindow) =>
  desk.call('wall.takeControl', { wallId: 'main', epoch: wallOf(desk)?.control.epoch ?? 0 });
const take = (desk: FakeWindow, commandId: string) =>
  desk.call('wall.take', {
    commandId,
    wallId: 'main',
    source: { from: 'scene', sceneId: 'map' },
    programRevision: wallOf(desk)?.program?.revision ?? 0,
  });

describe('a wall whose core', () => {
  it('does not answer is given up before the 3 s are over that a console may have to wait', () => {
    expect(defaultLimits.deliverWithinMs).toBeLessThan(3_000);
  });

  it('was killed answers that nothing was delivered, and its next core does nothing of it', async () => {
    const { wall, core, far } = await openRoom();
    expect((await takeControl(far)).ok).toBe(true);
    await core.kill();

    const answer = await take(far, 'take-1');

    expect(answer).toEqual({ ok: false, reason: 'not-delivered' });
    await soon(() => expect(wallLive(far)).toBe(false));
    const next = wall.start();
    await next.ready;
    await soon(() => expect(wallLive(far)).toBe(true));
    const desk = next.window('console');
    await soon(() => expect(wallOf(desk)?.program?.revision).toBe(1));
    // Control outlives the core: the console elsewhere goes on where it was.
    expect(await take(far, 'take-2')).toMatchObject({ ok: true });
  });

  it('hangs answers that nothing was delivered, and does nothing of it when it goes on', async () => {
    const { core, far, local } = await openRoom();
    await takeControl(far);
    core.freeze();
    const answer = await take(far, 'take-1');
    core.thaw();

    expect(answer).toEqual({ ok: false, reason: 'not-delivered' });
    // The next command passes the one that was not released: the wall has had every chance to do it.
    expect(await take(far, 'take-2')).toMatchObject({ ok: true });
    expect(wallOf(local)?.program).toMatchObject({ revision: 2, takeId: 'take-2' });
  });
});

describe('a backend that was killed', () => {
  it('leaves the room’s own console at work, and the console elsewhere says why it cannot command', async () => {
    const { backend, far, local } = await openRoom();
    await takeControl(far);
    await soon(() => expect(wallOf(local)?.control.holder).not.toBeNull());
    await backend.kill();

    await soon(() => expect(linkOf(far)?.state).not.toBe('live'));
    expect(await take(far, 'take-1')).toEqual({ ok: false, reason: 'backend-away' });
    expect(wallOf(far)?.program?.revision).toBe(1);
    await soon(() => expect(wallOf(local)?.control.lostAt).toBeGreaterThan(0));
    expect((await takeControl(local)).ok).toBe(true);
    expect(await take(local, 'take-2')).toMatchObject({ ok: true });

    await backend.restart();

    await soon(() => expect(wallOf(far)?.program?.revision).toBe(2));
    expect(wallOf(far)?.control.epoch).toBe(2);
  });
});
