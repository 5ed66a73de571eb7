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

/** A console whose backend knows so much of the wire's version. */
function aDesk(minor = 3) {
  const clock = fakeClock();
  const sent: unknown[] = [];
  const late: unknown[] = [];
  const wall = createRemoteWall({
    wallId: 'main',
    hub: { world: () => emptyWorld },
    clock,
    newId: () => 'c-1',
    isLive: () => true,
    send: (frame) => void sent.push(frame),
    onLate: (call, answer) => void late.push([call, answer]),
  });
  wall.welcomed({ minor });
  const freeze = (quiet = false): Promise<unknown> =>
    wall.elsewhere({ name: 'wall.freeze', input: { on: true }, quiet }, desk);
  return { clock, sent, late, wall, freeze };
}

const NO_WORD = { ok: false, reason: 'no-word' };
const about = { protocol: 1, wallId: 'main', commandId: 'c-1' } as const;
const carried = { kind: 'carried', ...about } as const;
const outcome = { kind: 'outcome', ...about, state: 'answered', answer: { ok: true, value: null } } as const;

/** What was answered by now, or `waiting`. */
function byNow(answer: Promise<unknown>): Promise<unknown> {
  return Promise.race([answer, Promise.resolve('waiting')]);
}

describe('a command on its way to the wall', () => {
  it('whose line breaks is not said to have arrived, nor to be lost', async () => {
    const { wall, freeze, sent } = aDesk();
    const answer = freeze();
    expect(sent).toHaveLength(1);

    wall.closed();

    expect(await answer).toEqual(NO_WORD);
  });

  it('of which the backend does not say at once that it has it is told so within 3 s', async () => {
    const { clock, freeze } = aDesk();
    const answer = freeze();

    await clock.advance(2_999);

    expect(await byNow(answer)).toEqual(NO_WORD);
  });

  it('that the backend has is waited for as long as a wall may take', async () => {
    const { clock, freeze, wall } = aDesk();
    const answer = freeze();
    await clock.advance(2_000);
    wall.carried(carried);
    await clock.advance(11_000);
    expect(await byNow(answer)).toBe('waiting');

    await clock.advance(2_000);

    expect(await byNow(answer)).toEqual(NO_WORD);
  });

  it('is waited for all that time when the backend is too old to say that it has it', async () => {
    const { clock, freeze } = aDesk(2);
    const answer = freeze();
    await clock.advance(12_999);
    expect(await byNow(answer)).toBe('waiting');

    await clock.advance(1);

    expect(await byNow(answer)).toEqual(NO_WORD);
  });

  it('that the backend could not deliver is told as that', async () => {
    const { wall, freeze } = aDesk();
    const answer = freeze();

    wall.outcome({ kind: 'outcome', protocol: 1, wallId: 'main', commandId: 'c-1', state: 'not-delivered' });

    expect(await answer).toEqual({ ok: false, reason: 'not-delivered' });
  });
});

describe('an answer that comes after its author was told that there is none', () => {
  it('is told when it comes, once', async () => {
    const { clock, freeze, wall, late } = aDesk();
    const answer = freeze();
    await clock.advance(3_000);
    expect(await byNow(answer)).toEqual(NO_WORD);

    wall.carried(carried);
    wall.outcome(outcome);
    wall.outcome(outcome);

    expect(late).toEqual([['wall.freeze', { ok: true, value: null }]]);
  });

  it('is nobody’s business when the call was quiet, and belongs to no other connection', async () => {
    const { clock, freeze, wall, late } = aDesk();
    void freeze(true);
    await clock.advance(3_000);
    wall.outcome(outcome);
    void freeze();
    await clock.advance(3_000);
    wall.closed();
    wall.outcome(outcome);

    expect(late).toEqual([]);
  });

  it('is the answer of the same command given again, not a late one of the first', async () => {
    const { clock, freeze, wall, late } = aDesk();
    void freeze();
    await clock.advance(3_000);
    const again = freeze();
    wall.outcome(outcome);

    expect(await again).toEqual({ ok: true, value: null });
    expect(late).toEqual([]);
  });
});
