import { afterEach, describe, expect, it } from 'vitest';
import { ALARMS, CONSOLE, FEEDER, GUEST, MAIN_WALL, openBackendRoom } from '../support/backendRoom.ts';
import { openWallCore } from '../support/farRoom.ts';
import { soon } from '../support/soon.ts';
import { commandWall, look } from '../support/wallApi.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function openBackend() {
  const backend = await openBackendRoom();
  ends.push(backend.stop);
  return { ...backend, token: ALARMS };
}

/** A wall with two displays that the backend has heard of. */
async function openWall() {
  const backend = await openBackend();
  const core = openWallCore({ url: backend.url, token: MAIN_WALL });
  ends.push(core.close);
  const displays = [core.display('d1'), core.display('d2')];
  const local = await core.desk('console', 'Trần Văn Nam');
  await soon(async () => expect((await look(backend, '/walls/main')).status).toBe(200));
  /** These windows say by themselves only that a take is painted. */
  async function painted(commandId: string): Promise<void> {
    await soon(() => expect(local.wall()?.command?.id).toBe(commandId));
    const word = { wallId: 'main', commandId, paintedAt: Date.now() };
    for (const display of displays) await display.call('wall.shown', word);
  }
  return { backend, core, local, painted };
}

const takeControl = {
  commandId: 'control-1',
  call: 'wall.takeControl',
  input: { epoch: 0 },
  baseRevision: 1,
};
const takeMap = {
  commandId: 'flood-7',
  call: 'wall.take',
  input: { source: { from: 'scene', sceneId: 'map' } },
  baseRevision: 1,
};

describe('a system of the province', () => {
  it('takes a scene and gets the receipt of every display in the answer', async () => {
    const { backend, local } = await openWall();
    expect((await commandWall(backend, takeControl)).status).toBe(200);

    const { status, body } = await commandWall(backend, takeMap);

    expect(status).toBe(200);
    expect(body).toMatchObject({ state: 'answered', answer: { ok: true }, by: 'Hệ thống cảnh báo lũ' });
    expect(body['receipts']).toMatchObject([
      { displayId: 'd1', state: 'shown' },
      { displayId: 'd2', state: 'shown' },
    ]);
    expect(local.wall()?.program).toMatchObject({ scene: { id: 'map' }, by: 'Hệ thống cảnh báo lũ' });
  });

  it('reads of a command that another one overtook that it was superseded', async () => {
    const { backend, local } = await openWall();
    await commandWall(backend, takeControl);
    const freeze = (commandId: string, on: boolean) => ({
      ...takeMap,
      commandId,
      call: 'wall.freeze',
      input: { on },
    });
    const first = commandWall(backend, freeze('freeze-1', true));
    await soon(() => expect(local.wall()?.command?.id).toBe('freeze-1'));
    await commandWall(backend, takeMap);

    expect((await first).body['receipts']).toMatchObject([
      { displayId: 'd1', state: 'failed', reason: 'superseded' },
      { displayId: 'd2', state: 'failed', reason: 'superseded' },
    ]);
  });

  it('says yes to a take that is armed, and gets the receipts of that take', async () => {
    const { backend, local } = await openWall();
    await commandWall(backend, takeControl);
    const source = { from: 'scene', sceneId: 'map' };
    const armed = await commandWall(backend, {
      ...{ commandId: 'arm-1', call: 'schedule.arm', baseRevision: 1 },
      input: { source, when: { inMs: 60_000 }, ifMoved: 'ask' },
    });
    expect(armed.status).toBe(200);

    const yes = { commandId: 'yes-1', call: 'schedule.takeArmed', input: {}, baseRevision: 1 };
    const { body } = await commandWall(backend, yes);

    expect(body['receipts']).toMatchObject([
      { displayId: 'd1', state: 'shown' },
      { displayId: 'd2', state: 'shown' },
    ]);
    expect(local.wall()?.program).toMatchObject({ takeId: 'yes-1', scene: { id: 'map' } });
    await commandWall(backend, {
      ...takeMap,
      commandId: 'back',
      input: { source: { from: 'previous' } },
      baseRevision: 2,
    });
    expect((await look(backend, '/walls/main/commands/yes-1')).body['receipts']).toEqual(body['receipts']);
  });

  it('freezes a wall that stands still already, and is told so by every display', async () => {
    const { backend, local, painted } = await openWall();
    await commandWall(backend, takeControl);
    const freeze = async (commandId: string) => {
      const order = { ...takeMap, commandId, call: 'wall.freeze', input: { on: true } };
      const [{ body }] = await Promise.all([commandWall(backend, order), painted(commandId)]);
      return body;
    };
    const first = await freeze('freeze-1');

    const second = await freeze('freeze-2');

    const shown = [{ state: 'shown' }, { state: 'shown' }];
    expect([first['receipts'], second['receipts']]).toMatchObject([shown, shown]);
    expect(local.wall()?.hold.freeze?.id, 'the still is the first one').toBe('freeze-1');
  });

  it('reads of a take beneath a cover that it is ready, and later that it was shown', async () => {
    const { backend, painted } = await openWall();
    await commandWall(backend, takeControl);
    const cover = (commandId: string, on: boolean) =>
      Promise.all([
        commandWall(backend, {
          ...takeMap,
          commandId,
          call: 'wall.cover',
          input: { displayIds: ['d2'], on },
        }),
        painted(commandId),
      ]);
    await cover('c-1', true);

    const { body } = await commandWall(backend, takeMap);
    expect(body['receipts']).toMatchObject([
      { displayId: 'd1', state: 'shown' },
      { displayId: 'd2', state: 'beneath', reason: 'covered' },
    ]);

    await cover('c-2', false);
    const later = await look(backend, '/walls/main/commands/flood-7');
    expect(later.body['receipts']).toMatchObject([{ state: 'shown' }, { state: 'shown' }]);
  });

  it('asks for the same command again and reads the same, the wall takes once', async () => {
    const { backend, local } = await openWall();
    await commandWall(backend, takeControl);
    const first = await commandWall(backend, takeMap);

    const again = await commandWall(backend, takeMap);

    expect(again).toEqual(first);
    expect((await look(backend, '/walls/main/commands/flood-7')).body).toEqual(first.body);
    expect(local.wall()?.program?.revision).toBe(2);
  });

  it('reads how the wall stands', async () => {
    const { backend, local } = await openWall();
    const opened = await local.call('wall.openDraft', { wallId: 'main', from: 'program' });
    await local.call('wall.freeze', { wallId: 'main', commandId: 'freeze-1', on: true });
    const draft = { id: opened.ok ? opened.value.id : '', by: 'Trần Văn Nam' };
    await soon(async () => {
      const { body } = await look(backend, '/walls/main');
      expect(body, 'its commands change what is held').toMatchObject({
        hold: { freeze: { id: 'freeze-1' } },
      });
    });

    const { body } = await look(backend, '/walls/main');

    expect(body['drafts']).toEqual([{ ...draft, name: { vi: 'Tổng quan', en: 'Tổng quan' } }]);
    expect(body).toMatchObject({
      wallId: 'main',
      live: true,
      looks: {},
      program: { revision: 1, scene: { id: 'overview' } },
      control: { epoch: 0, holder: null },
    });
    expect(body['scenes']).toMatchObject([{ id: 'overview' }, { id: 'map' }]);
    expect(body['plans'], 'what goes up by itself').toMatchObject({
      run: null,
      arm: null,
      idle: { on: false },
    });
  });

  it('does not command while an operator has control', async () => {
    const { backend, local } = await openWall();
    await local.call('wall.takeControl', { wallId: 'main', epoch: 0 });

    const { status, body } = await commandWall(backend, { ...takeMap, controlEpoch: 1 });

    expect(status).toBe(409);
    expect(body).toMatchObject({ answer: { ok: false, reason: 'control-not-held' } });
  });

  it('is refused a take drawn from an older program', async () => {
    const { backend } = await openWall();
    await commandWall(backend, takeControl);

    const { status, body } = await commandWall(backend, { ...takeMap, baseRevision: 0 });

    expect(status).toBe(409);
    expect(body).toMatchObject({ answer: { reason: 'program-moved-on' } });
  });

  it('cannot reach another wall by what its input says', async () => {
    const { backend, local } = await openWall();
    await commandWall(backend, takeControl);
    const input = { ...takeMap.input, wallId: 'elsewhere', commandId: 'other', programRevision: 99 };

    const { status } = await commandWall(backend, { ...takeMap, input });

    expect(status).toBe(200);
    expect(local.wall()?.command?.id).toBe('flood-7');
  });

  it.each([
    ['a call that there is not', { ...takeMap, call: 'wall.explode' }, 400],
    ['a call that is not the wall’s', { ...takeMap, call: 'access.addPerson' }, 403],
    ['what only a wall window says', { ...takeMap, call: 'wall.shown' }, 403],
    ['an input that the call does not take', { ...takeMap, input: { source: { from: 'moon' } } }, 400],
  ])('is refused %s by the wall’s own gate', async (_name, command, expected) => {
    const { backend, local } = await openWall();
    await commandWall(backend, takeControl);

    expect((await commandWall(backend, command)).status).toBe(expected);
    expect(local.wall()?.program?.revision).toBe(1);
  });
});

describe('the door for commands', () => {
  it.each([
    ['no token', 'nobody-knows-this-token', '/walls/main/commands', 401],
    ['a token that brings data', FEEDER, '/walls/main/commands', 403],
    ['the wall’s own token', MAIN_WALL, '/walls/main/commands', 403],
    ['a token of another wall', ALARMS, '/walls/ward/commands', 403],
  ])('stays closed for %s', async (_name, token, path, expected) => {
    const { backend } = await openWall();

    expect((await commandWall({ ...backend, token }, takeMap, path)).status).toBe(expected);
  });

  it('lets a guest’s token look and not command', async () => {
    const { backend } = await openWall();
    const guest = { ...backend, token: GUEST };

    expect((await look(guest, '/walls/main')).status).toBe(200);
    expect((await commandWall(guest, takeControl)).status).toBe(403);
  });

  it('names the first wrong field', async () => {
    const { backend } = await openWall();

    const { status, body } = await commandWall(backend, { ...takeMap, baseRevision: -1 });

    expect(status).toBe(400);
    expect(body).toMatchObject({ error: 'schema', path: 'baseRevision' });
  });

  it('does not read a body that is too large, and is there for the next', async () => {
    const { backend } = await openWall();
    const large = { ...takeMap, input: { patch: 'x'.repeat(300_000) } };

    expect((await commandWall(backend, large)).status).toBe(413);
    expect((await look(backend, '/walls/main')).status).toBe(200);
  });

  it('is not brought down by a body that is nested without end', async () => {
    const { backend } = await openWall();
    const deep = `{"commandId":"c1","call":"wall.take","baseRevision":1,"input":{"source":${'['.repeat(60_000)}${']'.repeat(60_000)}}}`;

    expect((await commandWall(backend, deep)).status).toBeGreaterThanOrEqual(400);
    expect((await look(backend, '/walls/main')).body).toMatchObject({ live: true });
  });

  it('slows down whoever commands too often', async () => {
    const { backend } = await openWall();
    const many = Array.from({ length: 100 }, (_, index) => ({ ...takeControl, commandId: `c-${index}` }));

    const statuses = (await Promise.all(many.map((one) => commandWall(backend, one)))).map(
      ({ status }) => status,
    );

    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(10);
    expect(statuses).toContain(200);
  });
});

describe('a wall that is not there', () => {
  it('answers that nothing was delivered, at once, and does nothing when it comes', async () => {
    const backend = await openBackend();

    const { status, body } = await commandWall(backend, takeControl);

    expect(status).toBe(503);
    expect(body).toMatchObject({ state: 'not-delivered' });
    const core = openWallCore({ url: backend.url, token: MAIN_WALL });
    ends.push(core.close);
    await soon(async () => expect((await look(backend, '/walls/main')).body['live']).toBe(true));
    expect(core.app.world().walls['main']?.control.epoch).toBe(0);
  });

  it('is shown as it was last heard, and as away', async () => {
    const { backend, core } = await openWall();

    core.close();

    await soon(async () => expect((await look(backend, '/walls/main')).body['live']).toBe(false));
    expect((await look(backend, '/walls/main')).body).toMatchObject({ program: { revision: 1 } });
    expect((await commandWall(backend, takeMap)).body).toMatchObject({ state: 'not-delivered' });
  });

  it('nobody ever heard of is unknown', async () => {
    const backend = await openBackend();

    expect((await look(backend, '/walls/main')).status).toBe(404);
    expect((await look({ ...backend, token: CONSOLE }, '/walls/main/commands/c1')).status).toBe(404);
  });
});
