import { describe, expect, it } from 'vitest';
import { arrangeVirtual } from '../../domain/wall/arrange.ts';
import type { Area, Scene, Tile } from '../../domain/wall/model.ts';
import { floorCapPx, mountedAgain, mountedTiles, rectOn } from './tilePlacement.ts';

const panel = { widthMm: 1217, heightMm: 685, bezelMm: 3.5 };
const canvas = arrangeVirtual({ columns: 2, rows: 1, widthPx: 1920, heightPx: 1080 }, panel, 5000);
const [left, right] = canvas.displays;
if (!left || !right) throw new Error('two displays expected');

const tile = (id: string, area: Area): Tile => ({
  id,
  layer: 'base',
  area,
  panel: { kind: 'clock' },
  priority: 2,
});
const scene = (...tiles: Tile[]): Scene => ({
  id: 's',
  name: { vi: 'Kịch bản', en: 'Scene' },
  tiles: Object.fromEntries(tiles.map((one) => [one.id, one])),
  origin: 'room',
  tags: [],
  locked: false,
});

describe('a tile that spans two displays', () => {
  it('loses what lies behind the bezels, so that straight lines stay straight', () => {
    const wide = tile('wide', canvas.area);
    const onLeft = rectOn(left, wide);
    const onRight = rectOn(right, wide);
    expect(onLeft.leftPx).toBe(0);
    expect(onRight.leftPx).toBe(-Math.round((1217 + 7) / (1217 / 1920)));
    expect(onLeft.widthPx).toBe(onRight.widthPx);
  });
});

describe('the smallest capitals of the demonstration room', () => {
  it('are 37 px high at 5 m on a 55-inch panel', () => {
    expect(Math.round(floorCapPx(canvas, left))).toBe(37);
  });
});

describe('tiles mounted for a take', () => {
  const area = { xMm: 10, yMm: 10, widthMm: 200, heightMm: 100 };
  it('keep a picture that stays in its place, and warm up the new one unseen', () => {
    const stays = tile('a', area);
    const comes = tile('b', { ...area, yMm: 300 });
    const mounted = mountedTiles(left, scene(stays), [scene({ ...stays, id: 'other-name' }, comes)]);
    expect(mounted.map(({ tile: { id }, seen }) => [id, seen])).toEqual([
      ['a', true],
      ['b', false],
    ]);
  });

  it('keep what was taken and is not yet due, whatever warms up next', () => {
    const due = tile('due', area);
    const later = tile('later', { ...area, yMm: 300 });
    const mounted = mountedTiles(left, null, [scene(due), scene(due, later)]);
    expect(mounted.map(({ tile: { id }, rank }) => [id, rank])).toEqual([
      ['due', 1],
      ['later', 2],
    ]);
  });

  it('leave out what lies on another display', () => {
    expect(mountedTiles(right, scene(tile('a', area)), [])).toEqual([]);
  });
});

describe('a scene that comes over the wire again', () => {
  const on = tile('a', { xMm: 10, yMm: 10, widthMm: 200, heightMm: 100 });
  const comes = tile('b', { xMm: 10, yMm: 300, widthMm: 200, heightMm: 100 });
  const copy = (of: Scene): Scene => JSON.parse(JSON.stringify(of));

  it('draws nothing anew: what is mounted is the very same', () => {
    const before = mountedTiles(left, scene(on), [scene(comes)]);
    expect(mountedAgain(before, mountedTiles(left, copy(scene(on)), [copy(scene(comes))]))).toBe(before);
  });

  it('turns from unseen to seen with the very tile that warmed up', () => {
    const before = mountedTiles(left, scene(on), [scene(comes)]);
    const after = mountedAgain(before, mountedTiles(left, copy(scene(comes)), [copy(scene(on))]));
    expect(after.find(({ seen }) => seen)?.tile).toBe(comes);
  });

  it('takes what differs in anything', () => {
    const before = mountedTiles(left, scene(on), []);
    const first: Tile = { ...on, priority: 1 };
    expect(mountedAgain(before, mountedTiles(left, scene(first), []))[0]?.tile.priority).toBe(1);
  });
});
