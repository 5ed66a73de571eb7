import { describe, expect, it } from 'vitest';
import { openFakeRoom } from '../support/fakeRoom.ts';

const wallId = 'main';

async function roomOfTwoConsoles() {
  const room = openFakeRoom();
  const desk = room.window('console');
  const person = await room.signIn(desk);
  const other = room.window('other-console');
  await other.call('access.enter', { personId: person.id, pin: '2468' });
  const control = () => room.app.world().walls[wallId]?.control;
  return { ...room, desk, other, person, control };
}

describe('control of a wall', () => {
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
