import { describe, expect, it } from 'vitest';
import { emptyLooks } from './looking.ts';
import { emptyHold, type Hold } from './holding.ts';
import {
  audibleTile,
  covered,
  coverOf,
  heardAt,
  holdAfter,
  isAllCovered,
  soundTiles,
  strokeOf,
  withoutHidden,
} from './holdRules.ts';
import { MOST_POINTS, MOST_STROKES, type Line, type Stroke } from './ink.ts';
import type { Canvas, PanelSpec, Program, Scene, Tile } from './model.ts';

const NOW = Date.UTC(2026, 10, 22, 5);
const author = { by: 'Hạnh', at: NOW };

function canvasOf(...ids: readonly string[]): Canvas {
  const displays = ids.map((id, index) => ({
    id,
    order: index + 1,
    area: { xMm: index * 1_000, yMm: 0, widthMm: 1_000, heightMm: 600 },
    widthPx: 1_920,
    heightPx: 1_080,
    rotation: 0 as const,
    bezelMm: 0,
  }));
  return {
    area: { xMm: 0, yMm: 0, widthMm: ids.length * 1_000, heightMm: 600 },
    displays,
    seatDistanceMm: 5_000,
  };
}

function tile(id: string, panel: PanelSpec, xMm = 0, widthMm = 1_000): Tile {
  return { id, layer: 'base', area: { xMm, yMm: 0, widthMm, heightMm: 600 }, panel, priority: 2 };
}

function sceneOf(...tiles: readonly Tile[]): Scene {
  const all = Object.fromEntries(tiles.map((one) => [one.id, one]));
  return { id: 's', name: { vi: 'S', en: 'S' }, tiles: all, origin: 'room', tags: [], locked: false };
}

const bridge: PanelSpec = { kind: 'camera', cameraId: 'bridge' };
const lake: PanelSpec = { kind: 'camera', cameraId: 'lake' };

function aWall(
  hold: Partial<Hold>,
  scene = sceneOf(tile('t1', bridge), tile('t2', { kind: 'clock' }, 1_000)),
) {
  const program: Program = { revision: 1, takeId: 'p', by: 'Hạnh', showAt: NOW, scene };
  return { canvas: canvasOf('d1', 'd2'), program, hold: { ...emptyHold, ...hold } };
}

describe('covering', () => {
  it('of the whole wall holds for a display that comes later', () => {
    const covers = covered(aWall({}), 'all', author);
    if (!covers.ok) throw new Error(covers.reason);
    const grown = { canvas: canvasOf('d1', 'd2', 'd3'), hold: { ...emptyHold, ...covers.value } };
    expect(isAllCovered(grown)).toBe(true);
    expect(coverOf(grown.hold, 'd3')).toEqual(author);
  });

  it('one display opened of a covered wall leaves all others covered', () => {
    const covers = covered(aWall({ coveredAll: author }), ['d1'], null);
    expect(covers).toEqual({ ok: true, value: { coveredAll: null, covers: { d2: author } } });
  });

  it('a display that is lost stays covered while others are opened', () => {
    const wall = aWall({ covers: { d1: author, d9: author } });
    expect(covered(wall, ['d1'], null)).toMatchObject({ value: { covers: { d9: author } } });
  });

  it('who covered it first is remembered', () => {
    const later = { by: 'Bình', at: NOW + 1 };
    expect(covered(aWall({ covers: { d1: author } }), ['d1', 'd2'], later)).toMatchObject({
      value: { covers: { d1: author, d2: later } },
    });
  });

  it('what was covered on a display that went dark does not come out on another', () => {
    const { canvas, program } = aWall({});
    const displays = canvas.displays.map((one) => (one.id === 'd1' ? { ...one, dark: true as const } : one));
    const dark = { ...canvas, displays };
    expect(Object.keys(withoutHidden(dark, program.scene, { d1: author }).tiles)).toEqual(['t2']);
    expect(withoutHidden(canvas, program.scene, { d1: author })).toBe(program.scene);
    expect(withoutHidden(dark, program.scene, { d2: author })).toBe(program.scene);
  });

  it('an unknown display is refused', () => {
    expect(covered(aWall({}), ['d7'], author)).toEqual({ ok: false, reason: 'display-unknown' });
  });
});

describe('sound', () => {
  const cameras = { bridge: { kind: 'hls' }, lake: { kind: 'rtsp' } } as const;
  const audible = audibleTile(aWall({}), { tileId: 't1', cameras }, author);
  if (!audible.ok) throw new Error(audible.reason);
  const heard = { audible: audible.value };

  it('is heard on one display only, the one with most of the tile', () => {
    const wide = tile('t1', bridge, 400, 1_600);
    expect(heardAt(aWall(heard, sceneOf(wide)))).toEqual({ tileId: 't1', displayId: 'd2' });
  });

  it('goes with its tile to a living display when its own is lost, and is silent while it waits unseen', () => {
    const { canvas, ...wall } = aWall(heard);
    const goneDark = (...ids: readonly string[]) => ({
      ...wall,
      canvas: {
        ...canvas,
        displays: canvas.displays.map((one) =>
          ids.includes(one.id) ? { ...one, dark: true as const } : one,
        ),
      },
    });
    expect(heardAt(goneDark('d1'))).toEqual({ tileId: 't1', displayId: 'd2' });
    expect(heardAt(goneDark('d2'))).toEqual({ tileId: 't1', displayId: 'd1' });
    const waits = { ...tile('t1', bridge), priority: 3 as const };
    const { program } = aWall(heard, sceneOf(waits, tile('t2', { kind: 'clock' }, 1_000)));
    expect(heardAt({ ...goneDark('d1'), program })).toBe(null);
  });

  it('is silent under a cover and while the wall stands still, and comes back after', () => {
    expect(heardAt(aWall({ ...heard, covers: { d1: author } }))).toBe(null);
    expect(heardAt(aWall({ ...heard, freeze: { id: 'f', ...author } }))).toBe(null);
    expect(heardAt(aWall(heard))).toEqual({ tileId: 't1', displayId: 'd1' });
  });

  it('is refused for a camera that is reached without sound, so that nobody waits for it', () => {
    const wall = aWall(
      {},
      sceneOf(tile('t1', lake), tile('t2', { kind: 'video', documentId: 'film', loop: false }, 1_000)),
    );
    expect(soundTiles(wall.program.scene, cameras).map(({ id }) => id)).toEqual(['t2']);
    expect(audibleTile(wall, { tileId: 't1', cameras }, author)).toEqual({
      ok: false,
      reason: 'tile-soundless',
    });
  });

  it('is refused for what never has any', () => {
    expect(audibleTile(aWall({}), { tileId: 't2', cameras }, author)).toEqual({
      ok: false,
      reason: 'tile-soundless',
    });
    expect(audibleTile(aWall({}), { tileId: 't9', cameras }, author)).toEqual({
      ok: false,
      reason: 'tile-soundless',
    });
  });

  it('goes with its picture: another camera in the same tile is silent', () => {
    const { hold } = aWall(heard);
    expect(holdAfter(hold, sceneOf(tile('t1', lake)), emptyLooks).audible).toBe(null);
    expect(holdAfter(hold, sceneOf(), emptyLooks).audible).toBe(null);
    expect(holdAfter(hold, undefined, emptyLooks).audible).toBe(null);
  });

  it('moves with its tile', () => {
    const { hold } = aWall(heard);
    expect(holdAfter(hold, sceneOf(tile('t1', bridge, 1_000)), emptyLooks).audible).toEqual(audible.value);
  });
});

describe('the pen', () => {
  const line = (points: readonly number[]): Line => ({ id: 'l', colour: 'pink', width: 'thin', points });
  const drawn = (points: readonly number[]): Stroke => {
    const stroke = strokeOf(aWall({}), line(points), author);
    if (!stroke.ok) throw new Error(stroke.reason);
    return stroke.value;
  };

  it('marks the tile on which it was begun, and the mark goes with that picture', () => {
    const stroke = drawn([10, 10, 1_500, 20]);
    expect(stroke).toMatchObject({ on: { tileId: 't1' }, ...author });
    const { hold, program } = aWall({ ink: [stroke] });
    expect(holdAfter(hold, program.scene, emptyLooks)).toBe(hold);
    expect(holdAfter(hold, sceneOf(tile('t1', lake)), emptyLooks).ink).toEqual([]);
    expect(holdAfter(hold, sceneOf(tile('t1', bridge, 100)), emptyLooks).ink).toEqual([]);
  });

  it('a mark beside all tiles stays until it is wiped', () => {
    const wall = aWall({}, sceneOf());
    const stroke = strokeOf(wall, line([10, 10]), author);
    expect(stroke.ok && stroke.value.on).toBe(undefined);
    expect(
      stroke.ok && holdAfter({ ...emptyHold, ink: [stroke.value] }, sceneOf(), emptyLooks).ink,
    ).toHaveLength(1);
  });

  it.each([
    ['an empty line', [], 'nothing-drawn'],
    ['half a point', [5], 'nothing-drawn'],
    ['too many points', Array.from({ length: 2 * MOST_POINTS + 2 }, () => 5), 'nothing-drawn'],
    ['a line beside the wall', [5, 5, 2_500, 5], 'outside-canvas'],
    ['no number', [Number.NaN, 5], 'outside-canvas'],
  ])('is refused %s', (_what, points, reason) => {
    expect(strokeOf(aWall({}), line(points), author)).toEqual({ ok: false, reason });
  });

  it('is full at some point', () => {
    const ink = Array.from({ length: MOST_STROKES }, () => drawn([1, 1]));
    expect(strokeOf(aWall({ ink }), line([1, 1]), author)).toEqual({ ok: false, reason: 'too-many-strokes' });
  });
});
