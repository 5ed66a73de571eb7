import { describe, expect, it } from 'vitest';
import { emptyHold } from './holding.ts';
import type { Command, Program, Receipt } from './model.ts';
import { MOST_PAST, withCommand } from './pastCommands.ts';

const command = (id: string, kind: Command['kind'], at: number): Command => ({ id, kind, by: 'Nam', at });
const program = (takeId: string): Program => ({
  revision: 1,
  takeId,
  scene: { id: 's', name: { vi: 'S', en: 'S' }, tiles: {}, origin: 'room', tags: [], locked: false },
  by: 'Nam',
  showAt: 0,
});
const receipts = (states: readonly Receipt['state'][]) =>
  Object.fromEntries(
    states.map((state, index) => [`d${index}`, { displayId: `d${index}`, state, at: 1 } as const]),
  );
const standing = (of: Command, takeId: string, states: readonly Receipt['state'][]) => ({
  ...{ command: of, program: program(takeId), hold: emptyHold, receipts: receipts(states) },
});

describe('the last commands of a wall', () => {
  const first = withCommand([], standing(command('t1', 'take', 1), 't1', ['shown', 'queued']));

  it('keep what each display said, and say of a display that never came that it was overtaken', () => {
    const next = withCommand(first, standing(command('t2', 'take', 5), 't2', ['queued', 'queued']));

    expect(next.map((past) => past.command.id)).toEqual(['t2', 't1']);
    expect(next[1]?.receipts).toEqual({
      d0: { displayId: 'd0', state: 'shown', at: 1 },
      d1: { displayId: 'd1', state: 'failed', reason: 'superseded', at: 5 },
    });
    expect(next[1]?.program?.takeId, 'what was taken then').toBe('t1');
  });

  it('hear the late words of the newest, and count it once', () => {
    const later = withCommand(first, standing(command('t1', 'take', 1), 't1', ['shown', 'shown']));

    expect(later).toHaveLength(1);
    expect(later[0]?.receipts['d1']?.state).toBe('shown');
  });

  it('are not endlessly many, and none before the first', () => {
    const all = Array.from({ length: 30 }, (_, index) => command(`c${index}`, 'cover', index));
    const past = all.reduce<ReturnType<typeof withCommand>>(
      (before, each) => withCommand(before, standing(each, 't', ['shown'])),
      [],
    );
    expect([past.length, past[0]?.command.id]).toEqual([MOST_PAST, 'c29']);
    expect(withCommand([], { ...standing(command('c', 'take', 1), 't', []), command: null })).toEqual([]);
  });
});
