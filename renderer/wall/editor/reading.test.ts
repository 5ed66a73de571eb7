import { describe, expect, it } from 'vitest';
import province from '../../../config/provinces/thai-nguyen.json' with { type: 'json' };
import { ProvinceFileSchema } from '../../../domain/contract/provinceFile.ts';
import { emptyWorld } from '../../../domain/contract/world.ts';
import { arrangeAsConnected } from '../../../domain/wall/arrange.ts';
import { mostArc } from '../../../domain/wall/leastRoom.ts';
import { scenesFor } from '../../../domain/wall/layout.ts';
import type { Area, Tile } from '../../../domain/wall/model.ts';
import { readyTiles } from '../../panels/editing.ts';
import type { EditingRoom } from '../../panels/editingDefinition.ts';
import { vi } from '../../text/vi.ts';
import { fewerToLegible } from './fewer.ts';
import { grownToLegible, isLegible, tileReading } from './reading.ts';

const file = ProvinceFileSchema.parse(province);
const screens = [0, 1, 2, 3].map((index) => ({
  xPx: (index % 2) * 1_920,
  yPx: Math.floor(index / 2) * 1_080,
  widthPx: 1_920,
  heightPx: 1_080,
}));
const canvas = arrangeAsConnected(screens, { widthMm: 1_217, heightMm: 685, bezelMm: 3.5 }, 5_000);
const byId = <Each extends { id: string }>(items: readonly Each[]) =>
  Object.fromEntries(items.map((item) => [item.id, item]));
const room: EditingRoom = {
  world: {
    ...emptyWorld,
    indicators: { ...emptyWorld.indicators, catalogue: byId(file.indicators) },
    cameras: {
      ...emptyWorld.cameras,
      byId: byId(file.cameras.map((camera) => ({ ...camera, kind: 'rtsp' as const }))),
    },
  },
  words: vi,
  language: 'vi',
  measure: (text, face) => text.length * (face === 'numbers' ? 0.42 : 0.53),
};
const [indicator] = file.indicators;
const tile = (area: Area, panel: Tile['panel']): Tile => ({
  id: 't',
  layer: 'base',
  area,
  panel,
  priority: 2,
});
const number = (widthMm: number, heightMm: number) =>
  tile({ xMm: 8, yMm: 8, widthMm, heightMm }, { kind: 'indicator', indicatorId: indicator?.id ?? '' });

describe('the legibility of a tile', () => {
  const tiles = file.scenes.flatMap((template) =>
    scenesFor(template, canvas).flatMap((scene) =>
      Object.values(scene.tiles).map((each) => [`${scene.id} ${each.id} ${each.panel.kind}`, each] as const),
    ),
  );

  it.each(tiles)('finds the province’s own %s readable', (_name, each) => {
    expect(tileReading(canvas, each, room)?.textArc).toBeGreaterThanOrEqual(15.99);
  });

  it('grows with the tile: the number of a large one subtends more', () => {
    const small = tileReading(canvas, number(390, 216), room);
    const large = tileReading(canvas, number(1_201, 669), room);
    expect(large?.numberArc).toBeGreaterThan(small?.numberArc ?? Infinity);
  });

  it('says what type would fit a tile that is too small', () => {
    const reading = tileReading(canvas, number(150, 60), room);
    expect(isLegible(reading)).toBe(false);
    expect(reading?.textArc).toBeLessThan(16);
  });

  it('depends on the farthest seat', () => {
    const near = tileReading({ ...canvas, seatDistanceMm: 2_000 }, number(220, 110), room);
    const far = tileReading({ ...canvas, seatDistanceMm: 12_000 }, number(220, 110), room);
    expect([isLegible(near), isLegible(far)]).toEqual([true, false]);
  });

  it('is reached by the least growth that there is room for', () => {
    const small = number(150, 60);
    const grown = grownToLegible(canvas, small, { xMm: 8, yMm: 8, widthMm: 1_201, heightMm: 669 }, room);
    expect(grown && isLegible(tileReading(canvas, { ...small, area: grown }, room))).toBe(true);
    expect(grown?.widthMm).toBeLessThan(700);
    expect(grownToLegible(canvas, small, small.area, room)).toBeUndefined();
  });

  it('is reached with fewer of what shares the tile, where that helps', () => {
    const ids = file.indicators.slice(0, 6).map(({ id }) => id);
    const chart = (widthMm: number): Tile =>
      tile(
        { xMm: 8, yMm: 8, widthMm, heightMm: 400 },
        { kind: 'indicator-chart', indicatorIds: ids, engine: 'rich', spanMs: 3_600_000 },
      );
    expect(isLegible(tileReading(canvas, chart(600), room))).toBe(false);

    const fewer = fewerToLegible(canvas, chart(600), room);

    expect(fewer?.count).toBeGreaterThan(0);
    expect(fewer?.count).toBeLessThan(6);
    const left = fewer && { ...chart(600), panel: fewer.panel };
    expect(left && isLegible(tileReading(canvas, left, room))).toBe(true);
    expect(fewerToLegible(canvas, chart(60), room)).toBeUndefined();
    expect(fewerToLegible(canvas, number(150, 60), room)).toBeUndefined();
  });

  it('is reached with fewer rows of a camera grid', () => {
    const grid = tile(
      { xMm: 8, yMm: 8, widthMm: 600, heightMm: 300 },
      {
        kind: 'camera-grid',
        from: { by: 'list', cameraIds: ['a'] },
        cells: [8, 8],
        dwellS: 10,
        order: 'given',
        turn: 'page',
      },
    );
    expect(isLegible(tileReading(canvas, grid, room))).toBe(false);

    const fewer = fewerToLegible(canvas, grid, room);

    expect(fewer?.label).toBe(vi.editor.fields.rows);
    expect(fewer && isLegible(tileReading(canvas, { ...grid, panel: fewer.panel }, room))).toBe(true);
  });

  it('is refused by the core where it could not be reached at all, and never where the editor finds it', () => {
    const sides = [60, 90, 130, 180, 250, 340, 480, 660];
    const spec = { kind: 'text', title: 'Ca trực', text: 'Nguyễn Thị Hạnh, '.repeat(12) } as const;
    const panels = [
      ...readyTiles(room).map((ready) => ready.spec),
      { ...spec, arcMinutes: 22 } as const,
      { kind: 'banner', text: spec.text, tone: 'info' } as const,
    ];
    const seen = panels.flatMap((panel) =>
      sides.flatMap((widthMm) =>
        sides.map((heightMm) => {
          const each = tile({ xMm: 8, yMm: 8, widthMm, heightMm }, panel);
          return {
            each,
            editor: isLegible(tileReading(canvas, each, room)),
            core: mostArc(canvas, each) >= 16,
          };
        }),
      ),
    );

    expect(
      seen.filter(({ editor, core }) => editor && !core).map(({ each }) => [each.panel, each.area]),
    ).toEqual([]);
    const refused = new Set(seen.filter(({ core }) => !core).map(({ each }) => each.panel.kind));
    const smallest = ['clock', 'camera-hotspot'];
    expect(
      Object.values(panels)
        .map(({ kind }) => kind)
        .filter((kind) => !refused.has(kind) && !smallest.includes(kind)),
    ).toEqual([]);
  });

  it('knows nothing of a tile beside all displays', () => {
    expect(
      tileReading(canvas, tile({ xMm: 1_218, yMm: 0, widthMm: 5, heightMm: 5 }, { kind: 'clock' }), room),
    ).toBeNull();
  });
});
