import { describe, expect, it } from 'vitest';
import { canvasOf } from './arrange.ts';
import type { Command, Receipt, Scene, Wall } from './model.ts';
import { MOST_PAST } from './pastCommands.ts';
import { applyWallChange, emptyWall, type WallChange } from './state.ts';

const scene: Scene = {
  id: 's',
  name: { vi: 'Lũ', en: 'Flood' },
  tiles: {},
  origin: 'room',
  tags: [],
  locked: false,
};
const words = (states: readonly Receipt['state'][]): readonly Receipt[] =>
  states.map((state, index) => ({ displayId: `d${index}`, state, at: 1 }));
const command = (id: string, kind: Command['kind'], at: number): Command => ({ id, kind, by: 'Nam', at });

const taken = (takeId: string, at: number): WallChange => ({
  type: 'wall.taken',
  wallId: 'main',
  program: { revision: at, takeId, by: 'Nam', showAt: at, scene },
  command: command(takeId, 'take', at),
  receipts: words(['queued', 'queued']),
});
const said = (commandId: string, displayId: string): WallChange => ({
  type: 'wall.receiptGiven',
  wallId: 'main',
  commandId,
  receipt: { displayId, state: 'shown', at: 3 },
});
const commanded = (id: string, kind: Command['kind'], at: number): WallChange => ({
  type: 'wall.commanded',
  wallId: 'main',
  command: command(id, kind, at),
  receipts: words(['queued', 'queued']),
});

function after(...steps: readonly WallChange[]): Wall {
  const wall = emptyWall('main', canvasOf([], 5_000));
  return steps.reduce(applyWallChange, { main: wall })['main'] ?? wall;
}

describe('the last commands of a wall', () => {
  it('keep what each display said, and say of a display that never came that it was overtaken', () => {
    const { past } = after(taken('t1', 1), said('t1', 'd0'), taken('t2', 5));

    expect(past).toEqual([
      {
        command: command('t1', 'take', 1),
        program: { revision: 1, takeId: 't1', by: 'Nam', scene: { name: scene.name } },
        displays: 2,
        unseen: [{ displayId: 'd1', state: 'failed', reason: 'superseded', at: 5 }],
      },
    ]);
  });

  it('are not told again while the newest hears its late words, and not of what changes no command', () => {
    const first = after(taken('t1', 1), taken('t2', 5));
    const later = after(taken('t1', 1), taken('t2', 5), said('t2', 'd0'), said('t2', 'd1'));

    expect(later.past).toEqual(first.past);
    const again = applyWallChange({ main: later }, said('t2', 'd1'))['main'];
    expect(again?.past, 'no new object, so no window draws it again').toBe(later.past);
  });

  it('hear that a take is seen after all when only a stroke of the pen came after it', () => {
    const { past } = after(taken('t1', 1), commanded('ink', 'draw', 2), said('ink', 'd0'), said('ink', 'd1'));

    expect(past.map(({ command: { id }, unseen }) => [id, unseen.length])).toEqual([['t1', 0]]);
  });

  it('are not endlessly many, and none before the second', () => {
    const covers = Array.from({ length: 30 }, (_, index) => commanded(`c${index}`, 'cover', index));

    const { past } = after(...covers);

    expect([past.length, past[0]?.command.id]).toEqual([MOST_PAST, 'c28']);
    expect(after(taken('t1', 1)).past).toEqual([]);
  });
});
