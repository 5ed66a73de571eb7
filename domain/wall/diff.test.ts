import { describe, expect, it } from 'vitest';
import { sceneDiff } from './diff.ts';
import type { PanelSpec, Scene, Tile } from './model.ts';

const tile = (id: string, xMm: number, panel: PanelSpec): Tile => ({
  id,
  layer: 'base',
  area: { xMm, yMm: 0, widthMm: 100, heightMm: 100 },
  panel,
  priority: 2,
});
const scene = (...tiles: readonly Tile[]): Scene => ({
  id: 's',
  name: { vi: 'Kịch bản', en: 'Scene' },
  tiles: Object.fromEntries(tiles.map((one) => [one.id, one])),
  origin: 'room',
  tags: [],
  locked: false,
});
const camera = (cameraId: string): PanelSpec => ({ kind: 'camera', cameraId });
const ids = (diff: ReturnType<typeof sceneDiff>) => ({
  appears: diff.appears.map(({ id }) => id),
  moves: diff.moves.map(({ from, to }) => `${from.id}>${to.id}`),
  goes: diff.goes.map(({ id }) => id),
  stays: diff.stays.map(({ id }) => id),
});

describe('the difference that a take makes', () => {
  it('is everything on a dark wall', () => {
    expect(ids(sceneDiff(undefined, scene(tile('a', 0, { kind: 'map' }))))).toEqual({
      appears: ['a'],
      moves: [],
      goes: [],
      stays: [],
    });
  });

  it('tells what appears, moves, goes and stays', () => {
    const on = scene(
      tile('a', 0, { kind: 'map' }),
      tile('b', 100, camera('c1')),
      tile('c', 200, { kind: 'clock' }),
    );
    const next = scene(
      tile('a', 0, { kind: 'map' }),
      tile('x', 300, camera('c1')),
      tile('d', 100, camera('c2')),
    );
    expect(ids(sceneDiff(on, next))).toEqual({ appears: ['d'], moves: ['b>x'], goes: ['c'], stays: ['a'] });
  });

  it('is none when two tiles that show the same thing change places: nobody could see it', () => {
    const on = scene(tile('a', 0, camera('c1')), tile('b', 100, camera('c1')));
    const next = scene(tile('a', 100, camera('c1')), tile('b', 0, camera('c1')));
    expect(ids(sceneDiff(on, next)).stays).toEqual(['a', 'b']);
  });

  it('counts one tile once: of two copies only one has moved here, the other appears', () => {
    const next = scene(tile('a', 100, camera('c1')), tile('b', 200, camera('c1')));
    expect(ids(sceneDiff(scene(tile('a', 0, camera('c1'))), next))).toEqual({
      appears: ['b'],
      moves: ['a>a'],
      goes: [],
      stays: [],
    });
  });

  it('shows a tile whose content was changed as a new picture', () => {
    const next = scene(tile('a', 0, camera('c2')));
    expect(ids(sceneDiff(scene(tile('a', 0, camera('c1'))), next))).toMatchObject({
      appears: ['a'],
      goes: ['a'],
    });
  });
});
