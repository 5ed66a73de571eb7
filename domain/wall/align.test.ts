import { describe, expect, it } from 'vitest';
import { aligned, alignments, distributed, swapped } from './align.ts';
import { around } from './area.ts';
import type { Area, Tile } from './model.ts';

const area = (xMm: number, yMm: number, widthMm: number, heightMm: number): Area => ({
  xMm,
  yMm,
  widthMm,
  heightMm,
});
const tile = (id: string, where: Area): Tile => ({
  id,
  layer: 'base',
  area: where,
  panel: { kind: 'clock' },
  priority: 2,
});
const three = [
  tile('a', area(10, 0, 100, 50)),
  tile('b', area(300, 70, 60, 40)),
  tile('c', area(150, 200, 80, 80)),
];
const placed = (patch: Readonly<Record<string, Tile | null>>, id: string): Area | undefined =>
  patch[id]?.area;

describe('tiles that are lined up', () => {
  it.each(alignments)('to the %s never leave the area around them', (to) => {
    const all = around(three.map(({ area: where }) => where));
    const after = Object.values(aligned(three, to)).flatMap((each) => (each ? [each.area] : []));
    expect(around([...after, all])).toEqual(all);
  });

  it('share their right edge', () => {
    const patch = aligned(three, 'right');
    expect(placed(patch, 'a')).toEqual(area(260, 0, 100, 50));
    expect(placed(patch, 'c')).toEqual(area(280, 200, 80, 80));
  });
});

describe('tiles that are spread out', () => {
  it('have equal gaps; the outer two stay', () => {
    const patch = distributed(three, 'across');
    expect(placed(patch, 'a')?.xMm).toBe(10);
    expect(placed(patch, 'c')?.xMm).toBe(165);
    expect(placed(patch, 'b')?.xMm).toBe(300);
  });
});

describe('two tiles that are swapped', () => {
  it('take place, size and layer of each other', () => {
    const overlay: Tile = { ...tile('o', area(5, 5, 30, 30)), layer: 'overlay' };
    const [first] = three;
    if (first === undefined) throw new Error('a tile');
    const patch = swapped(first, overlay);
    expect(patch.a).toMatchObject({ area: overlay.area, layer: 'overlay' });
    expect(patch.o).toMatchObject({ area: first.area, layer: 'base' });
  });
});
