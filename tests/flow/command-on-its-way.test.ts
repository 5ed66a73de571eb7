import { describe, expect, it } from 'vitest';
import { emptyWorld } from '../../domain/contract/world.ts';
import type { Caller } from '../../main/kernel/handlers.ts';
import { fakeClock } from '../support/fakes.ts';
import { createRemoteWall } from '../../main/wall/remote.ts';

const desk: Caller = {
  windowId: 'console',
  kind: 'console',
  wallId: 'main',
  displayIds: [],
  person: { id: 'p', name: 'Hạnh', role: 'operator' },
};

function aDesk() {
  const clock = fakeClock();
  const sent: unknown[] = [];
  const wall = createRemoteWall({
    wallId: 'main',
    hub: { world: () => emptyWorld },
    clock,
    newId: () => 'c-1',
    isLive: () => true,
    send: (frame) => void sent.push(frame),
  });
  const freeze = (): Promise<unknown> => wall.elsewhere({ name: 'wall.freeze', input: { on: true } }, desk);
  return { clock, sent, wall, freeze };
}

describe('a command on its way to the wall', () => {
  it('whose line breaks is not said to have arrived, nor to be lost', async () => {
    const { wall, freeze, sent } = aDesk();
    const answer = freeze();
    expect(sent).toHaveLength(1);

    wall.closed();

    expect(await answer).toEqual({ ok: false, reason: 'no-word' });
  });

  it('of which nobody says a word is told so after a while', async () => {
    const { clock, freeze } = aDesk();
    const answer = freeze();

    await clock.advance(13_000);

    expect(await answer).toEqual({ ok: false, reason: 'no-word' });
  });

  it('that the backend could not deliver is told as that', async () => {
    const { wall, freeze } = aDesk();
    const answer = freeze();

    wall.outcome({ kind: 'outcome', protocol: 1, wallId: 'main', commandId: 'c-1', state: 'not-delivered' });

    expect(await answer).toEqual({ ok: false, reason: 'not-delivered' });
  });
});
