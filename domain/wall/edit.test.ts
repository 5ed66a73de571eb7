import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contains, overlaps } from './area.ts';
import { backFrom, edited, patched, placed, redone, undone, withStep } from './edit.ts';
import { MOST_TILES, UNDO_DEPTH } from './limits.ts';
import type { Area, Canvas, Draft, DraftStep, Scene, Tile, TilePatch } from './model.ts';

const area = (xMm: number, yMm: number, widthMm: number, heightMm: number): Area => ({
  xMm,
  yMm,
  widthMm,
  heightMm,
});
const canvas: Canvas = { area: area(0, 0, 2_000, 1_000), displays: [], seatDistanceMm: 5_000 };
const tile = (id: string, where: Area, layer: Tile['layer'] = 'base'): Tile => ({
  id,
  layer,
  area: where,
  panel: { kind: 'clock' },
  priority: 2,
});

function scene(...tiles: readonly Tile[]): Scene {
  const entries = tiles.map((each) => [each.id, each] as const);
  const name = { vi: 'Hai ô', en: 'Two tiles' };
  return { id: 'two', name, tiles: Object.fromEntries(entries), origin: 'room', tags: [], locked: false };
}

const two = scene(tile('left', area(0, 0, 1_000, 1_000)), tile('right', area(1_000, 0, 1_000, 1_000)));
const to = (id: string, where: Area): TilePatch => ({ [id]: tile(id, where) });
const reason = (patch: TilePatch, on = two) => {
  const outcome = edited(canvas, on, patch);
  return outcome.ok ? 'accepted' : outcome.reason;
};
const anyArea = fc.record({
  xMm: fc.integer({ min: -500, max: 2_500 }),
  yMm: fc.integer({ min: -500, max: 1_500 }),
  widthMm: fc.integer({ min: 1, max: 2_500 }),
  heightMm: fc.integer({ min: 1, max: 1_500 }),
});
const anyEdit = fc
  .record({ id: fc.constantFrom('left', 'right', 'third'), where: fc.option(anyArea) })
  .map(({ id, where }): TilePatch => ({ [id]: where && tile(id, where) }));

describe('a tile that an operator drops', () => {
  it('may not cover another base tile, not even by a corner', () => {
    expect(reason(to('left', area(10, 0, 1_000, 1_000)))).toBe('area-taken');
  });

  it('may touch its neighbour', () => {
    expect(reason(to('left', area(0, 0, 1_000, 500)))).toBe('accepted');
  });

  it.each([area(-1, 0, 500, 500), area(1_600, 0, 500, 500), area(0, 900, 500, 200)])(
    'may not leave the canvas: %j',
    (where) => {
      expect(reason(to('left', where))).toBe('outside-canvas');
    },
  );

  it('may not shrink until nobody can grasp it', () => {
    expect(reason(to('left', area(0, 0, 1_000, 3)))).toBe('tile-too-small');
  });

  it('may not be lower than one line that the farthest seat reads: 43 mm at five metres', () => {
    expect(reason(to('left', area(0, 0, 1_000, 42)))).toBe('tile-too-small');
    expect(reason(to('left', area(0, 0, 1_000, 43)))).toBe('accepted');
  });

  it('may lie above base tiles when it is an overlay', () => {
    expect(reason({ banner: tile('banner', area(500, 400, 1_000, 200), 'overlay') })).toBe('accepted');
  });

  it.each(['elsewhere', 'constructor', '__proto__'])(
    'cannot be taken away when it is not there: %s',
    (id) => {
      expect(reason(JSON.parse(`{"${id}":null}`))).toBe('tile-unknown');
    },
  );

  it('must come under its own name', () => {
    expect(reason({ left: tile('right', area(0, 0, 500, 500)) })).toBe('tile-unknown');
  });
});

describe('an edit', () => {
  it('of two tiles may swap them', () => {
    const swap = { ...to('left', area(1_000, 0, 1_000, 1_000)), ...to('right', area(0, 0, 1_000, 1_000)) };
    expect(reason(swap)).toBe('accepted');
  });

  it('may take a tile away and use its place', () => {
    expect(reason({ right: null, ...to('left', canvas.area) })).toBe('accepted');
  });

  it('may not fill a scene without end', () => {
    const many = Array.from({ length: MOST_TILES }, (_, index) => {
      const id = `t${index}`;
      return [id, tile(id, area(0, 0, 100, 100), 'overlay')] as const;
    });
    expect(reason(Object.fromEntries(many))).toBe('too-many-tiles');
  });

  it('never makes base tiles overlap or leave the canvas, and its way back restores the scene', () => {
    fc.assert(
      fc.property(fc.array(anyEdit, { maxLength: 20 }), (edits) => {
        const end = edits.reduce((now, patch) => {
          const outcome = edited(canvas, now, patch);
          if (!outcome.ok) return now;
          expect(patched(outcome.value, backFrom(now, patch)).tiles).toEqual(now.tiles);
          return outcome.value;
        }, two);
        const tiles = Object.values(end.tiles);
        for (const one of tiles) {
          expect(contains(canvas.area, one.area)).toBe(true);
          expect(tiles.some((other) => other !== one && overlaps(other.area, one.area))).toBe(false);
        }
      }),
      { seed: 6 },
    );
  });
});

describe('a tile that the farthest seat could not read', () => {
  const panelAt = (panel: Tile['panel'], where: Area): Tile => ({ ...tile('left', where), panel });
  const map = (heightMm: number): Tile => panelAt({ kind: 'map' }, area(0, 0, 600, heightMm));
  const only = (each: Tile): TilePatch => ({ [each.id]: each });
  const none = scene();

  it('is not made: by its size, by what it shall show, nor by its words', () => {
    expect(reason(only(map(300)), none)).toBe('accepted');
    expect(reason(only(map(100)), none)).toBe('unreadable');
    expect(reason(only(map(100)), two)).toBe('unreadable');
    const note = (text: string): Tile =>
      panelAt({ kind: 'text', title: '', text, arcMinutes: 22 }, area(0, 0, 600, 200));
    expect(reason(only(note('Trực ban tối nay: Nguyễn Thị Hạnh')), none)).toBe('accepted');
    expect(reason(only(note('Trực ban tối nay: Nguyễn Thị Hạnh. '.repeat(20))), none)).toBe('unreadable');
  });

  it('that was kept or imported so may stay, move and get better, and not get worse', () => {
    const kept = scene(map(120));
    const moved = { ...map(120), area: area(900, 500, 600, 120) };
    expect([reason(only(moved), kept), reason(only(map(150)), kept), reason(only(map(90)), kept)]).toEqual([
      'accepted',
      'accepted',
      'unreadable',
    ]);
    expect(placed(canvas, none, only(map(90))).ok).toBe(true);
  });
});

describe('undo', () => {
  const draft: Draft = { id: 'd', scene: two, programRevision: 1, by: 'Hạnh', done: [], undone: [] };
  const step = (patch: TilePatch, on: Draft): DraftStep => ({
    kind: 'place',
    patch,
    back: backFrom(on.scene, patch),
    by: 'Hạnh',
    at: 1,
  });
  const move = (on: Draft, where: Area): Draft => withStep(on, step(to('left', where), on));

  it('goes back step by step and forth again', () => {
    const first = move(draft, area(0, 0, 500, 500));
    const second = move(first, area(100, 0, 500, 500));

    expect(undone(second).scene).toEqual(first.scene);
    expect(undone(undone(second)).scene).toEqual(two);
    expect(redone(redone(undone(undone(second)))).scene).toEqual(second.scene);
    expect(undone(draft)).toBe(draft);
    expect(redone(second)).toBe(second);
  });

  it('forgets what was undone once something else is done', () => {
    const other = move(undone(move(draft, area(0, 0, 500, 500))), area(0, 0, 400, 400));
    expect(other.undone).toEqual([]);
    expect(other.done).toHaveLength(1);
  });

  it(`keeps the last ${UNDO_DEPTH} steps`, () => {
    const long = Array.from({ length: UNDO_DEPTH + 5 }).reduce<Draft>(
      (now, _, index) => move(now, area(index, 0, 500, 500)),
      draft,
    );
    expect(long.done).toHaveLength(UNDO_DEPTH);
    const back = Array.from({ length: UNDO_DEPTH }).reduce<Draft>((now) => undone(now), long);
    expect(back.scene.tiles['left']?.area.xMm).toBe(4);
    expect(back.done).toEqual([]);
  });
});
