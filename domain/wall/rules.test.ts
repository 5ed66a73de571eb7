import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contains, overlaps } from './area.ts';
import type { Area, Canvas, Scene, Tile, Wall } from './model.ts';
import { nextProgram, openDraft, placeTile, sceneToTake, tilesOn } from './rules.ts';

const NOW = Date.UTC(2026, 10, 22, 5);
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
});

function scene(id: string, ...tiles: readonly Tile[]): Scene {
  return { id, name: { vi: id, en: id }, tiles: Object.fromEntries(tiles.map((each) => [each.id, each])) };
}

const two = scene('two', tile('left', area(0, 0, 1_000, 1_000)), tile('right', area(1_000, 0, 1_000, 1_000)));
const anyArea = fc.record({
  xMm: fc.integer({ min: -500, max: 2_500 }),
  yMm: fc.integer({ min: -500, max: 1_500 }),
  widthMm: fc.integer({ min: 1, max: 2_500 }),
  heightMm: fc.integer({ min: 1, max: 1_500 }),
});

describe('a tile that an operator drops', () => {
  it('may not cover another base tile, not even by a corner', () => {
    expect(placeTile(canvas, two, { tileId: 'left', area: area(10, 0, 1_000, 1_000) })).toEqual({
      ok: false,
      reason: 'area-taken',
    });
  });

  it('may touch its neighbour', () => {
    expect(placeTile(canvas, two, { tileId: 'left', area: area(0, 0, 1_000, 500) }).ok).toBe(true);
  });

  it('may not leave the canvas', () => {
    expect(placeTile(canvas, two, { tileId: 'left', area: area(-1, 0, 1_000, 1_000) })).toEqual({
      ok: false,
      reason: 'outside-canvas',
    });
  });

  it('may lie above base tiles when it is an overlay', () => {
    const banner = scene(
      'banner',
      ...Object.values(two.tiles),
      tile('banner', area(0, 0, 10, 10), 'overlay'),
    );
    expect(placeTile(canvas, banner, { tileId: 'banner', area: area(500, 400, 1_000, 200) }).ok).toBe(true);
  });

  it('must be one of the scene', () => {
    expect(placeTile(canvas, two, { tileId: 'elsewhere', area: area(0, 0, 1, 1) })).toEqual({
      ok: false,
      reason: 'tile-unknown',
    });
  });

  it.each(['constructor', '__proto__'])('is no tile because every object has a %s', (tileId) => {
    expect(placeTile(canvas, two, { tileId, area: area(0, 0, 1, 1) })).toEqual({
      ok: false,
      reason: 'tile-unknown',
    });
  });

  it('never makes base tiles overlap or leave the canvas, wherever it is dropped', () => {
    const drops = fc.array(fc.record({ tileId: fc.constantFrom('left', 'right'), area: anyArea }), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(drops, (moves) => {
        const end = moves.reduce((now, move) => {
          const outcome = placeTile(canvas, now, move);
          return outcome.ok
            ? scene('two', ...Object.values({ ...now.tiles, [move.tileId]: outcome.value }))
            : now;
        }, two);
        const [left, right] = Object.values(end.tiles);
        if (!left || !right) throw new Error('a tile is gone');
        expect(overlaps(left.area, right.area)).toBe(false);
        expect(contains(canvas.area, left.area) && contains(canvas.area, right.area)).toBe(true);
      }),
      { seed: 6 },
    );
  });
});

describe('what a take shows', () => {
  const program = nextProgram(aWall(), { takeId: 't1', scene: two, by: 'Hạnh', showAt: NOW });

  function aWall(change: Partial<Wall> = {}): Wall {
    return {
      id: 'main',
      canvas,
      scenes: { two },
      program: null,
      previous: null,
      drafts: {},
      receipts: {},
      ...change,
    };
  }

  it('is the scene, the draft or what was on before', () => {
    const wall = aWall({ program, previous: program, drafts: { d1: openDraft(aWall(), 'd1', two, 'Hạnh') } });
    const sources = [
      { from: 'scene', sceneId: 'two' },
      { from: 'draft', draftId: 'd1' },
      { from: 'previous' },
    ] as const;
    for (const source of sources) expect(sceneToTake(wall, source, 1)).toEqual({ ok: true, value: two });
  });

  it.each([
    [undefined, { from: 'previous' }, 0, 'wall-unknown'],
    [aWall({ program }), { from: 'scene', sceneId: 'two' }, 0, 'program-moved-on'],
    [aWall({ program }), { from: 'scene', sceneId: 'two' }, 2, 'program-moved-on'],
    [aWall(), { from: 'scene', sceneId: 'three' }, 0, 'scene-unknown'],
    [aWall(), { from: 'draft', draftId: 'd9' }, 0, 'draft-unknown'],
    [aWall(), { from: 'scene', sceneId: 'constructor' }, 0, 'scene-unknown'],
    [aWall(), { from: 'scene', sceneId: '__proto__' }, 0, 'scene-unknown'],
    [aWall(), { from: 'draft', draftId: 'constructor' }, 0, 'draft-unknown'],
    [aWall(), { from: 'draft', draftId: '__proto__' }, 0, 'draft-unknown'],
    [aWall(), { from: 'previous' }, 0, 'nothing-before'],
  ] as const)('is refused with its reason: case %#', (wall, source, revision, reason) => {
    expect(sceneToTake(wall, source, revision)).toEqual({ ok: false, reason });
  });

  it('gets the next revision', () => {
    expect(program.revision).toBe(1);
    expect(
      nextProgram(aWall({ program }), { takeId: 't2', scene: two, by: 'Hạnh', showAt: NOW }).revision,
    ).toBe(2);
  });
});

describe('the tiles of a display', () => {
  it('are those it shows wholly or in part, not those that only touch it', () => {
    expect(tilesOn(two, area(0, 0, 1_000, 500)).map(({ id }) => id)).toEqual(['left']);
    expect(tilesOn(two, area(500, 0, 1_000, 500)).map(({ id }) => id)).toEqual(['left', 'right']);
  });
});

describe('areas', () => {
  it('overlap both ways or not at all, and whatever lies inside overlaps', () => {
    fc.assert(
      fc.property(anyArea, anyArea, (a, b) => {
        expect(overlaps(a, b)).toBe(overlaps(b, a));
        if (contains(a, b)) expect(overlaps(a, b)).toBe(true);
      }),
      { seed: 7 },
    );
  });
});
