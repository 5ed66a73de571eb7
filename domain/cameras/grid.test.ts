import { describe, expect, it } from 'vitest';
import { gridShape, gridView, PREPARE_MS, turnsAt, type Turn } from './grid.ts';

/** Capitals of 16′ at 5 m. */
const capitalMm = 23.3;
const panel = { widthMm: 1_201, heightMm: 669 };
const ids = (count: number): readonly string[] => Array.from({ length: count }, (_, n) => `cam-${n + 1}`);
const paged = { turn: 'page', order: 'given', dwellS: 10 } as const;
const square = { columns: 2, rows: 2 };
const at = (now: number, turn: Turn | null = null, count = 10) => ({
  cameraIds: ids(count),
  turn,
  forward: [],
  now,
});

describe('the shape of a grid', () => {
  it('has as many cells as there are cameras, with the largest pictures', () => {
    expect(gridShape(undefined, panel, { cameras: 4, capitalMm })).toEqual({ columns: 2, rows: 2 });
    expect(gridShape(undefined, panel, { cameras: 9, capitalMm })).toEqual({ columns: 3, rows: 3 });
  });

  it('stands upright in an upright tile', () => {
    const upright = { widthMm: 669, heightMm: 1_201 };

    expect(gridShape(undefined, upright, { cameras: 3, capitalMm })).toEqual({ columns: 1, rows: 3 });
  });

  it('never has cells whose names the farthest seat cannot read', () => {
    const { columns, rows } = gridShape(undefined, panel, { cameras: 409, capitalMm });

    expect([columns, rows]).toEqual([4, 4]);
  });

  it('is what was chosen, also beyond that', () => {
    expect(gridShape([8, 8], panel, { cameras: 409, capitalMm })).toEqual({ columns: 8, rows: 8 });
  });

  it('is one cell where there is no room, or no camera, for more', () => {
    const one = { columns: 1, rows: 1 };

    expect(gridShape(undefined, { widthMm: 200, heightMm: 100 }, { cameras: 9, capitalMm })).toEqual(one);
    expect(gridShape(undefined, panel, { cameras: 0, capitalMm })).toEqual(one);
  });
});

describe('a grid of more cameras than cells', () => {
  it('shows one page after the other, and begins again', () => {
    expect(gridView(paged, square, at(0)).cells).toEqual(['cam-1', 'cam-2', 'cam-3', 'cam-4']);
    expect(gridView(paged, square, at(10_000)).page).toBe(1);
    expect(gridView(paged, square, at(20_000))).toMatchObject({
      cells: ['cam-9', 'cam-10', null, null],
      page: 2,
      pages: 3,
    });
    expect(gridView(paged, square, at(30_000)).page).toBe(0);
  });

  it('connects the next page before it is shown, and not earlier', () => {
    const early = gridView(paged, square, at(10_000 - PREPARE_MS - 1));
    const late = gridView(paged, square, at(10_000 - PREPARE_MS));

    expect(early.soon).toEqual(early.cells);
    expect(late.soon).toEqual(gridView(paged, square, at(10_000)).cells);
  });

  it('stays on its page while it is paused, and goes on from there with a full stay', () => {
    const paused = { page: 1, at: 10_500, paused: true };
    const resumed = { page: 1, at: 95_000, paused: false };

    expect(gridView(paged, square, at(90_000, paused))).toMatchObject({ page: 1 });
    expect(gridView(paged, square, at(104_999, resumed)).page).toBe(1);
    expect(gridView(paged, square, at(105_000, resumed)).page).toBe(2);
  });

  it('goes back from the first page to the last', () => {
    expect(gridView(paged, square, at(0, { page: -1, at: 0, paused: true })).page).toBe(2);
  });

  it('never falls behind its turn when the clock was set back', () => {
    expect(turnsAt({ page: 4, at: 50_000, paused: false }, 10_000, 10_000)).toBe(4);
  });
});

describe('a grid whose cells go round one by one', () => {
  const cellwise = { ...paged, turn: 'cell' } as const;

  it('changes one cell at a time, and shows every camera within one round', () => {
    const seen = new Set<string | null>();
    let before = gridView(cellwise, square, at(0)).cells;
    for (let now = 0; now < 30_000; now += 500) {
      const { cells } = gridView(cellwise, square, at(now));
      expect(cells.filter((id, index) => id !== before[index]).length).toBeLessThanOrEqual(1);
      for (const id of cells) seen.add(id);
      before = cells;
    }

    expect([...seen].sort()).toEqual([...ids(10)].sort());
  });

  it('never shows one camera twice', () => {
    for (let now = 0; now < 60_000; now += 1_000) {
      const { cells } = gridView(cellwise, square, at(now, null, 7));
      expect(new Set(cells).size).toBe(4);
    }
  });
});

describe('a grid without cameras', () => {
  it('is empty', () => {
    expect(gridView(paged, square, at(0, null, 0))).toMatchObject({
      cells: [null, null, null, null],
      pages: 1,
    });
    expect(gridView({ ...paged, turn: 'cell' }, square, at(0, null, 0)).cells).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
