import { describe, expect, it } from 'vitest';
import province from '../../../config/provinces/thai-nguyen.json' with { type: 'json' };
import { ProvinceFileSchema } from '../../../domain/contract/provinceFile.ts';
import { emptyWorld } from '../../../domain/contract/world.ts';
import { arrangeAsConnected } from '../../../domain/wall/arrange.ts';
import { patched } from '../../../domain/wall/edit.ts';
import type { PanelSpec, Scene, Tile } from '../../../domain/wall/model.ts';
import { snapLines } from '../../../domain/wall/snap.ts';
import type { EditingRoom } from '../../panels/editingDefinition.ts';
import { vi } from '../../text/vi.ts';
import { addEdit, dropEdit, moveEdit, permitted, removeEdit, swapEdit, unreadableIn } from './edits.ts';

const file = ProvinceFileSchema.parse(province);
const screens = [0, 1].map((index) => ({
  xPx: index * 1_920,
  yPx: 0,
  widthPx: 1_920,
  heightPx: 1_080,
}));
const canvas = arrangeAsConnected(screens, { widthMm: 1_217, heightMm: 685, bezelMm: 3.5 }, 5_000);
const room: EditingRoom = {
  world: {
    ...emptyWorld,
    indicators: {
      ...emptyWorld.indicators,
      catalogue: Object.fromEntries(file.indicators.map((each) => [each.id, each])),
    },
  },
  words: vi,
  language: 'vi',
  measure: (text, face) => text.length * (face === 'numbers' ? 0.42 : 0.53),
};
const number: PanelSpec = { kind: 'indicator', indicatorId: file.indicators[0]?.id ?? '' };
const empty: Scene = {
  id: 's',
  name: { vi: 'S', en: 'S' },
  tiles: {},
  origin: 'room',
  tags: [],
  locked: false,
};
const tile = (id: string, xMm: number, widthMm = 500): Tile => ({
  id,
  layer: 'base',
  area: { xMm, yMm: 8, widthMm, heightMm: 300 },
  panel: number,
  priority: 2,
});
const withTiles = (...tiles: readonly Tile[]): Scene =>
  patched(empty, Object.fromEntries(tiles.map((each) => [each.id, each])));

describe('adding tiles without a hand on them', () => {
  it('fills the chosen display first, then the others, and never makes one that cannot be read', () => {
    let scene = empty;
    for (let count = 0; count < 200; count += 1) {
      const worked = addEdit(canvas, scene, { spec: number, displayId: 'd2' }, room);
      if (!worked.ok) {
        expect(worked.reason).toBe('no-room');
        expect(count).toBeGreaterThan(7);
        return;
      }
      const verdict = permitted(canvas, scene, worked.value.patch, room);
      if (!verdict.ok) throw new Error(verdict.reason);
      const [added] = Object.values(worked.value.patch);
      if (count < 4) expect(added?.area.xMm).toBeGreaterThan(1_217);
      scene = verdict.value;
    }
    throw new Error('a wall without end');
  });
});

describe('dropping a tile from the palette', () => {
  it('on another gives that one new content and leaves its place', () => {
    const scene = withTiles(tile('a', 8));
    const { kind, patch } = dropEdit(canvas, scene, { spec: { kind: 'clock' }, xMm: 100, yMm: 100 });
    expect(kind).toBe('change');
    expect(patch['a']).toEqual({ ...tile('a', 8), panel: { kind: 'clock' } });
  });

  it('near an edge keeps it on its display', () => {
    const { patch } = dropEdit(canvas, empty, { spec: number, xMm: 1_210, yMm: 680 });
    const [added] = Object.values(patch);
    expect((added?.area.xMm ?? 0) + (added?.area.widthMm ?? 0)).toBeLessThanOrEqual(1_217 - 8);
  });
});

describe('the guard of legibility', () => {
  it('refuses what makes a tile harder to read, and says how small its type would be', () => {
    const scene = withTiles(tile('a', 8));
    const patch = { a: { ...tile('a', 8), area: { xMm: 8, yMm: 8, widthMm: 160, heightMm: 60 } } };
    const outcome = permitted(canvas, scene, patch, room);
    expect(outcome).toEqual({ ok: false, reason: 'unreadable' });
    expect(unreadableIn(canvas, scene, patch, room)?.textArc).toBeLessThan(16);
  });

  it('lets a tile that never could be read be moved and made larger', () => {
    const poor: Tile = { ...tile('a', 8), area: { xMm: 8, yMm: 8, widthMm: 160, heightMm: 60 } };
    const scene = withTiles(poor);
    const larger = { a: { ...poor, area: { ...poor.area, xMm: 50, widthMm: 180 } } };
    expect(permitted(canvas, scene, larger, room).ok).toBe(true);
  });
});

describe('the keys of a tile', () => {
  const scene = withTiles(tile('a', 100), tile('b', 650));
  const lines = snapLines(canvas, [tile('b', 650)]);

  it('move it by a millimetre, or to the next line', () => {
    const right = moveEdit([tile('a', 100)], { x: 1, y: 0, by: 'mm' }, lines);
    expect(right.ok && right.value.patch['a']?.area.xMm).toBe(101);
    const left = moveEdit([tile('a', 100)], { x: -1, y: 0, by: 'line' }, lines);
    expect(left.ok && left.value.patch['a']?.area.xMm).toBe(8);
  });

  it('do nothing while none is chosen, or not two to swap', () => {
    expect(removeEdit(scene, [])).toEqual({ ok: false, reason: 'choose-tile' });
    expect(swapEdit([tile('a', 100)])).toEqual({ ok: false, reason: 'choose-two' });
  });

  it('call it clearing when every tile goes', () => {
    const worked = removeEdit(scene, Object.values(scene.tiles));
    expect(worked.ok && worked.value.kind).toBe('clear');
  });
});
