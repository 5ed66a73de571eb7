import { describe, expect, it } from 'vitest';
import type { PersonRole } from '../../domain/access/model.ts';
import { aSite, NOON } from '../support/builders.ts';
import { openFakeRoom } from '../support/fakeRoom.ts';
import { fakeLanguage, fakePeople } from '../support/fakes.ts';
import type { FakeWindow } from '../support/fakeWindow.ts';

const refused = (reason: string) => ({ ok: false, reason });

async function add(desk: FakeWindow, name: string, role: PersonRole, pin: string): Promise<string> {
  const added = await desk.call('access.addPerson', { name, role, pin });
  if (!added.ok) throw new Error(added.reason);
  return added.value.id;
}

/** An administrator on duty at the console, and an operator on duty at another one. */
async function roomOfTwo(request: Parameters<typeof openFakeRoom>[0] = {}) {
  const room = openFakeRoom(request);
  const [desk, other] = [room.window('console'), room.window('console-2')];
  const { id: ownId } = await room.signIn(desk, 'administrator');
  const personId = await add(desk, 'Trần Văn Sơn', 'operator', '1357');
  await other.call('access.enter', { personId, pin: '1357' });
  const enter = (pin: string) => other.call('access.enter', { personId, pin });
  return { ...room, desk, other, ownId, personId, enter };
}

describe('whoever is added', () => {
  it.each([
    ['technician', 'administrator'],
    ['technician', 'shift-leader'],
    ['shift-leader', 'administrator'],
    ['shift-leader', 'technician'],
  ] as const)('by a %s is no %s, also by hand', async (role, beyond) => {
    const room = openFakeRoom();
    const desk = room.window('console');
    await room.signIn(desk, 'administrator');
    const personId = await add(desk, 'Lê Văn Kỹ', role, '1357');
    await desk.call('access.enter', { personId, pin: '1357' });

    const answer = await desk.call('access.addPerson', { name: 'Bạn tôi', role: beyond, pin: '8642' });

    expect(answer).toEqual(refused('role-beyond'));
    expect(room.audit.entries.at(-1)).toMatchObject({ subject: 'Bạn tôi', outcome: 'role-beyond' });
  });

  it('is an administrator where the machine has none, so that it gets one', async () => {
    const room = openFakeRoom();
    const desk = room.window('console');
    await room.signIn(desk, 'technician');

    await add(desk, 'Phạm Quản Trị', 'administrator', '1357');

    const second = { name: 'Người nữa', role: 'administrator', pin: '1357' } as const;
    expect(await desk.call('access.addPerson', second)).toEqual(refused('role-beyond'));
  });
});

describe('whoever is taken off the list', () => {
  it('stands at no console from that moment on, and the log says who did it to whom', async () => {
    const { desk, other, personId, enter, sessions, audit } = await roomOfTwo();

    expect(await desk.call('access.removePerson', { personId })).toEqual({ ok: true, value: null });

    const draft = { wallId: 'main', from: 'empty' } as const;
    expect(await other.call('wall.openDraft', draft)).toEqual(refused('not-allowed'));
    expect(await other.call('access.people', {})).toMatchObject({ value: { signedIn: null } });
    expect(sessions.at(-1)).toEqual(['console-2', null]);
    expect(await enter('1357')).toEqual(refused('person-unknown'));
    expect(audit.entries.find(({ action }) => action === 'access.removePerson')).toMatchObject({
      by: 'Nguyễn Thị Hạnh',
      subject: 'Trần Văn Sơn',
      outcome: 'done',
      before: { kept: true, role: 'operator' },
      after: { kept: false },
    });
  });

  it('is told to their window', async () => {
    const { desk, other, personId } = await roomOfTwo();
    const openings = () => other.events.filter(({ type }) => type === 'snapshot').length;
    const before = openings();

    await desk.call('access.removePerson', { personId });

    expect(openings()).toBe(before + 1);
  });

  it('is never the last administrator, nobody whom others may not add, and nobody of the site file', async () => {
    const { desk, other, ownId, personId } = await roomOfTwo();
    expect(await desk.call('access.removePerson', { personId: ownId })).toEqual(
      refused('last-administrator'),
    );
    expect(await other.call('access.removePerson', { personId })).toEqual(refused('not-allowed'));
    expect(await desk.call('access.removePerson', { personId: 'id-404' })).toEqual(refused('person-unknown'));

    const demonstrationPeople = [
      { name: 'Quản trị trình diễn', role: 'administrator', pin: '135790' },
      { name: 'Trực ban trình diễn', role: 'operator', pin: '246810' },
    ] as const;
    const room = openFakeRoom({ site: aSite({ demonstrationPeople: [...demonstrationPeople] }) });
    const shown = room.window('console');
    const found = await shown.call('access.people', {});
    const [keeper, shift] = found.ok ? found.value.demonstration : [];
    await shown.call('access.enter', { personId: keeper?.personId ?? '', pin: '135790' });
    const ofSite = { personId: shift?.personId ?? '' };
    expect(await shown.call('access.removePerson', ofSite)).toEqual(refused('person-of-site'));
    expect(await shown.call('access.changePin', { ...ofSite, pin: '9753' })).toEqual(
      refused('person-of-site'),
    );
  });

  it('is gone after a restart too', async () => {
    const people = fakePeople();
    const { desk, personId } = await roomOfTwo({ people });
    await desk.call('access.removePerson', { personId });

    const again = openFakeRoom({ people }).window('console', personId);

    expect(await again.call('access.people', {})).toMatchObject({
      value: { signedIn: null, people: [{ name: 'Nguyễn Thị Hạnh' }] },
    });
  });
});

describe('a PIN', () => {
  it('is changed by whoever knows the one before, and the log never holds either', async () => {
    const { other, personId, enter, audit } = await roomOfTwo();
    const change = (currentPin: string, pin = '97531') =>
      other.call('access.changePin', { personId, pin, currentPin });

    expect(await change('0000')).toEqual(refused('pin-wrong'));
    expect(await change('1357', '12')).toEqual(refused('pin-too-short'));
    expect(await change('1357')).toEqual({ ok: true, value: null });

    expect(await enter('1357')).toEqual(refused('pin-wrong'));
    expect(await enter('97531')).toMatchObject({ ok: true });
    expect(audit.entries.filter(({ action }) => action === 'access.changePin')).toMatchObject([
      { by: 'Trần Văn Sơn', subject: 'Trần Văn Sơn', outcome: 'pin-wrong' },
      { outcome: 'pin-too-short' },
      { outcome: 'done' },
    ]);
    expect(JSON.stringify(audit.entries)).not.toMatch(/1357|97531/);
  });

  it('is guessed no faster by changing it than by signing in', async () => {
    const { other, personId } = await roomOfTwo();
    const change = (currentPin: string) =>
      other.call('access.changePin', { personId, pin: '97531', currentPin });

    for (const pin of ['1111', '2222', '3333']) await change(pin);

    expect(await change('1357')).toEqual({ ...refused('too-many-tries'), mayTryAt: NOON + 30_000 });
  });

  it('of anybody is given anew by an administrator alone, and opens at once what wrong tries had closed', async () => {
    const { desk, other, ownId, personId, enter } = await roomOfTwo();
    for (const pin of ['1111', '2222', '3333']) await enter(pin);
    expect(await other.call('access.changePin', { personId: ownId, pin: '8642' })).toEqual(
      refused('not-allowed'),
    );

    expect(await desk.call('access.changePin', { personId, pin: '8642' })).toEqual({ ok: true, value: null });

    expect(await enter('8642')).toMatchObject({ ok: true });
  });
});

describe('the language of a console', () => {
  it('is kept for whoever stands there next, before anybody signs in and after a restart', async () => {
    const language = fakeLanguage();
    const room = openFakeRoom({ language });
    expect(await room.window('console').call('access.chooseLanguage', { language: 'en' })).toMatchObject({
      ok: true,
    });
    expect(await room.window('console').call('access.people', {})).toMatchObject({
      value: { signedIn: null, language: 'en' },
    });

    const again = openFakeRoom({ language }).window('console');

    expect(await again.call('access.people', {})).toMatchObject({ value: { language: 'en' } });
    expect(room.audit.entries).toEqual([]);
  });
});
