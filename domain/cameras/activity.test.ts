import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAtRest, LINGER_MS, nextCells, STAY_MS, type ActiveCell } from './activity.ts';

const cameraIds = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const order = (now: number, active: readonly string[] = [], pins: readonly string[] = []) => ({
  cameraIds,
  capacity: 3,
  active,
  pins,
  now,
});
const names = (cells: readonly ActiveCell[]) => cells.map(({ cameraId }) => cameraId).join('');

describe('a grid that events order', () => {
  it('stands as it is given while nothing goes on', () => {
    const cells = nextCells([], order(0));

    expect(names(cells)).toBe('abc');
    expect(isAtRest(cells, order(0))).toBe(true);
  });

  it('brings a camera forward and moves no other', () => {
    expect(names(nextCells(nextCells([], order(0)), order(1_000, ['f'])))).toBe('fbc');
  });

  it('leaves a camera that is seen where it is', () => {
    const cells = nextCells(nextCells([], order(0)), order(1_000, ['c']));

    expect(names(cells)).toBe('abc');
    expect(isAtRest(cells, order(1_000, ['c']))).toBe(false);
  });

  it('does not jump with an event that flickers', () => {
    let cells = nextCells([], order(0, ['f']));
    for (let now = 1_000; now < 3 * LINGER_MS; now += 1_000) {
      cells = nextCells(cells, order(now, now % 7_000 === 0 ? ['f'] : []));
      expect(names(cells)).toBe('fbc');
    }
  });

  it('gives the cell back when it has been quiet for a while', () => {
    const forward = nextCells([], order(0, ['f']));
    const quiet = nextCells(forward, order(1_000));

    expect(names(nextCells(quiet, order(1_000 + LINGER_MS - 1)))).toBe('fbc');
    expect(names(nextCells(quiet, order(1_000 + LINGER_MS)))).toBe('abc');
  });

  it('lets a more pressing camera push the least pressing aside, once that had its time', () => {
    const full = nextCells([], order(0, ['d', 'e', 'f']));

    expect(names(full)).toBe('def');
    expect(names(nextCells(full, order(STAY_MS - 1, ['g', 'd', 'e', 'f'])))).toBe('def');
    expect(names(nextCells(full, order(STAY_MS, ['g', 'd', 'e', 'f'])))).toBe('deg');
  });

  it('never pushes a less pressing one in', () => {
    const full = nextCells([], order(0, ['d', 'e', 'f']));

    expect(names(nextCells(full, order(60_000, ['d', 'e', 'f', 'g'])))).toBe('def');
  });

  it('never moves what an operator pinned, and shows it before everything', () => {
    const pinned = nextCells([], order(0, [], ['g']));
    const stormed = nextCells(pinned, order(60_000, ['d', 'e', 'f', 'c'], ['g']));

    expect(names(pinned)).toBe('gbc');
    expect(names(stormed)).toContain('g');
    expect(stormed.findIndex(({ cameraId }) => cameraId === 'g')).toBe(0);
  });

  it('ignores events of cameras that are none of its own', () => {
    expect(names(nextCells([], order(0, ['zz'])))).toBe('abc');
  });

  it('never shows a camera twice, nor leaves a cell empty, whatever goes on', () => {
    const some = fc.uniqueArray(fc.constantFrom(...cameraIds, 'zz'), { maxLength: 8 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(some, some, fc.integer({ min: 1, max: 30_000 })), { maxLength: 20 }),
        (steps) => {
          let cells: readonly ActiveCell[] = [];
          let now = 0;
          for (const [active, pins, passed] of steps) {
            now += passed;
            cells = nextCells(cells, order(now, active, pins));
            expect(cells).toHaveLength(3);
            expect(new Set(names(cells)).size).toBe(3);
          }
        },
      ),
    );
  });
});
