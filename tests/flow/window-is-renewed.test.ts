import { describe, expect, it } from 'vitest';
import { fakeWindow } from '../support/fakeWindow.ts';
import { NOON } from '../support/builders.ts';
import { openFakeRoom } from '../support/fakeRoom.ts';

async function aRoom() {
  const room = openFakeRoom();
  const desk = room.window('console');
  await room.signIn(desk);
  const old = room.window('d1');
  const next = fakeWindow({ ...old.identity, windowId: 'd1~1', unseen: true });
  room.app.admit(next.identity, next.port);
  const cover = (commandId: string, on: boolean) =>
    desk.call('wall.cover', { wallId: 'main', commandId, displayIds: 'all', on });
  const receipt = () => room.app.world().walls['main']?.receipts['d1']?.state;
  return { ...room, old, next, cover, receipt };
}

const shown = (commandId: string) => ({ wallId: 'main', commandId, paintedAt: NOON });

describe('a page that waits unseen to take the place of another', () => {
  it('gets all that its window gets, and answers for nothing: what is seen does', async () => {
    const { old, next, cover, receipt } = await aRoom();
    await cover('c1', true);
    expect(next.world().walls['main']?.hold.coveredAll).not.toBeNull();

    await next.call('wall.shown', shown('c1'));
    expect(receipt()).toBe('queued');
    await old.call('wall.shown', shown('c1'));
    expect(receipt()).toBe('shown');
  });

  it('answers for its display from the moment on at which it is seen, also for what was asked before', async () => {
    const { app, old, next, cover, receipt } = await aRoom();
    await cover('c1', true);
    await next.call('wall.shown', shown('c1'));
    app.seen('d1~1', 'd1');

    const { unseen: _, ...identity } = next.identity;
    expect(next.last('snapshot')?.window).toEqual(identity);
    // A page that gets the whole picture says anew what it shows.
    await next.call('wall.shown', shown('c1'));
    expect(receipt()).toBe('shown');

    await cover('c2', false);
    const before = old.events.length;
    await next.call('wall.shown', shown('c2'));
    expect(receipt()).toBe('shown');
    expect(old.events.length).toBe(before);
  });

  it('is dropped without a trace when it waited in vain', async () => {
    const { app, old, cover, receipt } = await aRoom();
    app.dismiss('d1~1');
    await cover('c1', true);
    await old.call('wall.shown', shown('c1'));

    expect(receipt()).toBe('shown');
  });
});
