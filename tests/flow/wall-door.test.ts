import { afterEach, describe, expect, it } from 'vitest';
import type { ProvinceFile } from '../../domain/contract/provinceFile.ts';
import type { WallCommand } from '../../domain/wall/wire.ts';
import { CONSOLE, GUEST, MAIN_WALL, openBackendRoom, OTHER_UNIT } from '../support/backendRoom.ts';
import { aProvince } from '../support/builders.ts';
import { openWallCore } from '../support/farRoom.ts';
import { soon } from '../support/soon.ts';
import { commandWall, look } from '../support/wallApi.ts';
import { openWireClient } from '../support/wireClient.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function openWall(province?: ProvinceFile) {
  const backend = await openBackendRoom();
  ends.push(backend.stop);
  const core = openWallCore({ url: backend.url, token: MAIN_WALL, ...(province && { province }) });
  ends.push(core.close);
  await soon(async () => {
    expect((await look({ ...backend, token: CONSOLE }, '/walls/main')).status).toBe(200);
  });
  return { backend, core };
}

async function join(url: string, token: string, minor: number | undefined = 1) {
  const client = await openWireClient({
    url,
    token,
    device: 'far-pc',
    ...(minor !== undefined && { minor }),
  });
  ends.push(() => client.drop());
  await client.until('welcome');
  return client;
}

const takeControl: WallCommand = {
  wallId: 'main',
  commandId: 'c-1',
  call: 'wall.takeControl',
  input: { epoch: 0 },
  baseRevision: 1,
};
const asAdministrator = (command: WallCommand) =>
  ({
    kind: 'command',
    protocol: 1,
    command,
    by: { id: 'p1', name: 'Quản trị', role: 'administrator' },
    console: 'console',
  }) as const;
const part = {
  kind: 'wall-part',
  protocol: 1,
  topic: 'wall/main',
  epoch: 'false-1',
  seq: 2,
  sentAt: 1_763_800_000_000,
  asOf: 1_763_800_000_000,
  body: { type: 'wall.partSet', wallId: 'main', part: { kind: 'program', value: null } },
} as const;

describe('a console’s command', () => {
  it('is said to be here before its outcome, to whoever knows that word', async () => {
    const { backend } = await openWall();
    const [today, older] = [await join(backend.url, CONSOLE, 3), await join(backend.url, CONSOLE, 2)];
    for (const client of [today, older]) {
      client.send(asAdministrator(takeControl));
      await client.until('outcome');
    }

    const said = (client: typeof today) =>
      client.frames.map(({ kind }) => kind).filter((kind) => kind === 'carried' || kind === 'outcome');
    expect([said(today), said(older)]).toEqual([['carried', 'outcome'], ['outcome']]);
  });

  it('is said to be here at once, however long the wall takes', async () => {
    const backend = await openBackendRoom({ deliverWithinMs: 60_000 });
    ends.push(backend.stop);
    const wall = await join(backend.url, MAIN_WALL, 3);
    const { asOf: _asOf, body: _body, ...envelope } = part;
    wall.send({ ...envelope, kind: 'wall-state', facts: [] });
    await wall.until('consoles');
    const client = await join(backend.url, CONSOLE, 3);
    client.send(asAdministrator(takeControl));

    expect(await client.until('carried')).toMatchObject({ wallId: 'main', commandId: 'c-1' });
    await wall.until('relay');
    expect(client.frames.some(({ kind }) => kind === 'outcome')).toBe(false);
  });
});

describe('a console’s line', () => {
  it('is worth what its token is worth, whatever role it claims', async () => {
    const { backend, core } = await openWall();
    const guest = await join(backend.url, GUEST);

    guest.send(asAdministrator(takeControl));

    expect((await guest.until('outcome')).answer).toEqual({ ok: false, reason: 'not-allowed' });
    expect(core.app.world().walls['main']?.control.holder).toBeNull();
  });

  it('is refused by the backend itself what its token is not worth: it never travels', async () => {
    const { backend, core } = await openWall();
    const guest = await join(backend.url, GUEST);
    core.close();

    guest.send(asAdministrator(takeControl));

    expect(await guest.until('outcome')).toMatchObject({
      state: 'answered',
      answer: { ok: false, reason: 'not-allowed' },
    });
  });

  it('is refused by the backend itself a scene that is kept for others, now and for later', async () => {
    const province = aProvince();
    const scenes = province.scenes.map((scene) =>
      scene.id === 'map' ? { ...scene, takenBy: ['leader' as const] } : scene,
    );
    const { backend, core } = await openWall({ ...province, scenes });
    const console = await join(backend.url, CONSOLE);
    core.close();
    await soon(() => expect(console.frames).toContainEqual(expect.objectContaining({ live: false })));
    const when = { when: { inMs: 60_000 }, ifMoved: 'ask' };
    const outcome = async (call: string, sceneId: string) => {
      const inputs: Readonly<Record<string, object>> = {
        'schedule.keepTour': { name: 'Vòng', stops: [{ sceneId, dwellMs: 5_000 }] },
        'schedule.keepEntry': { showing: { kind: 'scene', sceneId } },
        'schedule.setIdle': { on: true, afterMs: 900_000, sceneId },
      };
      const input = { ...(inputs[call] ?? { source: { from: 'scene', sceneId }, ...when }) };
      const commandId = `${call}-${sceneId}`;
      console.send(asAdministrator({ ...takeControl, call, input, commandId }));
      return soon(() => {
        const found = console.frames.find(
          (frame) => frame.kind === 'outcome' && frame.commandId === commandId,
        );
        expect(found).toBeDefined();
        return found;
      });
    };

    const calls = [
      ...['wall.take', 'schedule.arm'],
      ...['schedule.keepTour', 'schedule.keepEntry', 'schedule.setIdle'],
    ];
    for (const call of calls) {
      const reserved = { ok: false, reason: 'scene-reserved' };
      expect(await outcome(call, 'map')).toMatchObject({ state: 'answered', answer: reserved });
      expect(await outcome(call, 'overview')).toMatchObject({ state: 'not-delivered' });
    }
  });

  it('acknowledges nothing where its token may only look', async () => {
    const { backend } = await openWall();
    const guest = await join(backend.url, GUEST);
    const said = { incidentId: 'inc-1', by: 'Khách', at: 1_763_800_000_000 };
    const body = { type: 'incidents.acknowledge' as const, ...said };

    guest.send({ kind: 'order', device: 'far-pc', number: 1, body });

    expect((await guest.until('answer')).answer).toEqual({ outcome: 'not-allowed' });
  });

  it('is cut when it commands a wall that is not its own', async () => {
    const { backend } = await openWall();
    const console = await join(backend.url, CONSOLE);

    console.send(asAdministrator({ ...takeControl, wallId: 'ward' }));

    expect((await console.closed).code).toBe(4003);
  });

  it('is cut when it speaks for the wall', async () => {
    const { backend, core } = await openWall();
    const console = await join(backend.url, CONSOLE);

    console.send(part);

    expect((await console.closed).code).toBe(4003);
    expect(core.app.world().walls['main']?.program).not.toBeNull();
  });

  it('is cut by a frame that is too large, and nobody else is', async () => {
    const { backend } = await openWall();
    const [console, other] = [await join(backend.url, CONSOLE), await join(backend.url, CONSOLE)];

    console.send(asAdministrator({ ...takeControl, input: { patch: 'x'.repeat(300_000) } }));

    expect((await console.closed).code).toBe(1009);
    other.send(asAdministrator(takeControl));
    expect((await other.until('outcome')).answer).toMatchObject({ ok: true });
  });

  it('of a client of the time before is served as ever, and hears nothing of walls', async () => {
    const { backend } = await openWall();
    const old = await openWireClient({ url: backend.url, token: CONSOLE });
    ends.push(() => old.drop());

    const welcome = await old.until('welcome');
    await old.until('snapshot', ({ topic }) => topic === 'indicators/19');

    expect(welcome.topics).toEqual(['indicators/19', 'incidents/19']);
    expect(old.frames.map(({ kind }) => kind)).toEqual(['welcome', 'snapshot', 'snapshot']);
  });
});

describe('a wall’s line', () => {
  it('of another wall does not speak for this one', async () => {
    const { backend } = await openWall();
    const ward = await join(backend.url, OTHER_UNIT);

    ward.send(part);

    expect((await ward.closed).code).toBe(4003);
  });

  it('of a second machine with the same right changes nothing while the first drives', async () => {
    const { backend } = await openWall();
    const second = await join(backend.url, MAIN_WALL);
    const { kind: _kind, asOf, body, ...written } = part;

    second.send({ kind: 'wall-state', ...written, facts: [{ seq: 2, asOf, body }] });

    await soon(() => expect(backend.lines.join('')).toContain('wall.drivenTwice'));
    const { body: state } = await look({ ...backend, token: CONSOLE }, '/walls/main');
    expect(state).toMatchObject({ program: { revision: 1 } });
    expect(
      (await commandWall({ ...backend, token: CONSOLE }, { ...takeControl, wallId: undefined })).status,
    ).toBe(200);
  });
});
