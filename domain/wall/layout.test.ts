import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contains, overlaps } from './area.ts';
import { readingKeysOn } from './keys.ts';
import { scenesFor } from './layout.ts';
import type { Canvas, Display, Scene, SceneTemplate, ScreenTemplate } from './model.ts';
import { layOut, relaid } from './relay.ts';

const both = (text: string) => ({ vi: text, en: text });

function canvasOf(count: number): Canvas {
  const displays = Array.from({ length: count }, (_, index): Display => ({
    id: `d${index + 1}`,
    order: index + 1,
    area: { xMm: (index % 2) * 1_224, yMm: Math.floor(index / 2) * 692, widthMm: 1_217, heightMm: 685 },
    widthPx: 1_920,
    heightPx: 1_080,
    rotation: 0,
    bezelMm: 3.5,
  }));
  return {
    area: { xMm: 0, yMm: 0, widthMm: 2_441, heightMm: Math.ceil(count / 2) * 692 - 7 },
    displays,
    seatDistanceMm: 5_000,
  };
}

const screen = (indicatorId: string): ScreenTemplate => ({
  grid: [2, 2],
  cells: [
    { at: [0, 0, 2, 1], panel: { kind: 'indicator', indicatorId }, priority: 1 },
    { at: [0, 1, 1, 1], panel: { kind: 'clock' }, priority: 3 },
    { at: [1, 1, 1, 1], panel: { kind: 'map' }, priority: 2 },
  ],
});
const screens: SceneTemplate = {
  id: 'overview',
  name: both('Tổng quan'),
  tags: [],
  locked: false,
  layout: { over: 'screens', screens: ['a', 'b', 'c', 'd'].map(screen) },
};
const whole: SceneTemplate = {
  id: 'map',
  name: both('Bản đồ'),
  tags: [],
  locked: false,
  layout: { over: 'whole', screen: screen('a') },
};

function tiles(scene: Scene | undefined) {
  return Object.values(scene?.tiles ?? {});
}

describe('a scene laid out on the displays that there are', () => {
  it('becomes pages when displays are fewer than screens, so that type never shrinks', () => {
    const pages = scenesFor(screens, canvasOf(2));
    expect(pages.map(({ id, name }) => [id, name.vi])).toEqual([
      ['overview', 'Tổng quan (1/2)'],
      ['overview-2', 'Tổng quan (2/2)'],
    ]);
  });

  it('fills spare displays with a clock: no display of the wall is black', () => {
    const [scene] = scenesFor(screens, canvasOf(6));
    const spare = tiles(scene).filter(({ id }) => id.startsWith('d6-'));
    expect(spare.map(({ panel }) => panel.kind)).toEqual(['clock']);
  });

  it('is nothing without displays', () => {
    expect(scenesFor(screens, canvasOf(0))).toEqual([]);
  });

  it('keeps every tile on its canvas and off every other, on any number of displays', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 16 }), fc.constantFrom(screens, whole), (count, template) => {
        const canvas = canvasOf(count);
        for (const scene of scenesFor(template, canvas)) {
          const all = tiles(scene);
          for (const tile of all) expect(contains(canvas.area, tile.area)).toBe(true);
          for (const [index, tile] of all.entries()) {
            for (const other of all.slice(index + 1)) expect(overlaps(tile.area, other.area)).toBe(false);
          }
        }
      }),
      { seed: 8 },
    );
  });

  it('shows every screen of the province on some page', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), (count) => {
        const canvas = canvasOf(count);
        const keys = scenesFor(screens, canvas).flatMap((scene) => readingKeysOn(scene, canvas.displays, []));
        expect(new Set(keys)).toEqual(new Set(['a', 'b', 'c', 'd']));
      }),
      { seed: 9 },
    );
  });
});

describe('a program when displays come and go', () => {
  const templates = [screens, whole];
  const before = layOut(templates, canvasOf(4));
  const byId = Object.fromEntries(before.map((scene) => [scene.id, scene]));
  const [overview] = before;
  if (!overview) throw new Error('no scene');

  it('is laid out again under its own id', () => {
    const after = layOut(templates, canvasOf(2));
    expect(relaid(overview, byId, templates, after)).toBe(after[0]);
  });

  it('on a page that is no more goes to the first', () => {
    const pages = layOut(templates, canvasOf(2));
    const second = pages.find(({ id }) => id === 'overview-2');
    if (!second) throw new Error('no second page');
    const scenes = Object.fromEntries(pages.map((scene) => [scene.id, scene]));
    expect(relaid(second, scenes, templates, before)).toBe(overview);
  });

  it('on a page that is no more goes to the first page of its own scene, not of one whose id it begins with', () => {
    const night: SceneTemplate = { ...screens, id: 'overview-night' };
    const both = [screens, night];
    const pages = layOut(both, canvasOf(2));
    const second = pages.find(({ id }) => id === 'overview-night-2');
    if (!second) throw new Error('no second page');
    const scenes = Object.fromEntries(pages.map((scene) => [scene.id, scene]));
    expect(relaid(second, scenes, both, layOut(both, canvasOf(4))).id).toBe('overview-night');
  });

  it('that somebody edited stays as it was edited', () => {
    const { ['d1-1']: _moved, ...rest } = overview.tiles;
    const edited = { ...overview, tiles: rest };
    expect(relaid(edited, byId, templates, layOut(templates, canvasOf(2)))).toBe(edited);
  });

  it('whose label alone is another is laid out again', () => {
    const after = layOut(templates, canvasOf(2));
    expect(relaid({ ...overview, pin: 3 }, byId, templates, after)).toBe(after[0]);
  });

  it('of a scene that the province dropped stays on', () => {
    expect(relaid(overview, byId, [whole], layOut([whole], canvasOf(4)))).toBe(overview);
  });
});
