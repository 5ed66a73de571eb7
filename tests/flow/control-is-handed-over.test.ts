import { describe, expect, it } from 'vitest';
import { openFakeRoom } from '../support/fakeRoom.ts';

const wallId = 'main';

async function roomOfTwoConsoles() {
  const room = openFakeRoom();
  const desk = room.window('console');
  const person = await room.signIn(desk, 'technician');
  const other = room.window('other-console');
  await other.call('access.enter', { personId: person.id, pin: '2468' });
  const control = () => room.app.world().walls[wallId]?.control;
  return { ...room, desk, other, person, control };
}

describe('control of a wall', () => {
  it('bears the name of whoever stands at the console that has it, and no name while nobody does', async () => {
    const { app, desk, other, control } = await roomOfTwoConsoles();
    await desk.call('wall.takeControl', { wallId, epoch: 0 });
    await other.call('wall.askControl', { wallId });
    await desk.call('access.addPerson', { name: 'Trần Văn Nam', role: 'operator', pin: '1357' });
    const people = await desk.call('access.people', {});
    const next = people.ok && people.value.people.find(({ name }) => name === 'Trần Văn Nam');
    expect(control()?.holder?.person).toBe('Nguyễn Thị Hạnh');

    await desk.call('access.leave', {});
    expect(control()).toMatchObject({ epoch: 1, holder: { console: 'console', person: 'system' } });
    await desk.call('access.enter', { personId: next ? next.id : '', pin: '1357' });
    await other.call('access.leave', {});
    expect(control()).toMatchObject({
      epoch: 1,
      holder: { console: 'console', person: 'Trần Văn Nam' },
      asks: { console: 'other-console', person: 'system' },
    });
    expect(app.world().walls[wallId]?.program?.scene.id).toBe('overview');
  });

  it('is not given to a console that asked and went', async () => {
    const { app, desk, other, control } = await roomOfTwoConsoles();
    await desk.call('wall.takeControl', { wallId, epoch: 0 });
    await other.call('wall.askControl', { wallId });
    expect(control()?.asks?.console).toBe('other-console');

    app.dismiss('other-console');

    expect(control()).toMatchObject({ asks: null, lostAt: null, holder: { console: 'console' } });
    expect(await desk.call('wall.giveControl', { wallId, to: 'asking' })).toEqual({
      ok: false,
      reason: 'nobody-asks',
    });
  });
});
