import { describe, expect, it } from 'vitest';
import { pictureOf } from './pictureOf.ts';
import { keptCameras, looked, lookOf, looksAfter, turnOf, withLook } from './lookRules.ts';
import { emptyLooks, freshLook } from './looking.ts';
import type { Scene, Tile } from './model.ts';

const author = { by: 'Nguyễn Thị Hạnh', at: Date.UTC(2026, 10, 23, 3, 32, 5) };
const tile: Tile = {
  id: 't1',
  layer: 'base',
  area: { xMm: 0, yMm: 0, widthMm: 100, heightMm: 100 },
  panel: { kind: 'camera-grid', from: { by: 'all' }, order: 'given', turn: 'page', dwellS: 10 },
  priority: 2,
};
const scene = (...tiles: readonly Tile[]): Scene => ({
  id: 's',
  name: { vi: 's', en: 's' },
  tiles: Object.fromEntries(tiles.map((each) => [each.id, each])),
  origin: 'room',
  tags: [],
  locked: false,
});
const now = { author, turns: 7, shown: ['a', 'b'] };
const fresh = freshLook(pictureOf(tile));

describe('a camera tile under an operator’s hands', () => {
  it('remembers who enlarged what, and forgets it by the way back', () => {
    const zoom = { x: 0.5, y: 0.25, scale: 3 };
    const near = looked(fresh, { do: 'zoom', cameraId: 'a', zoom }, now);
    if (!near.ok) throw new Error(near.reason);

    expect(near.value.zooms).toEqual({ a: { ...zoom, ...author } });
    expect(looked(near.value, { do: 'zoom', cameraId: 'a', zoom: null }, now)).toMatchObject({
      value: { zooms: {} },
    });
  });

  it('does not turn away from what somebody looks at closely, and goes on from there', () => {
    const frozen = looked(fresh, { do: 'freeze', cameraId: 'b', on: true }, now);
    if (!frozen.ok) throw new Error(frozen.reason);
    const free = looked(frozen.value, { do: 'freeze', cameraId: 'b', on: false }, now);
    if (!free.ok) throw new Error(free.reason);

    expect(turnOf(frozen.value, false)).toMatchObject({ page: 7, paused: true });
    expect(turnOf(free.value, false)).toMatchObject({ page: 7, paused: false });
  });

  it('has no page to turn where it shows all it has', () => {
    const still = { ...now, turns: null };

    expect(looked(fresh, { do: 'pause', on: true }, still)).toEqual({
      ok: false,
      reason: 'tile-never-turns',
    });
    expect(looked(fresh, { do: 'freeze', cameraId: 'a', on: true }, still)).toMatchObject({
      value: { turn: null },
    });
  });

  it('keeps the first moment when it is frozen twice', () => {
    const once = looked(fresh, { do: 'freeze', cameraId: 'b', on: true }, now);
    if (!once.ok) throw new Error(once.reason);
    const later = { ...now, author: { ...author, at: author.at + 9_000 } };

    expect(looked(once.value, { do: 'freeze', cameraId: 'b', on: true }, later)).toMatchObject({
      value: { frozen: { b: author } },
    });
  });

  it('steps from the page that is seen', () => {
    expect(looked(fresh, { do: 'page', step: 1 }, now)).toMatchObject({
      value: { turn: { page: 8, paused: false } },
    });
  });

  it('takes no order for a camera that it does not show', () => {
    expect(looked(fresh, { do: 'enlarge', cameraId: 'z' }, now)).toEqual({
      ok: false,
      reason: 'camera-not-in-tile',
    });
  });

  it('keeps from activity what is pinned, frozen, zoomed or enlarged by hand', () => {
    expect(
      keptCameras({
        ...fresh,
        pins: { a: author },
        frozen: { b: author },
        zooms: { a: { x: 0, y: 0, scale: 2, ...author } },
        large: { cameraId: 'c', ...author },
      }),
    ).toEqual(['a', 'b', 'c']);
  });
});

describe('what is said of a tile', () => {
  const looks = withLook(emptyLooks, 't1', { ...fresh, pins: { a: author } });

  it('does not hold for another picture in the same place', () => {
    const other: Tile = { ...tile, panel: { kind: 'camera', cameraId: 'a' } };

    expect(lookOf(looks, tile).pins).toEqual({ a: author });
    expect(lookOf(looks, other).pins).toEqual({});
    expect(looksAfter(looks, scene(other)).tiles).toEqual({});
    expect(looksAfter(looks, scene(tile))).toBe(looks);
  });

  it('is not kept when it says nothing', () => {
    expect(withLook(looks, 't1', fresh).tiles).toEqual({});
  });
});
