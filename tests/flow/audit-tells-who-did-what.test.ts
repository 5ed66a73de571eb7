import { describe, expect, it } from 'vitest';
import type { AuditQuery } from '../../domain/audit/model.ts';
import type { PanelSpec, Tile } from '../../domain/wall/model.ts';
import { aCamera, aProvince, NOON } from '../support/builders.ts';
import { openFakeRoom } from '../support/fakeRoom.ts';

const ALL: AuditQuery = { words: [], from: 0, to: NOON + 86_400_000 };
const words = (...texts: readonly string[]): AuditQuery['words'] =>
  texts.map((text) => ({ text, actions: [], outcomes: [], roles: [] }));
const take = {
  commandId: 'take-1',
  wallId: 'main',
  source: { from: 'scene', sceneId: 'map' },
  programRevision: 1,
} as const;

function aTile(id: string, panel: PanelSpec): Tile {
  return { id, layer: 'overlay', area: { xMm: 0, yMm: 0, widthMm: 600, heightMm: 300 }, panel, priority: 2 };
}

async function roomWith(role: 'operator' | 'shift-leader' | 'guest') {
  const room = openFakeRoom();
  const desk = room.window('console');
  await room.signIn(desk, role);
  return { ...room, desk };
}

type Audit = Awaited<ReturnType<typeof roomWith>>['audit'];
/** Without the coming and going at the console. */
const done = ({ entries }: Audit) => entries.filter(({ action }) => !action.startsWith('access.'));

describe('the audit log', () => {
  it('says who came, who went and who tried a wrong PIN, and never the PIN', async () => {
    const { desk, audit } = await roomWith('operator');
    const people = await desk.call('access.people', {});
    const personId = (people.ok && people.value.people[0]?.id) || '';

    await desk.call('access.leave', {});
    await desk.call('access.leave', {});
    await desk.call('access.enter', { personId, pin: '86420' });

    const hanh = { by: 'Nguyễn Thị Hạnh', role: 'operator', subject: 'Nguyễn Thị Hạnh' };
    expect(audit.entries).toMatchObject([
      { ...hanh, action: 'access.addPerson', outcome: 'done' },
      { ...hanh, action: 'access.enter', outcome: 'done' },
      { ...hanh, action: 'access.leave', outcome: 'done' },
      { ...hanh, action: 'access.enter', outcome: 'pin-wrong' },
    ]);
    expect(JSON.stringify(audit.entries)).not.toMatch(/2468|86420/);
  });

  it('says who took what, from which console, what was on before and what after', async () => {
    const { desk, audit } = await roomWith('operator');

    await desk.call('wall.take', take);

    expect(done(audit)).toMatchObject([
      {
        at: NOON,
        by: 'Nguyễn Thị Hạnh',
        role: 'operator',
        from: 'console',
        action: 'wall.take',
        outcome: 'done',
        before: { scene: 'Tổng quan', revision: 1 },
        after: { scene: 'Bản đồ', revision: 2 },
      },
    ]);
  });

  it('says who had control of the wall before and after, and which draft was dropped', async () => {
    const { desk, audit } = await roomWith('operator');
    await desk.call('wall.takeControl', { wallId: 'main', epoch: 0 });
    const draft = await desk.call('wall.openDraft', { wallId: 'main', from: { sceneId: 'map' } });
    const draftId = draft.ok ? draft.value.id : '';
    await desk.call('wall.dropDraft', { wallId: 'main', draftId });

    expect(done(audit)).toMatchObject([
      {
        action: 'wall.takeControl',
        before: { controller: null },
        after: { controller: 'Nguyễn Thị Hạnh' },
      },
      { action: 'wall.openDraft', before: { drafts: 0 }, after: { drafts: 1 } },
      { action: 'wall.dropDraft', subject: 'Bản đồ', before: { drafts: 1 }, after: { drafts: 0 } },
    ]);
  });

  it('says who made somebody an administrator, the first of all too, and who tried it without the right', async () => {
    const { desk, audit } = await roomWith('operator');
    await desk.call('access.addPerson', { name: 'Kẻ lạ', role: 'administrator', pin: '97531' });
    const leader = await roomWith('shift-leader');
    await leader.desk.call('access.addPerson', { name: 'Trần Văn Sơn', role: 'operator', pin: '97531' });
    const fresh = openFakeRoom();
    const first = fresh.window('console');
    await first.call('access.addPerson', { name: 'Lê Minh', role: 'administrator', pin: '97531' });
    await first.call('access.addPerson', { name: 'Ai đó', role: 'administrator', pin: '97531' });
    const added = (of: Audit) => of.entries.filter(({ action }) => action === 'access.addPerson');

    const hanh = { by: 'Nguyễn Thị Hạnh', subject: 'Nguyễn Thị Hạnh', outcome: 'done' };
    expect(added(audit)).toMatchObject([
      hanh,
      { by: 'Nguyễn Thị Hạnh', subject: 'Kẻ lạ', outcome: 'not-allowed', after: { role: 'administrator' } },
    ]);
    expect(added(leader.audit)).toMatchObject([hanh, { subject: 'Trần Văn Sơn', outcome: 'done' }]);
    expect(added(fresh.audit)).toMatchObject([
      { by: 'Lê Minh', role: 'administrator', subject: 'Lê Minh', outcome: 'done' },
    ]);
  });

  it('says of an undone step which tiles went back, and of one done again which came', async () => {
    const { desk, audit } = await roomWith('operator');
    const draft = await desk.call('wall.openDraft', { wallId: 'main', from: { sceneId: 'map' } });
    const ids = { wallId: 'main', draftId: draft.ok ? draft.value.id : '' };
    const tile = draft.ok ? Object.values(draft.value.scene.tiles)[0] : undefined;
    if (tile === undefined) throw new Error('the scene has no tile');
    await desk.call('wall.editDraft', { ...ids, kind: 'remove', patch: { [tile.id]: null } });
    const stood = audit.entries.at(-1)?.before[tile.id];

    await desk.call('wall.undo', ids);
    await desk.call('wall.redo', ids);
    await desk.call('wall.redo', ids);

    const [undone, redone, refused] = audit.entries.slice(-3);
    expect(stood).toMatchObject({ kind: 'map', place: expect.stringMatching(/^\d+ \d+ \d+ \d+$/) });
    expect(undone).toMatchObject({
      before: { tiles: 1, [tile.id]: null },
      after: { tiles: 1, [tile.id]: stood },
    });
    expect(redone).toMatchObject({
      before: { tiles: 1, [tile.id]: stood },
      after: { tiles: 1, [tile.id]: null },
    });
    expect(refused).toMatchObject({ outcome: 'nothing-to-redo', before: { tiles: 0 }, after: { tiles: 0 } });
  });

  it('says what a tile showed before and after, in a draft and in a live edit: other words, another camera', async () => {
    const cameras = [aCamera(), aCamera({ id: 'cam-02', name: { vi: 'Cầu Gia Bảy', en: 'Gia Bay bridge' } })];
    const room = openFakeRoom({ province: aProvince({ cameras }) });
    const desk = room.window('console');
    await room.signIn(desk);
    const draft = await desk.call('wall.openDraft', { wallId: 'main', from: 'empty' });
    const ids = { wallId: 'main', draftId: draft.ok ? draft.value.id : '' };
    const put = (text: string) =>
      desk.call('wall.editDraft', {
        ...ids,
        kind: 'change',
        patch: { b: aTile('b', { kind: 'banner', text, tone: 'info' }) },
      });
    const drop = (cameraId: string, programRevision: number) =>
      desk.call('wall.take', {
        ...{ commandId: cameraId, wallId: 'main', programRevision },
        source: { from: 'edit', patch: { c: aTile('c', { kind: 'camera', cameraId }) } },
      });

    await put('Họp lúc 14 giờ');
    await put('Họp lúc 15 giờ');
    await drop('cam-01', 1);
    await drop('cam-02', 2);

    const place = '0 0 600 300';
    const banner = (shows: string) => ({ tiles: 1, b: { kind: 'banner', shows, place } });
    const camera = (shows: string) => ({ tiles: 1, c: { kind: 'camera', shows, place } });
    expect(done(room.audit).slice(-4)).toMatchObject([
      { before: { tiles: 1, b: null }, after: banner('Họp lúc 14 giờ') },
      { before: banner('Họp lúc 14 giờ'), after: banner('Họp lúc 15 giờ') },
      {
        action: 'wall.take',
        before: { revision: 1, c: null },
        after: { revision: 2, ...camera('Nút giao Đồng Quang') },
      },
      { before: camera('Nút giao Đồng Quang'), after: { revision: 3, ...camera('Cầu Gia Bảy') } },
    ]);
  });

  it('holds no more of a long text than its beginning, and no secret of an address', async () => {
    const { desk, audit } = await roomWith('operator');
    const url = 'https://user:matkhau@dashboard.tinh.vn/lu?token=bimat#x';
    const wide = { xMm: 0, yMm: 0, widthMm: 2_400, heightMm: 680 };
    const patch = {
      t: {
        ...aTile('t', { kind: 'text', title: 'Tin', text: 'nước '.repeat(80), arcMinutes: 16 }),
        area: wide,
      },
      w: aTile('w', { kind: 'web', title: 'Lũ', url, zoom: 1, reloadMinutes: 0 }),
    };
    await desk.call('wall.take', {
      ...{ commandId: 'c', wallId: 'main', programRevision: 1 },
      source: { from: 'edit', patch },
    });

    const after = done(audit).at(-1)?.after;
    expect(after).toMatchObject({ w: { shows: 'Lũ, dashboard.tinh.vn/lu' } });
    expect(JSON.stringify(audit.entries)).not.toMatch(/matkhau|bimat/);
    expect(JSON.stringify(after).length).toBeLessThan(600);
  });

  it('says what a plan was and what it is: its stops, its days and hours, its minutes', async () => {
    const { desk, audit } = await roomWith('operator');
    const wallId = 'main';
    const stop = (sceneId: string, dwellMs: number) => ({ sceneId, dwellMs });
    const days = { kind: 'weekly' as const, weekdays: [1, 5] };
    const hours = { days, fromMinute: 420, untilMinute: 690 };

    const kept = await desk.call('schedule.keepTour', { wallId, name: 'Vòng', stops: [stop('map', 60_000)] });
    const tourId = kept.ok ? kept.value.tourId : '';
    const stops = [stop('map', 30_000), stop('overview', 90_000)];
    await desk.call('schedule.keepTour', { wallId, tourId, name: 'Vòng', stops });
    await desk.call('schedule.keepEntry', {
      wallId,
      name: 'Giao ban',
      hours,
      showing: { kind: 'tour', tourId },
      on: true,
    });
    const festival = { kind: 'dates' as const, first: '2026-12-05', last: '2026-12-06' };
    await desk.call('schedule.keepEntry', {
      wallId,
      name: 'Lễ hội',
      hours: { ...hours, days: festival },
      showing: { kind: 'scene', sceneId: 'map' },
      on: true,
    });
    await desk.call('schedule.setIdle', { wallId, on: true, afterMs: 600_000, sceneId: 'map' });

    const said = done(audit).map(({ action, subject, outcome, before, after }) => ({
      action,
      subject,
      outcome,
      before,
      after,
    }));
    expect(said).toMatchObject([
      { subject: 'Vòng', before: { kept: false }, after: { kept: true, stops: 'Bản đồ 60 giây' } },
      {
        before: { stops: 'Bản đồ 60 giây' },
        after: { stops: 'Bản đồ 30 giây, Tổng quan 90 giây' },
      },
      {
        subject: 'Giao ban',
        before: { kept: false },
        after: { kept: true, days: 'T2 T6', hours: '07:00–11:30', shows: 'Vòng', on: true },
      },
      { subject: 'Lễ hội', after: { days: '05/12/2026–06/12/2026', shows: 'Bản đồ' } },
      { before: { idle: false }, after: { idle: true, idleScene: 'Bản đồ', idleMinutes: 10 } },
    ]);
  });

  it('keeps what was refused, with its reason, and what somebody had no right to', async () => {
    const { desk, audit } = await roomWith('guest');
    await desk.call('wall.take', take);
    const shift = await roomWith('operator');
    await shift.desk.call('wall.take', { ...take, programRevision: 9 });

    const after = { asked: 'Bản đồ' };
    expect(done(audit)).toMatchObject([
      { role: 'guest', action: 'wall.take', outcome: 'not-allowed', after },
    ]);
    expect(done(shift.audit)).toMatchObject([{ action: 'wall.take', outcome: 'program-moved-on', after }]);
  });

  it('never holds a PIN', async () => {
    const { desk, audit } = await roomWith('shift-leader');
    await desk.call('access.addPerson', { name: 'Trần Văn Sơn', role: 'operator', pin: '97531' });
    await desk.call('wall.take', take);
    expect(JSON.stringify(audit.entries)).not.toContain('97531');
  });

  it('is found without marks by those who may read it, and by nobody else', async () => {
    const { desk } = await roomWith('shift-leader');
    await desk.call('wall.take', take);

    const found = await desk.call('audit.search', { ...ALL, words: words('hạnh', 'ban', 'Đồ') });
    const none = await desk.call('audit.search', { ...ALL, words: words('lu', 'quet') });

    const taken = { text: 'len', actions: ['wall.take'], outcomes: [], roles: [] };
    const named = await desk.call('audit.search', { ...ALL, words: [taken] });

    expect(found).toMatchObject({ ok: true, value: [{ action: 'wall.take' }] });
    expect(named).toEqual(found);
    expect(none).toEqual({ ok: true, value: [] });
    const operator = await roomWith('operator');
    expect(await operator.desk.call('audit.search', ALL)).toEqual({ ok: false, reason: 'not-allowed' });
  });

  it('leaves whole for those who may read it, which is written down, and refuses the others', async () => {
    const { desk, audit } = await roomWith('shift-leader');
    await desk.call('wall.take', take);
    const before = [...audit.entries].reverse();

    const answer = await desk.call('audit.export', ALL);

    expect(answer.ok && JSON.parse(answer.value.entries)).toEqual(before);
    expect(audit.entries.at(-1)).toMatchObject({ action: 'audit.export', outcome: 'done' });
    const operator = await roomWith('operator');
    expect(await operator.desk.call('audit.export', ALL)).toEqual({ ok: false, reason: 'not-allowed' });
  });

  it('that the disk refuses stops no command, and is told until the log takes entries again', async () => {
    const { desk, audit, app, clock, log } = await roomWith('operator');
    const { append } = audit;
    const kept = audit.entries.length;
    audit.append = () => {
      throw new Error('SQLITE_FULL');
    };

    expect(await desk.call('wall.take', take)).toMatchObject({ ok: true });

    expect(app.world().walls['main']?.program?.revision).toBe(2);
    expect(log.lines).toContainEqual(expect.objectContaining({ event: 'audit.unkept' }));
    expect(desk.last('notices')?.notices).toMatchObject([{ kind: 'disk-full' }]);

    await desk.call('wall.labelScene', { wallId: 'main', sceneId: 'map', label: { name: 'Bản đồ lũ' } });
    audit.append = append;
    await clock.advance(10_000);
    expect(desk.last('notices')?.notices).toEqual([]);
    // What was done meanwhile is in it, in its order.
    expect(audit.entries.slice(kept).map(({ action }) => action)).toEqual(['wall.take', 'wall.labelScene']);
  });
});
