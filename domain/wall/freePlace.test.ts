import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlaps } from './area.ts';
import { copies } from './copies.ts';
import { edited, patched } from './edit.ts';
import type { Area, Canvas, Scene, Tile } from './model.ts';
import { freePlace, grown, largestFree } from './freePlace.ts';

const area = (xMm: number, yMm: number, widthMm: number, heightMm: number): Area => ({
  xMm,
  yMm,
  widthMm,
  heightMm,
});
const display = { widthPx: 1_920, heightPx: 1_080, rotation: 0, bezelMm: 4 } as const;
const first = { ...display, id: 'd1', order: 1, area: area(0, 0, 1_200, 600) };
const second = { ...display, id: 'd2', order: 2, area: area(1_208, 0, 1_200, 600) };
const canvas: Canvas = { area: area(0, 0, 2_408, 600), displays: [first, second], seatDistanceMm: 5_000 };
const tile = (id: string, where: Area): Tile => ({
  id,
  layer: 'base',
  area: where,
  panel: { kind: 'clock' },
  priority: 2,
});
const scene = (...tiles: readonly Tile[]): Scene => ({
  id: 's',
  name: { vi: 'S', en: 'S' },
  tiles: Object.fromEntries(tiles.map((each) => [each.id, each])),
  origin: 'room',
  tags: [],
  locked: false,
});
const size = { widthMm: 300, heightMm: 200 };
const anyArea = fc.record({
  xMm: fc.integer({ min: 0, max: 2_000 }),
  yMm: fc.integer({ min: 0, max: 500 }),
  widthMm: fc.integer({ min: 20, max: 400 }),
  heightMm: fc.integer({ min: 20, max: 100 }),
});

describe('the first free place', () => {
  it('is the upper left corner of the display that was chosen', () => {
    expect(freePlace(canvas, scene(), size, 'd2')).toMatchObject({ xMm: 1_216, yMm: 8 });
  });

  it('is beside what stands there, a gap away', () => {
    const on = scene(tile('a', area(8, 8, 300, 200)));
    expect(freePlace(canvas, on, size, 'd1')).toMatchObject({ xMm: 316, yMm: 8 });
  });

  it('is on another display when the chosen one is full, and nowhere when all are', () => {
    const one = tile('a', first.area);
    expect(freePlace(canvas, scene(one), size, 'd1')).toMatchObject({ xMm: 1_216 });
    expect(freePlace(canvas, scene(one, tile('b', second.area)), size, 'd1')).toBeUndefined();
  });

  it('is one where the wall takes the tile, whatever stands there', () => {
    fc.assert(
      fc.property(fc.array(anyArea, { maxLength: 12 }), (areas) => {
        const on = scene(...areas.map((where, index) => tile(`t${index}`, where)));
        const found = freePlace(canvas, on, size, 'd1');
        return found === undefined || edited(canvas, on, { n: tile('n', found) }).ok;
      }),
      { numRuns: 100 },
    );
  });
});

describe('the largest free rectangle', () => {
  it('lies beside a tile that takes the left third', () => {
    const on = scene(tile('a', area(0, 0, 400, 600)));
    expect(largestFree(first, on)).toEqual(area(408, 8, 784, 584));
  });

  it('covers no tile', () => {
    fc.assert(
      fc.property(fc.array(anyArea, { maxLength: 12 }), (areas) => {
        const found = largestFree(first, scene(...areas.map((where, index) => tile(`t${index}`, where))));
        return found === undefined || !areas.some((where) => overlaps(where, found));
      }),
      { numRuns: 100 },
    );
  });
});

describe('a tile that grows', () => {
  it('stops a gap before its neighbours and at the edge of its display', () => {
    const small = tile('a', area(100, 100, 100, 100));
    const on = scene(small, tile('b', area(600, 0, 200, 600)));
    expect(grown(canvas, on, small)).toEqual(area(8, 8, 584, 584));
  });

  it('never covers another and never shrinks', () => {
    fc.assert(
      fc.property(anyArea, fc.array(anyArea, { maxLength: 8 }), (where, areas) => {
        const others = areas.filter((other) => !overlaps(other, where));
        const own = tile('own', where);
        const on = scene(own, ...others.map((other, index) => tile(`t${index}`, other)));
        const larger = grown(canvas, on, own);
        return (
          larger.widthMm >= where.widthMm &&
          larger.heightMm >= where.heightMm &&
          !others.some((other) => overlaps(other, larger))
        );
      }),
      { numRuns: 100 },
    );
  });
});

describe('copies', () => {
  const pair = [tile('a', area(8, 8, 200, 100)), tile('b', area(216, 8, 200, 100))];
  const ids = ['c', 'd'];
  const newId = () => ids.shift() ?? 'e';

  it('keep the shape of their group where there is room', () => {
    const on = scene(...pair);
    const outcome = copies(canvas, on, pair, newId);
    if (!outcome.ok) throw new Error(outcome.reason);
    expect(outcome.value.c?.area).toEqual(area(424, 8, 200, 100));
    expect(outcome.value.d?.area).toEqual(area(632, 8, 200, 100));
    expect(edited(canvas, on, outcome.value).ok).toBe(true);
  });

  it('are refused where nothing is free', () => {
    const full = scene(tile('a', first.area), tile('b', second.area));
    const [original] = pair;
    if (original === undefined) throw new Error('a tile');
    expect(copies(canvas, full, [original], () => 'x')).toEqual({ ok: false, reason: 'no-room' });
    expect(patched(full, {})).toEqual(full);
  });
});
