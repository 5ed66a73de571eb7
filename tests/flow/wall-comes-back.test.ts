import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { startBackendProcess } from '../support/backendProcess.ts';
import { raisedItem } from '../support/backendRoom.ts';
import { INDICATORS } from '../support/builders.ts';
import { openMachine, signIn, type MachineRequest } from '../support/coreProcess.ts';
import type { FakeWindow } from '../support/fakeWindow.ts';
import type { Ingest } from '../../domain/contract/wire.ts';
import { soon } from '../support/soon.ts';

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function openProvince() {
  const backend = await startBackendProcess();
  ends.push(backend.stop);
  return backend;
}

function openRoom(request: MachineRequest) {
  const machine = openMachine(request);
  ends.push(machine.stop);
  return machine;
}

const water = (value: number): Ingest['items'][number] => ({
  kind: 'reading',
  topic: INDICATORS,
  asOf: Date.now() - 60_000,
  body: { type: 'indicators.reading', key: 'water.gia-bay', value, provenance: 'live' },
});
const incidents = (window: FakeWindow) => Object.keys(window.world().incidents.byId);
const link = (window: FakeWindow) => (window.last('link') ?? window.last('snapshot'))?.link;
const seesLink = (window: FakeWindow, state: string) => soon(() => expect(link(window)?.state).toBe(state));

describe('a wall that starts with the network down', () => {
  it('shows the last wall with its age before any connection', async () => {
    const province = await openProvince();
    const machine = openRoom({ backendUrl: province.url, token: province.token });
    const before = machine.start();
    const early = before.window('d1');
    await province.bring(raisedItem('inc-1'), water(29.13));
    await soon(() =>
      expect([incidents(early), early.reading('water.gia-bay')?.[1]]).toEqual([['inc-1'], 29.13]),
    );
    const heardAt = Date.now();
    await before.stop();
    await province.kill();

    const wall = machine.start().window('d1');

    await soon(() => expect(incidents(wall)).toEqual(['inc-1']));
    expect(wall.events[0]?.type).toBe('snapshot');
    expect(wall.world().walls['main']?.program?.scene.id).toBe('overview');
    const [, value, , arrivedAt, age] = wall.reading('water.gia-bay') ?? [];
    expect(value).toBe(29.13);
    expect(age).toBeGreaterThanOrEqual(60_000);
    expect(arrivedAt).toBeLessThanOrEqual(heardAt);
    expect(link(wall)).toMatchObject({ state: expect.stringMatching(/offline|connecting/) });
    expect(Math.abs((link(wall)?.lastHeardAt ?? 0) - heardAt)).toBeLessThan(5_000);
  });

  it('has the next thing the province says as soon as the network is up, without asking for all again', async () => {
    const province = await openProvince();
    const machine = openRoom({ backendUrl: province.url, token: province.token });
    const before = machine.start();
    const early = before.window('d1');
    await province.bring(raisedItem('inc-1'));
    await soon(() => expect(incidents(early)).toEqual(['inc-1']));
    await before.kill();
    await province.bring(raisedItem('inc-2'));

    const wall = machine.start().window('d1');

    await soon(() => expect(incidents(wall)).toEqual(['inc-1', 'inc-2']));
    const changes = wall.events.flatMap((event) =>
      event.type === 'commits' ? event.commits.map(({ change }) => change.type) : [],
    );
    expect(changes).toEqual(['incidents.raised']);
  });
});

describe('a backend that is killed and comes back', () => {
  it('finds all windows consistent on its return, nothing lost, nothing doubled', async () => {
    const province = await openProvince();
    const core = openRoom({ backendUrl: province.url, token: province.token }).start();
    const windows = [core.window('d1'), core.window('d2'), core.window('console')];
    await province.bring(raisedItem('inc-1'), water(1));
    for (const window of windows) await soon(() => expect(incidents(window)).toEqual(['inc-1']));

    await province.kill();
    await Promise.all(windows.map((window) => seesLink(window, 'offline')));
    await province.restart();
    await province.bring(raisedItem('inc-2'), raisedItem('inc-3'), water(2));
    await Promise.all(windows.map((window) => seesLink(window, 'live')));
    for (const window of windows)
      await soon(() => expect(incidents(window)).toEqual(['inc-1', 'inc-2', 'inc-3']));

    await soon(() => expect(windows[0]?.reading('water.gia-bay')?.[1]).toBe(2));
    for (const window of windows) expect(window.odd).toEqual([]);
    const told = windows[0]?.events.flatMap((event) => (event.type === 'commits' ? event.commits : []));
    const raised = told?.flatMap(({ change }) =>
      change.type === 'incidents.raised' ? [change.incident.id] : [],
    );
    expect(raised?.slice(-2)).toEqual(['inc-2', 'inc-3']);
    expect(new Set(raised).size).toBe(raised?.length);
  });
});

describe('a token that the province does not know', () => {
  it('is a clear state on the console and no storm at the door', async () => {
    const province = await openProvince();
    const desk = openRoom({ backendUrl: province.url, token: 'a-token-of-nobody-0123456789' })
      .start()
      .window('console');

    await seesLink(desk, 'unauthorised');

    expect(
      desk.events.filter((event) => event.type === 'link' && event.link.state === 'connecting').length,
    ).toBeLessThanOrEqual(1);
  });
});

describe('an acknowledgement given with the line down', () => {
  it('goes up once, though core and backend are killed on its way', async () => {
    const province = await openProvince();
    const machine = openRoom({ backendUrl: province.url, token: province.token });
    const first = machine.start();
    const desk = first.window('console');
    await province.bring(raisedItem('inc-1'));
    await soon(() => expect(incidents(desk)).toEqual(['inc-1']));
    await signIn(desk);
    await province.kill();
    await seesLink(desk, 'offline');

    expect(await desk.call('incidents.acknowledge', { incidentId: 'inc-1' })).toEqual({
      ok: true,
      value: null,
    });
    await first.kill();
    const second = machine.start();
    await soon(() => expect(second.messages.map(({ type }) => type)).toContain('ready'));
    await province.restart();
    await second.kill();
    const third = machine.start().window('console');

    await soon(() =>
      expect(third.world().incidents.byId['inc-1']?.acknowledgement?.by).toBe('Nguyễn Thị Hạnh'),
    );
    await soon(() => expect(third.world().incidents.local).toEqual({}));
    await soon(() => expect(link(third)?.waitingOrders).toBe(0));
    expect(third.world().incidents.byId['inc-1']?.acknowledgement).toMatchObject({ number: 1 });
  });

  it('is a conflict when another desk was quicker, and says who stands', async () => {
    const province = await openProvince();
    const [ours, theirs] = [0, 1].map(() => openRoom({ backendUrl: province.url, token: province.token }));
    const [ourDesk, theirDesk] = [ours?.start().window('console'), theirs?.start().window('console')];
    if (!ourDesk || !theirDesk) throw new Error('two desks');
    await province.bring(raisedItem('inc-1'));
    for (const desk of [ourDesk, theirDesk]) {
      await soon(() => expect(incidents(desk)).toEqual(['inc-1']));
      await signIn(desk);
    }
    await province.kill();
    for (const desk of [ourDesk, theirDesk]) {
      await seesLink(desk, 'offline');
      await desk.call('incidents.acknowledge', { incidentId: 'inc-1' });
    }

    await province.restart();

    const outcome = (desk: FakeWindow) => desk.world().incidents.local['inc-1']?.outcome ?? 'accepted';
    await soon(() =>
      expect([outcome(ourDesk), outcome(theirDesk)].sort()).toEqual(['accepted', 'already-acknowledged']),
    );
    const loser = outcome(ourDesk) === 'accepted' ? theirDesk : ourDesk;
    expect(loser.world().incidents.local['inc-1']?.standing?.device).toBe(
      loser.world().incidents.byId['inc-1']?.acknowledgement?.device,
    );
  });
});

describe('an incident that was acknowledged in the evening and is an emergency at night', () => {
  it('is unacknowledged at the console, and the key works: it is acknowledged once more', async () => {
    const province = await openProvince();
    const desk = openRoom({ backendUrl: province.url, token: province.token }).start().window('console');
    await province.bring(raisedItem('inc-1'));
    await soon(() => expect(incidents(desk)).toEqual(['inc-1']));
    await signIn(desk);
    const incident = () => desk.world().incidents.byId['inc-1'];
    const acknowledge = () => desk.call('incidents.acknowledge', { incidentId: 'inc-1' });
    await acknowledge();
    await soon(() => expect(incident()?.acknowledgement).toMatchObject({ number: 1 }));

    await province.bring(raisedItem('inc-1', { severity: 'emergency' }));

    await soon(() => expect(incident()?.severity).toBe('emergency'));
    expect(incident()?.acknowledgement).toBeUndefined();
    expect(desk.world().incidents.local).toEqual({});
    expect(await acknowledge()).toEqual({ ok: true, value: null });
    await soon(() => expect(incident()?.acknowledgement).toMatchObject({ number: 2 }));
  });
});

describe('a damaged cache', () => {
  it('is set aside at the start, filled again from the province, and told to the operator', async () => {
    const province = await openProvince();
    const machine = openRoom({ backendUrl: province.url, token: province.token });
    const before = machine.start();
    const early = before.window('d1');
    await province.bring(raisedItem('inc-1'), water(29.13));
    await soon(() => expect(incidents(early)).toEqual(['inc-1']));
    await before.stop();
    const file = join(machine.profileDir, 'wall.db');
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(0x5a, 1_024, bytes.length - 512));

    const core = machine.start();
    const desk = core.window('console');
    const wall = core.window('d1');

    await soon(() =>
      expect([incidents(wall), wall.reading('water.gia-bay')?.[1]]).toEqual([['inc-1'], 29.13]),
    );
    expect(readdirSync(machine.profileDir).filter((name) => name.startsWith('wall.db.damaged-'))).not.toEqual(
      [],
    );
    const notices = (desk.last('notices') ?? desk.last('snapshot'))?.notices;
    expect(notices?.map(({ kind }) => kind)).toEqual(['cache-set-aside']);
  });
});

describe('a damaged file of this machine alone', () => {
  /** What its notices say after these files were spoiled. */
  async function noticesAfter(spoiled: readonly string[]) {
    const machine = openRoom({});
    const before = machine.start();
    await before.ready;
    await before.stop();
    for (const name of spoiled) writeFileSync(join(machine.profileDir, name), 'no database'.repeat(500));
    const core = machine.start();
    await core.ready;
    return core.window('console');
  }

  it('does not keep the wall dark, and is told as what it is: nothing of it comes from the province', async () => {
    const desk = await noticesAfter(['audit.db', 'cameras.db', 'evidence.db', 'plates.db', 'usage.db']);

    await soon(() =>
      expect((desk.last('notices') ?? desk.last('snapshot'))?.notices.map(({ kind }) => kind)).toEqual([
        'audit-set-aside',
        'usage-set-aside',
        'cameras-set-aside',
        'plates-set-aside',
        'evidence-set-aside',
      ]),
    );
  });

  it('is told again by every core that follows, until somebody has taken the damaged file away', async () => {
    const machine = openRoom({});
    writeFileSync(join(machine.profileDir, 'audit.db'), 'no database'.repeat(500));
    const startsWith = async (kinds: readonly string[]) => {
      const core = machine.start();
      await core.ready;
      const desk = core.window('console');
      await soon(() => {
        const told = desk.last('notices') ?? desk.last('snapshot');
        expect(told?.notices.map(({ kind }) => kind)).toEqual(kinds);
      });
      await core.stop();
    };
    await startsWith(['audit-set-aside']);
    await startsWith(['audit-set-aside']);

    for (const name of readdirSync(machine.profileDir))
      if (name.startsWith('audit.db.damaged-')) rmSync(join(machine.profileDir, name));
    writeFileSync(join(machine.profileDir, 'usage.db'), 'no database'.repeat(500));
    await startsWith(['usage-set-aside']);
  });

  it('is told also when it is first opened in use, as the past of readings is', async () => {
    const desk = await noticesAfter(['history.db']);

    await desk.call('indicators.history', { key: 'water.gia-bay', sinceMs: 60_000, limit: 9 });

    await soon(() =>
      expect(desk.last('notices')?.notices.map(({ kind }) => kind)).toEqual(['history-set-aside']),
    );
  });
});

describe('a wrong file', () => {
  it('is named field by field, and the core does not start half', async () => {
    const machine = openRoom({ site: { seatDistanceMm: -1 } });

    const core = machine.start();
    await core.ended;

    const fatal = core.messages.find(({ type }) => type === 'fatal');
    expect(fatal).toMatchObject({
      reason: 'config-wrong',
      problems: [{ file: expect.stringContaining('site.json'), path: 'seatDistanceMm' }],
    });
    expect(existsSync(join(machine.profileDir, 'wall.db'))).toBe(false);
  });
});
