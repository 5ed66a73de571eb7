import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contains, overlaps } from './area.ts';
import { canvasOf } from './arrange.ts';
import type { Area, Canvas, Display, Priority, Scene, Tile } from './model.ts';
import { rehomed, rehoming } from './rehome.ts';

const WIDE = 1_217;
const HIGH = 685;
const STEP = 1_224;

/** Panels of 55 inches in one row; the named ones are dark. */
function wall(count: number, ...dark: readonly string[]): Canvas {
  const displays = Array.from({ length: count }, (_, index): Display => {
    const id = `d${index + 1}`;
    const area = { xMm: index * STEP, yMm: 0, widthMm: WIDE, heightMm: HIGH };
    const face = { widthPx: 1_920, heightPx: 1_080, rotation: 0 as const, bezelMm: 3.5 };
    return { id, order: index + 1, area, ...face, ...(dark.includes(id) && { dark: true }) };
  });
  return canvasOf(displays, 5_000);
}

function on(display: number, part: Partial<Area> = {}): Area {
  const { xMm = 0, ...rest } = part;
  return { xMm: (display - 1) * STEP + xMm, yMm: 0, widthMm: WIDE, heightMm: HIGH, ...rest };
}

function tile(id: string, priority: Priority, area: Area, layer: Tile['layer'] = 'base'): Tile {
  return { id, layer, area, panel: { kind: 'clock' }, priority };
}

function scene(...tiles: readonly Tile[]): Scene {
  const name = { vi: 'Thử', en: 'Try' };
  const entries = Object.fromEntries(tiles.map((one) => [one.id, one]));
  return { id: 'try', name, tiles: entries, origin: 'room', tags: [], locked: false };
}

const HALF = { widthMm: (WIDE - 8) / 2 };
const RIGHT = { ...HALF, xMm: (WIDE + 8) / 2 };

describe('a wall with a dark display', () => {
  const busy = scene(tile('alarm', 1, on(1)), tile('left', 3, on(2, HALF)), tile('right', 2, on(2, RIGHT)));

  it('shows what matters most in the place of what matters least', () => {
    const shown = rehoming(wall(2, 'd1'), busy);

    expect(shown.scene.tiles['alarm']?.area).toEqual(on(2, HALF));
    expect(Object.keys(shown.scene.tiles)).toEqual(['alarm', 'right']);
    expect(shown.waiting.map(({ id }) => id)).toEqual(['left']);
    expect(shown.moved.map(({ tile: { id } }) => id)).toEqual(['alarm']);
  });

  it('changes nothing of the program: back, everything is where it was', () => {
    expect(rehomed(wall(2), busy)).toBe(busy);
  });

  it('shares the place of an equal where there is nothing less important', () => {
    const equal = scene(tile('map', 2, on(1)), tile('cameras', 2, on(2)));

    const { tiles } = rehomed(wall(2, 'd1'), equal);

    expect(tiles['cameras']?.area).toEqual(on(2, HALF));
    expect(tiles['map']?.area).toMatchObject({ xMm: STEP + (WIDE + 8) / 2 });
  });

  it('lets a tile of priority 3 wait', () => {
    const quiet = scene(tile('clock', 3, on(1)), tile('cameras', 3, on(2)));

    const shown = rehoming(wall(2, 'd1'), quiet);

    expect(shown.waiting.map(({ id }) => id)).toEqual(['clock']);
    expect(shown.scene.tiles['cameras']?.area).toEqual(on(2));
  });

  it('makes nothing so small that the farthest seat could not read it', () => {
    const small = { widthMm: 400, heightMm: 220 };
    const full = scene(
      tile('map', 1, on(1)),
      tile('a', 1, on(2, small)),
      tile('b', 3, on(2, { ...small, xMm: 500, heightMm: 90 })),
    );

    const shown = rehoming(wall(2, 'd1'), full);

    expect(shown.waiting.map(({ id }) => id)).toEqual(['map']);
    expect(shown.scene.tiles['a']?.area).toEqual(on(2, small));
  });

  it('keeps a tile that spans the wall where most of it can be seen', () => {
    const whole = { xMm: 0, yMm: 0, widthMm: 3 * STEP - 7, heightMm: HIGH };
    const wide = scene(tile('map', 1, whole));

    expect(rehomed(wall(3, 'd2'), wide).tiles['map']?.area).toEqual(whole);
  });

  it('lets who gives way look for a place of its own', () => {
    const three = scene(tile('alarm', 1, on(1)), tile('map', 2, on(2)), tile('cameras', 2, on(3)));

    const { tiles } = rehomed(wall(3, 'd1'), three);

    expect(tiles['alarm']?.area).toEqual(on(2));
    expect(tiles['cameras']?.area.widthMm).toBeLessThan(WIDE);
    expect(tiles['map']?.area.widthMm).toBeLessThan(WIDE);
  });

  it('brings a banner to the same place of the nearest living display', () => {
    const banner = tile('banner', 1, { xMm: 100, yMm: 600, widthMm: 900, heightMm: 80 }, 'overlay');

    const { tiles } = rehomed(wall(2, 'd1'), scene(banner, tile('map', 2, on(2))));

    expect(tiles['banner']?.area).toEqual({ xMm: STEP + 100, yMm: 600, widthMm: 900, heightMm: 80 });
    expect(tiles['map']?.area).toEqual(on(2));
  });

  it('moves nothing under a cover while any display is open', () => {
    const alarm = tile('alarm', 1, on(1));
    const banner = tile('banner', 1, { xMm: 100, yMm: 600, widthMm: 900, heightMm: 80 }, 'overlay');
    const three = scene(alarm, banner, tile('map', 2, on(2)), tile('clock', 3, on(3)));

    const whole = rehomed(wall(3, 'd1'), three);
    const { tiles } = rehomed(wall(3, 'd1'), three, ['d3']);

    expect(whole.tiles['alarm']?.area).toEqual(on(3));
    expect(tiles['alarm']?.area).toEqual(on(2));
    expect(tiles['clock']?.area).toEqual(on(3));
    expect(rehomed(wall(3, 'd1'), three, ['d2']).tiles['banner']?.area.xMm).toBe(2 * STEP + 100);
    expect(rehomed(wall(3, 'd1'), three, ['d2', 'd3'])).toEqual(whole);
  });

  it('stays as it is when all displays are dark', () => {
    expect(rehomed(wall(2, 'd1', 'd2'), busy)).toBe(busy);
  });
});

describe('any wall that loses any displays', () => {
  const cell = fc.record({
    priority: fc.constantFrom<Priority>(1, 2, 3),
    cut: fc.integer({ min: 1, max: 4 }),
  });
  const room = fc.integer({ min: 1, max: 8 }).chain((count) =>
    fc.record({
      count: fc.constant(count),
      cells: fc.array(cell, { minLength: count, maxLength: count }),
      dark: fc.subarray(Array.from({ length: count }, (_, index) => `d${index + 1}`)),
    }),
  );
  const tilesOf = (cells: readonly { priority: Priority; cut: number }[]): readonly Tile[] =>
    cells.flatMap(({ priority, cut }, index) =>
      Array.from({ length: cut }, (_, part) => {
        const widthMm = (WIDE - 8 * (cut - 1)) / cut;
        const area = on(index + 1, { xMm: part * (widthMm + 8), widthMm });
        return tile(`d${index + 1}-${part}`, ((priority + part) % 3) + 1 === 1 ? 1 : priority, area);
      }),
    );

  it('never shows two tiles in one place, never leaves the canvas, never shows a moved one in the dark', () => {
    fc.assert(
      fc.property(room, ({ count, cells, dark }) => {
        const canvas = wall(count, ...dark);
        const { scene: shown, moved, waiting } = rehoming(canvas, scene(...tilesOf(cells)));
        const tiles = Object.values(shown.tiles);
        for (const one of tiles) {
          expect(contains(canvas.area, one.area)).toBe(true);
          expect(tiles.some((other) => other.id !== one.id && overlaps(other.area, one.area))).toBe(false);
        }
        for (const { to } of moved)
          expect(canvas.displays.some((display) => display.dark === true && overlaps(display.area, to))).toBe(
            false,
          );
        expect(waiting.every(({ id }) => shown.tiles[id] === undefined)).toBe(true);
      }),
    );
  });

  it('never lets a tile wait while a less important one is seen at its size or larger', () => {
    fc.assert(
      fc.property(room, ({ count, cells, dark }) => {
        const canvas = wall(count, ...dark);
        const { scene: shown, waiting } = rehoming(canvas, scene(...tilesOf(cells)));
        if (dark.length === 0 || dark.length === count) return;
        const living = Object.values(shown.tiles).filter(
          ({ area }) =>
            !canvas.displays.some((display) => display.dark === true && overlaps(display.area, area)),
        );
        for (const lost of waiting.filter(({ priority }) => priority < 3)) {
          const less = living.filter(({ priority, area }) => priority > lost.priority && area.widthMm >= 330);
          expect(less).toEqual([]);
        }
      }),
    );
  });
});
