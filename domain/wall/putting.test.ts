import { describe, expect, it } from 'vitest';
import type { Canvas, PanelSpec, Scene, Tile } from './model.ts';
import { NEAR_TILE, put, putSomewhere, type PutRoom } from './putting.ts';

const area = { xMm: 0, yMm: 0, widthMm: 1_200, heightMm: 680 };
const canvas: Canvas = {
  area: { ...area, widthMm: 2_400 },
  displays: [1, 2].map((order) => ({
    id: `d${order}`,
    order,
    area: { ...area, xMm: (order - 1) * 1_200 },
    widthPx: 1_920,
    heightPx: 1_080,
    rotation: 0,
    bezelMm: 0,
  })),
  seatDistanceMm: 5_000,
};
const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
const register = Object.fromEntries(
  ids.map((id) => [id, { id, unit: '19', tags: [], groups: [], restricted: false }]),
);

/** A scene whose tiles fill one display each. */
function aRoom(panels: readonly PanelSpec[], change: Partial<PutRoom> = {}): PutRoom {
  const tiles = panels.map((panel, index): Tile => {
    const at = { ...area, xMm: index * 1_200 };
    return { id: `t${index + 1}`, layer: 'base', area: at, panel, priority: 2 };
  });
  const scene: Scene = {
    id: 's',
    name: { vi: 'Thử', en: 'Test' },
    tiles: Object.fromEntries(tiles.map((tile) => [tile.id, tile])),
    origin: 'room',
    tags: [],
    locked: false,
  };
  return { canvas, scene, onAir: true, register, newId: () => 'new', ...change };
}
const grid = (change: Partial<Extract<PanelSpec, { kind: 'camera-grid' }>> = {}): PanelSpec => ({
  kind: 'camera-grid',
  from: { by: 'list', cameraIds: ['a', 'b', 'c'] },
  cells: [2, 2],
  order: 'given',
  turn: 'page',
  dwellS: 12,
  ...change,
});
const tile = (tileId: string, shows?: string | null) => ({
  at: 'tile' as const,
  tileId,
  ...(shows !== undefined && { cell: { shows } }),
});

function listAfter(panel: PanelSpec, shows: string | null, cameraId: string): readonly string[] | string {
  const outcome = put(aRoom([panel]), [cameraId], tile('t1', shows));
  if (!outcome.ok) return outcome.reason;
  const next = outcome.value.do === 'edit' ? outcome.value.patch['t1']?.panel : undefined;
  return next?.kind === 'camera-grid' && next.from.by === 'list' ? next.from.cameraIds : 'no list';
}

describe('a camera that is put on a tile', () => {
  it('never takes the place of what is no camera', () => {
    const room = aRoom([{ kind: 'incident-list', max: 8 }]);

    expect(put(room, ['a'], tile('t1'))).toEqual({ ok: false, reason: 'no-camera-tile' });
    expect(put(room, ['a'], tile('gone'))).toEqual({ ok: false, reason: 'tile-unknown' });
  });

  it('is what a camera tile shows from then on, in the same place', () => {
    const room = aRoom([{ kind: 'camera', cameraId: 'a' }]);

    expect(put(room, ['b'], tile('t1'))).toMatchObject({
      ok: true,
      value: {
        do: 'edit',
        kind: 'change',
        patch: { t1: { area, panel: { kind: 'camera', cameraId: 'b' } } },
      },
    });
  });

  it('takes the cell that it was dropped on; one that is in the grid already changes places', () => {
    expect(listAfter(grid(), 'b', 'e')).toEqual(['a', 'e', 'c']);
    expect(listAfter(grid(), 'c', 'a')).toEqual(['c', 'b', 'a']);
    expect(listAfter(grid(), 'b', 'b')).toEqual(['a', 'b', 'c']);
  });

  it('comes last where it was dropped on an empty cell', () => {
    expect(listAfter(grid(), null, 'e')).toEqual(['a', 'b', 'c', 'e']);
    expect(listAfter(grid(), null, 'a')).toEqual(['b', 'c', 'a']);
  });

  it('makes a list of a grid that asked the register, and touches no other cell', () => {
    expect(listAfter(grid({ from: { by: 'all' } }), 'd', 'a')).toEqual(['d', 'b', 'c', 'a', 'e', 'f']);
  });

  it('is refused by a grid that events arrange, and by a hotspot of alarms', () => {
    expect(listAfter(grid({ order: 'activity' }), 'b', 'e')).toBe('grid-by-events');
    const room = aRoom([{ kind: 'camera-hotspot', follows: 'alarm' }]);
    expect(put(room, ['a'], tile('t1'))).toEqual({ ok: false, reason: 'hotspot-by-alarms' });
  });

  it('is chosen for the hotspots on air, and is a tile of its own in a draft', () => {
    const room = aRoom([{ kind: 'camera-hotspot', follows: 'both' }]);

    expect(put(room, ['a'], tile('t1'))).toEqual({ ok: true, value: { do: 'choose', cameraId: 'a' } });
    expect(put({ ...room, onAir: false }, ['a'], tile('t1'))).toMatchObject({
      value: { do: 'edit', patch: { t1: { panel: { kind: 'camera', cameraId: 'a' } } } },
    });
  });
});

describe('a camera that is put on a display', () => {
  it('fills what is free of it', () => {
    const outcome = put(aRoom([{ kind: 'clock' }]), ['a'], { at: 'display', displayId: 'd2' });

    expect(outcome).toMatchObject({ ok: true, value: { do: 'edit', kind: 'add' } });
    const made = outcome.ok && outcome.value.do === 'edit' ? outcome.value.patch['new'] : null;
    expect(made?.area.xMm).toBeGreaterThanOrEqual(1_200);
    expect(made?.area.widthMm).toBeGreaterThan(1_100);
  });

  it('is refused where the display is full', () => {
    expect(put(aRoom([{ kind: 'clock' }]), ['a'], { at: 'display', displayId: 'd1' })).toEqual({
      ok: false,
      reason: 'display-full',
    });
  });
});

describe('the four nearest cameras, by one key', () => {
  const four = ['a', 'b', 'c', 'd'];
  const patchOf = (room: PutRoom) => {
    const outcome = putSomewhere(room, four);
    return outcome.ok && outcome.value.do === 'edit' ? outcome.value.patch : outcome;
  };

  it('lie over a corner of a full wall without cameras, and nothing of its scene goes', () => {
    const patch = patchOf(aRoom([{ kind: 'clock' }, { kind: 'map' }]));

    expect(Object.keys(patch)).toEqual([NEAR_TILE]);
    expect(patch).toMatchObject({
      [NEAR_TILE]: { layer: 'overlay', panel: { kind: 'camera-grid', cells: [2, 2] } },
    });
  });

  it('take a free display before anything that is on', () => {
    expect(patchOf(aRoom([grid()]))).toMatchObject({ [NEAR_TILE]: { layer: 'base' } });
  });

  it('take the largest grid of a full wall', () => {
    expect(patchOf(aRoom([grid({ order: 'activity' }), { kind: 'map' }]))).toMatchObject({
      t1: { panel: { order: 'given', from: { by: 'list', cameraIds: four } } },
    });
  });

  it('take the place of those of the incident before', () => {
    const room = aRoom([{ kind: 'clock' }, { kind: 'map' }]);
    const over = { id: NEAR_TILE, layer: 'overlay' as const, area, panel: grid(), priority: 1 as const };
    const scene = { ...room.scene, tiles: { ...room.scene.tiles, [NEAR_TILE]: over } };

    expect(patchOf({ ...room, scene })).toMatchObject({
      [NEAR_TILE]: { area, layer: 'overlay', panel: { from: { cameraIds: four } } },
    });
  });
});
