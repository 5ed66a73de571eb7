import { describe, expect, it } from 'vitest';
import { lookedAt, newBudget, type Budget, type TileTally } from './budget.ts';
import {
  costOf,
  importancesIn,
  LADDER,
  shedTo,
  wanted,
  type Importance,
  type Load,
  type ShedLevel,
} from './shedding.ts';

const SMALL = 640 * 352;
const tile = (ticket: string, importance: Importance = 'normal', more: Partial<Load> = {}): Load => ({
  ticket,
  importance,
  rate: 25,
  pixels: SMALL,
  hasSub: false,
  ...more,
});
const wall = (count: number, first: Importance = 'focus'): readonly Load[] =>
  Array.from({ length: count }, (_, index) => tile(`t${index}`, index === 0 ? first : 'normal'));
const total = (tiles: readonly Load[], levels: ReadonlyMap<string, ShedLevel>): number =>
  tiles.reduce((sum, one) => sum + costOf(one, levels.get(one.ticket) ?? 'full'), 0);

describe('who gives up what', () => {
  it('is nobody while there is room', () => {
    const tiles = wall(9);

    expect(new Set(shedTo(wanted(tiles), tiles).values())).toEqual(new Set(['full']));
  });

  it('is never the tile that is looked at, however little there is', () => {
    const levels = shedTo(0, wall(36));

    expect(levels.get('t0')).toBe('full');
    expect([...levels.values()].filter((level) => level === 'still')).toHaveLength(35);
  });

  it('is for a tile with an alarm its size, but none of its pictures', () => {
    const large = { pixels: 1920 * 1080, hasSub: true };

    expect(shedTo(0, [tile('a', 'alarm', large)]).get('a')).toBe('sub');
  });

  it('goes down the ladder side by side: no tile is two steps below another that may go down too', () => {
    const tiles = wall(16, 'normal');
    for (const share of [0.9, 0.6, 0.3, 0.1]) {
      const capacity = wanted(tiles) * share;
      const levels = shedTo(capacity, tiles);
      const steps = [...levels.values()].map((level) => LADDER.indexOf(level));

      expect(total(tiles, levels)).toBeLessThanOrEqual(capacity);
      expect(Math.max(...steps) - Math.min(...steps)).toBeLessThanOrEqual(1);
    }
  });

  it('begins with those that were opened last', () => {
    const tiles = wall(3, 'normal');

    expect([...shedTo(wanted(tiles) * 0.9, tiles).values()]).toEqual(['sub', 'sub', 'fewer']);
  });
});

describe('which tile of a window is looked at', () => {
  const among = (
    ...sizes: readonly (readonly [widthPx: number, heightPx: number, importance?: Importance])[]
  ) =>
    importancesIn(
      sizes.map(([width, height, importance = 'normal']) => ({ importance, areaPx: width * height })),
    );

  it('is none of four large ones alike, so that a 2×2 grid on a Full HD display can shed load', () => {
    // Rounding makes one a pixel wider.
    const importances = among([960, 540], [961, 540], [960, 541], [960, 540]);
    expect(importances).toEqual(['normal', 'normal', 'normal', 'normal']);

    const main = { pixels: 1920 * 1080, hasSub: true };
    const tiles = importances.map((importance, index) => tile(`t${index}`, importance, main));
    const levels = shedTo(wanted(tiles) * 0.3, tiles);
    expect([...levels.values()]).not.toContain('full');
  });

  it('is the one that stands large among small ones, and the one that stands alone', () => {
    expect(among([960, 540], [240, 135], [240, 135])).toEqual(['focus', 'normal', 'normal']);
    expect(among([1920, 1080])).toEqual(['focus']);
  });

  it('is the one that is heard, enlarged or chosen, and then no other, however large', () => {
    expect(among([960, 540], [240, 135, 'focus'])).toEqual(['normal', 'focus']);
  });

  it('is none that is connected and not yet seen', () => {
    expect(among([0, 0], [0, 0])).toEqual(['normal', 'normal']);
    expect(among([240, 135], [0, 0])).toEqual(['focus', 'normal']);
  });
});

/** A machine that can show so much: what is asked above it is lost, by all tiles alike. */
function aMachine(tiles: readonly Load[], limit: () => number) {
  let budget: Budget = newBudget(0);
  let now = 0;
  return {
    budget: () => budget,
    run(seconds: number): void {
      for (let second = 0; second < seconds; second += 1) {
        now += 1_000;
        const asked = total(tiles, budget.levels);
        const share = Math.min(1, limit() / asked);
        const tallies = tiles.map((one): TileTally => {
          const perSecond = costOf(one, budget.levels.get(one.ticket) ?? 'full') / (one.pixels / 1_000);
          const due = 3 * perSecond;
          return { ...one, due, shown: due * share };
        });
        budget = lookedAt(budget, { now, tiles: tallies, busy: share < 1 ? 1 : 0.5, late: 0 });
      }
    },
  };
}

describe('the budget of a machine', () => {
  it('has no limit while none was met', () => {
    const tiles = wall(9);
    const machine = aMachine(tiles, () => wanted(tiles) * 2);
    machine.run(60);

    expect(machine.budget().capacity).toBeNull();
  });

  it('is found within seconds under overload, and then the first tiles lose nothing', () => {
    const tiles = wall(36);
    const machine = aMachine(tiles, () => wanted(tiles) * 0.4);
    machine.run(10);

    expect(total(tiles, machine.budget().levels)).toBeLessThanOrEqual(wanted(tiles) * 0.4);
    expect(machine.budget().levels.get('t0')).toBe('full');
  });

  it('does not swing: a raise that failed makes the next one wait longer', () => {
    const tiles = wall(36);
    const limit = wanted(tiles) * 0.4;
    const machine = aMachine(tiles, () => limit);
    machine.run(60);
    let strained = 0;
    for (let second = 0; second < 300; second += 1) {
      machine.run(1);
      if (total(tiles, machine.budget().levels) > limit) strained += 1;
    }

    expect(strained).toBeLessThan(30);
  });

  it('comes back slowly and wholly when the load is gone', () => {
    const tiles = wall(36);
    let limit = wanted(tiles) * 0.3;
    const machine = aMachine(tiles, () => limit);
    machine.run(30);
    limit = wanted(tiles) * 3;
    machine.run(10);
    expect(total(tiles, machine.budget().levels)).toBeLessThan(wanted(tiles) * 0.6);
    machine.run(300);

    expect(new Set(machine.budget().levels.values())).toEqual(new Set(['full']));
    expect(machine.budget().capacity).toBeNull();
  });

  it('is not blamed for pictures that a camera sends in heaps: this machine is idle and its windows are on time', () => {
    const tiles = wall(4, 'normal').map((one): TileTally => ({ ...one, due: 75, shown: 40 }));
    const looks = [1, 2, 3, 4, 5].map((second) => second * 4_000);
    const budget = looks.reduce(
      (before, now) => lookedAt(before, { now, tiles, busy: 0.3, late: 0 }),
      newBudget(0),
    );

    expect(budget.capacity).toBeNull();
  });
});
