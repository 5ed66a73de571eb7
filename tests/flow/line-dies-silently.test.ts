import { afterEach, describe, expect, it } from 'vitest';
import { CONSOLE, MAIN_WALL, openBackendRoom } from '../support/backendRoom.ts';
import { openWay } from '../support/deadLine.ts';
import { openRemoteCore, openWallCore } from '../support/farRoom.ts';
import { soon } from '../support/soon.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** A wall, and a console elsewhere that has control of it and reaches the backend by a way that can die. */
async function openRoom() {
  const backend = await openBackendRoom();
  const way = await openWay(backend.port);
  const wall = openWallCore({ url: backend.url, token: MAIN_WALL });
  const remote = openRemoteCore({ url: way.url, token: CONSOLE, device: 'far-pc' });
  ends.push(backend.stop, way.close, wall.close, remote.close);
  wall.display('d1');
  wall.display('d2');
  const local = await wall.desk();
  const far = await remote.desk();
  await soon(() => expect(far.link()?.wallLive).toBe(true));
  await soon(() => expect(far.wall()?.program?.revision).toBe(1));
  expect((await far.call('wall.takeControl', { wallId: 'main', epoch: 0 })).ok).toBe(true);
  await soon(() => expect(far.wall()?.control.epoch).toBe(1));
  return { way, local, far };
}

describe('a console elsewhere whose line dies without a word', () => {
  it('tells its operator that there is no word, and how the command ended when that comes', async () => {
    const { way, local, far } = await openRoom();
    way.die();
    const answer = await far.call('wall.take', {
      ...{ commandId: 'take-1', wallId: 'main', programRevision: 1 },
      source: { from: 'scene', sceneId: 'map' },
    });

    expect(answer).toEqual({ ok: false, reason: 'no-word' });
    expect(local.wall()?.program?.revision).toBe(1);
    expect(far.last('notices')).toBeUndefined();

    way.revive();

    await soon(() =>
      expect(far.last('notices')?.notices).toMatchObject([
        { kind: 'answered-late', detail: 'wall.take done' },
      ]),
    );
    const shown = { d1: { state: 'shown' }, d2: { state: 'shown' } };
    await soon(() => expect(far.wall()).toMatchObject({ command: { id: 'take-1' }, receipts: shown }));
  });
});
