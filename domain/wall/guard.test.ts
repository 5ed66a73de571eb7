import { describe, expect, it } from 'vitest';
import { canvasOf } from './arrange.ts';
import { picturesOn, recentCrashes, suspects, suspensionOf, type Crash } from './guard.ts';
import { emptyHold } from './holding.ts';
import { pictureOf } from './pictureOf.ts';
import type { PanelSpec, Program, Scene, Tile, Wall } from './model.ts';
import { emptyWall } from './state.ts';

const NOW = Date.UTC(2026, 10, 22, 5);
const area = { xMm: 0, yMm: 0, widthMm: 1_000, heightMm: 600 };
const display = {
  id: 'd1',
  order: 1,
  area,
  widthPx: 1_920,
  heightPx: 1_080,
  rotation: 0,
  bezelMm: 0,
} as const;
const clock: PanelSpec = { kind: 'clock' };
const map: PanelSpec = { kind: 'map' };
const camera: PanelSpec = { kind: 'camera', cameraId: 'bridge' };

function programOf(showAt: number, ...panels: readonly PanelSpec[]): Program {
  const tiles = panels.map((panel, index): Tile => ({
    id: `t${index}`,
    layer: 'base',
    area: { ...area, xMm: index * 100, widthMm: 100 },
    panel,
    priority: 2,
  }));
  const scene: Scene = {
    id: 's',
    name: { vi: 'S', en: 'S' },
    tiles: Object.fromEntries(tiles.map((tile) => [tile.id, tile])),
    origin: 'room',
    tags: [],
    locked: false,
  };
  return { revision: 1, takeId: 'p', by: 'Hạnh', showAt, scene };
}

function aWall(program: Program, previous: Program | null = null): Wall {
  return { ...emptyWall('main', canvasOf([display], 5_000)), program, previous };
}

const crash = (at: number, ...panels: readonly PanelSpec[]): Crash => ({
  at,
  pictures: panels.map((panel) => pictureOf({ panel })),
});
const words = (...panels: readonly PanelSpec[]) => panels.map((panel) => pictureOf({ panel }));

describe('a window that dies in a loop', () => {
  const thrice = [crash(NOW, clock, map), crash(NOW + 1, clock, map), crash(NOW + 2, clock, map)];

  it('is none before its third death within a minute', () => {
    const wall = aWall(programOf(NOW - 90_000, clock, map));
    expect(suspects(wall, ['d1'], thrice.slice(0, 2))).toEqual([]);
    expect(recentCrashes([crash(NOW - 60_000, clock), ...thrice], NOW + 2)).toEqual(thrice);
  });

  it('is freed of what the last take brought, and keeps what ran calmly before it', () => {
    const wall = aWall(programOf(NOW - 5_000, clock, map), programOf(NOW - 90_000, clock));
    expect(suspects(wall, ['d1'], thrice)).toEqual(words(map));
  });

  it('is freed of everything when nothing is new', () => {
    const wall = aWall(programOf(NOW - 90_000, clock, map), programOf(NOW - 180_000, clock));
    expect(suspects(wall, ['d1'], thrice)).toEqual(words(clock, map));
    const all = aWall(programOf(NOW - 5_000, clock, map), programOf(NOW - 90_000, map, clock));
    expect(suspects(all, ['d1'], thrice)).toEqual(words(clock, map));
  });

  it('is not freed of what it did not show each time', () => {
    const wall = aWall(programOf(NOW - 90_000, clock, map));
    expect(suspects(wall, ['d1'], [crash(NOW, map), ...thrice.slice(1)])).toEqual(words(map));
  });
});

describe('what a window draws', () => {
  it('is told harmless first, without what is suspended there', () => {
    const wall = aWall(programOf(NOW, map, camera, clock));
    expect(picturesOn(wall, ['d1'])).toEqual(words(clock, camera, map));
    const suspended = [{ picture: pictureOf({ panel: camera }), displayIds: ['d1'], guilty: false, at: NOW }];
    expect(picturesOn({ ...wall, hold: { ...emptyHold, suspended } }, ['d1'])).toEqual(words(clock, map));
  });

  it('is what moved there from a display that is dark, too', () => {
    const beside = { ...display, id: 'd2', order: 2, area: { ...area, xMm: 1_000 } };
    const tiles = {
      alarm: { id: 'alarm', layer: 'base', area, panel: camera, priority: 1 },
      rest: { id: 'rest', layer: 'base', area: beside.area, panel: clock, priority: 3 },
    } as const;
    const program = programOf(NOW);
    const on = { ...program, scene: { ...program.scene, tiles } };
    const room = (dark: boolean) => canvasOf([{ ...display, ...(dark && { dark }) }, beside], 5_000);
    expect(picturesOn({ ...emptyWall('main', room(false)), program: on }, ['d2'])).toEqual(words(clock));
    expect(picturesOn({ ...emptyWall('main', room(true)), program: on }, ['d2'])).toEqual(words(camera));
  });

  it('a guilty tile is drawn nowhere, a suspect only not there', () => {
    const one = { picture: pictureOf({ panel: map }), displayIds: ['d1'], guilty: false, at: NOW };
    expect(suspensionOf([one], 'd2', { panel: map })).toBe(undefined);
    expect(suspensionOf([one], 'd1', { panel: map })).toBe(one);
    expect(suspensionOf([{ ...one, guilty: true }], 'd2', { panel: map })).toMatchObject({ guilty: true });
  });
});
