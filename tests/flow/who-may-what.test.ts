import { describe, expect, it } from 'vitest';
import { aSite, NOON } from '../support/builders.ts';
import { fakeWindow } from '../support/fakeWindow.ts';
import { fakePeople } from '../support/fakes.ts';
import { openFakeRoom } from '../support/fakeRoom.ts';

const take = {
  commandId: 'c',
  wallId: 'main',
  source: { from: 'scene', sceneId: 'map' },
  programRevision: 1,
};

/** Asks with words that the types would not let pass. */
function ask(
  room: ReturnType<typeof openFakeRoom>,
  kind: 'wall' | 'console',
  name: unknown,
  input: unknown,
): Promise<unknown> {
  const window = fakeWindow({ windowId: `asks-${kind}`, kind, wallId: 'main', displayIds: [] });
  return new Promise((answered) => {
    room.app.admit(window.identity, {
      ...window.port,
      post: (message) => typeof message !== 'string' && message.id === 99 && answered(message.answer),
    });
    window.say({ type: 'call', id: 99, name, input });
  });
}

describe('a wall window', () => {
  it.each([
    ['wall.take', take],
    ['wall.openDraft', { wallId: 'main', from: { sceneId: 'map' } }],
    ['incidents.acknowledge', { incidentId: 'inc-1' }],
    ['access.enter', { personId: 'id-1', pin: '2468' }],
    ['access.addPerson', { name: 'Kẻ lạ', role: 'technician', pin: '2468' }],
    ['access.people', {}],
    ['access.chooseLanguage', { language: 'en' }],
  ])('may not ask %s', async (name, input) => {
    expect(await ask(openFakeRoom(), 'wall', name, input)).toEqual({ ok: false, reason: 'not-allowed' });
  });
});

describe('a console without anybody signed in', () => {
  it.each([
    ['wall.take', take],
    ['wall.openDraft', { wallId: 'main', from: { sceneId: 'map' } }],
    ['incidents.acknowledge', { incidentId: 'inc-1' }],
    ['incidents.dismissConflict', { incidentId: 'inc-1' }],
  ])('may not %s', async (name, input) => {
    expect(await ask(openFakeRoom(), 'console', name, input)).toEqual({ ok: false, reason: 'not-allowed' });
  });

  it('may not speak for a wall window', async () => {
    const ready = await ask(openFakeRoom(), 'console', 'wall.ready', { wallId: 'main', takeId: 't' });
    expect(ready).toEqual({ ok: false, reason: 'not-allowed' });
  });
});

describe('a question that makes no sense', () => {
  it.each([
    ['an unknown name', 'wall.explode', {}],
    ['a name of every object', 'constructor', {}],
    ['a prototype', '__proto__', {}],
    ['no input', 'world.watch', undefined],
    ['a wrong type', 'world.watch', { keys: 'water.gia-bay' }],
    ['too many keys', 'world.watch', { keys: Array.from({ length: 5_001 }, (_, index) => `k${index}`) }],
    ['a key that is no id', 'world.watch', { keys: ['../../etc/passwd'] }],
    ['a PIN of a megabyte', 'access.enter', { personId: 'id-1', pin: '1'.repeat(1_000_000) }],
    ['a language that nobody wrote down', 'access.chooseLanguage', { language: 'fr' }],
    ['an infinite time', 'indicators.history', { key: 'a', sinceMs: Infinity, limit: 10 }],
    ['a limit without limit', 'indicators.history', { key: 'a', sinceMs: 1_000, limit: 1e9 }],
  ])('is refused: %s', async (_what, name, input) => {
    expect(await ask(openFakeRoom(), 'console', name, input)).toEqual({ ok: false, reason: 'input-invalid' });
  });

  it.each([
    null,
    1,
    'call',
    [],
    { type: 'call' },
    { type: 'call', id: 'x', name: 'world.reopen' },
    { type: 'taken', more: 1 },
  ])('is passed over when it is no question at all: %j', (message) => {
    const room = openFakeRoom();
    room.window('console').say(message);
    expect(room.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('cannot say who asks', async () => {
    const room = openFakeRoom();
    const input = {
      wallId: 'main',
      takeId: 't',
      paintedAt: NOON,
      kind: 'wall',
      windowId: 'd1',
      person: { role: 'technician' },
    };
    expect(await ask(room, 'console', 'wall.shown', input)).toEqual({ ok: false, reason: 'not-allowed' });
  });
});

describe('a name that every object has', () => {
  it.each([
    ['wall.openDraft', { wallId: 'main', from: { sceneId: 'constructor' } }, 'scene-unknown'],
    ['wall.openDraft', { wallId: 'constructor', from: { sceneId: 'map' } }, 'wall-unknown'],
    ['wall.openDraft', { wallId: 'main', from: { sceneId: '__proto__' } }, 'input-invalid'],
    ['wall.take', { ...take, wallId: 'constructor' }, 'wall-unknown'],
    ['wall.take', { ...take, source: { from: 'scene', sceneId: 'constructor' } }, 'scene-unknown'],
    ['incidents.acknowledge', { incidentId: 'constructor' }, 'incident-unknown'],
    ['incidents.dismissConflict', { incidentId: 'constructor' }, 'incident-unknown'],
    ['cameras.open', { cameraId: 'constructor', widthPx: 100 }, 'camera-unknown'],
    ['access.enter', { personId: 'constructor', pin: '2468' }, 'person-unknown'],
  ])('is nothing of the room: %s %j', async (name, input, reason) => {
    const room = openFakeRoom();
    await room.signIn(room.window('asks-console'));
    const before = room.app.world();

    expect(await ask(room, 'console', name, input)).toEqual({ ok: false, reason });
    expect(room.app.world()).toBe(before);
  });
});

describe('signing in', () => {
  const nobody = { ok: true, value: { people: [], signedIn: null, language: 'vi', demonstration: [] } };

  it('starts with the first person, whom anybody at the console may add; the next one only a technician', async () => {
    const room = openFakeRoom();
    const desk = room.window('console');
    expect(await desk.call('access.people', {})).toEqual(nobody);

    await desk.call('access.addPerson', { name: 'Lê Văn Kỹ', role: 'technician', pin: '2468' });

    const second = { name: 'Phạm Thị Trực', role: 'operator', pin: '1357' } as const;
    expect(await desk.call('access.addPerson', second)).toEqual({ ok: false, reason: 'not-allowed' });
    await room.signIn(desk);
    expect(await desk.call('access.addPerson', second)).toMatchObject({
      ok: true,
      value: { name: 'Phạm Thị Trực' },
    });
    expect(await desk.call('access.addPerson', { ...second, name: ' phạm thị TRỰC ' })).toEqual({
      ok: false,
      reason: 'name-taken',
    });
    expect(await desk.call('access.addPerson', { ...second, name: 'Khác', pin: '12' })).toEqual({
      ok: false,
      reason: 'pin-too-short',
    });
  });

  it('of a real room knows nobody of the demonstration that was tried on it, and its own people stay', async () => {
    const trial = [{ name: 'Quản trị trình diễn', role: 'administrator' as const, pin: '135790' }];
    const shared = { people: fakePeople() };
    const tried = openFakeRoom({ ...shared, site: aSite({ demonstrationPeople: trial }) }).window('console');
    const found = await tried.call('access.people', {});
    const personId = found.ok ? (found.value.people[0]?.id ?? '') : '';
    await tried.call('access.enter', { personId, pin: '135790' });
    await tried.call('access.addPerson', { name: 'Trần Văn Bình', role: 'administrator', pin: '2468' });

    const real = openFakeRoom(shared).window('console');

    const left = await real.call('access.people', {});
    expect(left.ok && left.value.people.map(({ name }) => name)).toEqual(['Trần Văn Bình']);
    expect(await real.call('access.enter', { personId, pin: '135790' })).toMatchObject({ ok: false });
  });

  it('of a demonstration has its people from the start, once, each with the PIN that everybody may know', async () => {
    const people = [
      { name: 'Trực ban trình diễn', role: 'operator', pin: '246810' },
      { name: 'Quản trị trình diễn', role: 'administrator', pin: '135790' },
    ] as const;
    const room = openFakeRoom({ site: aSite({ demonstrationPeople: [...people] }) });
    const desk = room.window('console');

    const found = await desk.call('access.people', {});
    const second = found.ok ? found.value.demonstration[1] : undefined;
    await desk.call('access.enter', { personId: second?.personId ?? '', pin: '135790' });

    expect(found.ok && found.value.demonstration.map(({ name }) => name)).toEqual(
      people.map(({ name }) => name),
    );
    const everything = { words: [], from: 0, to: NOON + 1 };
    expect(await desk.call('audit.search', everything)).toMatchObject({ ok: true });
  });

  it('never tells a window anything about a PIN', async () => {
    const room = openFakeRoom();
    const desk = room.window('console');
    await room.signIn(desk);

    expect(JSON.stringify(await desk.call('access.people', {}))).not.toMatch(/pin|clear|2468/i);
  });

  it('lasts over a reload of the window, until somebody leaves', async () => {
    const room = openFakeRoom();
    const person = await room.signIn(room.window('console'));

    const reloaded = room.window('console');
    expect(await reloaded.call('access.people', {})).toMatchObject({ value: { signedIn: person } });

    await reloaded.call('access.leave', {});
    expect(await reloaded.call('access.people', {})).toMatchObject({ value: { signedIn: null } });
  });

  it('works while the disk refuses to keep tries, and gives nobody more of them', async () => {
    const people = fakePeople();
    const room = openFakeRoom({
      people: {
        ...people,
        put(record) {
          if (full) throw new Error('SQLITE_FULL');
          people.put(record);
        },
      },
    });
    let full = false;
    const desk = room.window('console');
    const { id: personId } = await room.signIn(desk);
    const enter = (pin: string) => desk.call('access.enter', { personId, pin });
    full = true;

    expect(await enter('2468')).toMatchObject({ ok: true });
    for (const pin of ['1111', '2222', '3333'])
      expect(await enter(pin)).toMatchObject({ ok: false, reason: 'pin-wrong' });
    expect(await enter('2468')).toMatchObject({ ok: false, reason: 'too-many-tries' });

    full = false;
    await room.clock.advance(30_000);
    expect(await enter('2468')).toMatchObject({ ok: true });
  });

  it('lasts over a restart of the core at the console, when the shell says who stood there', async () => {
    const people = fakePeople();
    const before = openFakeRoom({ people });
    const person = await before.signIn(before.window('console'));
    expect(before.sessions).toEqual([['console', person.id]]);

    const room = openFakeRoom({ people });
    const desk = room.window('console', person.id);

    expect(await desk.call('access.people', {})).toMatchObject({ value: { signedIn: person } });
  });

  it('is not brought back by a person who is gone, at a wall window, or after leaving', async () => {
    const room = openFakeRoom();
    expect(await room.window('console', 'id-404').call('access.people', {})).toMatchObject({
      value: { signedIn: null },
    });
    const { id } = await room.signIn(room.window('console'));
    await room.window('console').call('access.leave', {});
    room.window('d1', id);

    const late = room.window('console', id);

    expect(await late.call('access.people', {})).toMatchObject({ value: { signedIn: null } });
    expect(room.sessions).toEqual([
      ['console', null],
      ['console', id],
      ['console', null],
    ]);
  });

  it('does not last over the closing of the window', async () => {
    const room = openFakeRoom();
    await room.signIn(room.window('console'));
    room.app.dismiss('console');

    expect(await room.window('console').call('access.people', {})).toMatchObject({
      value: { signedIn: null },
    });
  });

  it('leaves the wall as it is', async () => {
    const room = openFakeRoom();
    const wall = room.window('d1');
    const before = wall.world();

    await room.signIn(room.window('console'));

    expect(wall.world()).toBe(before);
  });

  it('is closed for a while after three wrong PINs, also for the right one, and open again afterwards', async () => {
    const room = openFakeRoom();
    const desk = room.window('console');
    const { id: personId } = await room.signIn(desk);
    const enter = (pin: string) => desk.call('access.enter', { personId, pin });

    for (const pin of ['1111', '2222', '3333'])
      expect(await enter(pin)).toMatchObject({ ok: false, reason: 'pin-wrong' });
    expect(await enter('2468')).toEqual({ ok: false, reason: 'too-many-tries', mayTryAt: NOON + 30_000 });

    await room.clock.advance(30_000);
    expect(await enter('2468')).toMatchObject({ ok: true });
  });

  it('counts tries that come all at once as many tries', async () => {
    const room = openFakeRoom();
    const desk = room.window('console');
    const { id: personId } = await room.signIn(desk);

    const tries = Array.from({ length: 50 }, (_, index) =>
      desk.call('access.enter', { personId, pin: String(3_000 + index) }),
    );
    const reasons = (await Promise.all(tries)).map((answer) => (answer.ok ? 'in' : answer.reason));

    expect(reasons.filter((reason) => reason === 'pin-wrong')).toHaveLength(3);
    expect(reasons.filter((reason) => reason === 'too-many-tries')).toHaveLength(47);
  });
});
