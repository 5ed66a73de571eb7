import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contains, overlaps } from './area.ts';
import type { Area, Canvas, Scene, Tile, Wall } from './model.ts';
import {
  mayTakeFrom,
  mayTakeScene,
  nextProgram,
  openDraft,
  sceneToTake,
  tilesNowhere,
  tilesOn,
  type TakeSource,
} from './rules.ts';
import { emptyWall } from './state.ts';

const NOW = Date.UTC(2026, 10, 22, 5);
const area = (xMm: number, yMm: number, widthMm: number, heightMm: number): Area => ({
  xMm,
  yMm,
  widthMm,
  heightMm,
});
const canvas: Canvas = { area: area(0, 0, 2_000, 1_000), displays: [], seatDistanceMm: 5_000 };
const tile = (id: string, where: Area, layer: Tile['layer'] = 'base'): Tile => ({
  id,
  layer,
  area: where,
  panel: { kind: 'clock' },
  priority: 2,
});

function scene(id: string, ...tiles: readonly Tile[]): Scene {
  const entries = tiles.map((each) => [each.id, each] as const);
  const name = { vi: id, en: id };
  return { id, name, tiles: Object.fromEntries(entries), origin: 'room', tags: [], locked: false };
}

const two = scene('two', tile('left', area(0, 0, 1_000, 1_000)), tile('right', area(1_000, 0, 1_000, 1_000)));
const anyArea = fc.record({
  xMm: fc.integer({ min: -500, max: 2_500 }),
  yMm: fc.integer({ min: -500, max: 1_500 }),
  widthMm: fc.integer({ min: 1, max: 2_500 }),
  heightMm: fc.integer({ min: 1, max: 1_500 }),
});

describe('what a take shows', () => {
  const program = nextProgram(aWall(), { takeId: 't1', scene: two, by: 'Hạnh', showAt: NOW });

  function aWall(change: Partial<Wall> = {}): Wall {
    return {
      ...emptyWall('main', canvas),
      scenes: { two },
      ...change,
    };
  }

  it('is the scene, the draft or what was on before', () => {
    const wall = aWall({ program, previous: program, drafts: { d1: openDraft(aWall(), 'd1', two, 'Hạnh') } });
    const sources = [
      { from: 'scene', sceneId: 'two' },
      { from: 'draft', draftId: 'd1' },
      { from: 'previous' },
    ] as const;
    for (const source of sources) expect(sceneToTake(wall, source, 1)).toEqual({ ok: true, value: two });
  });

  it.each([
    [undefined, { from: 'previous' }, 0, 'wall-unknown'],
    [aWall({ program }), { from: 'scene', sceneId: 'two' }, 0, 'program-moved-on'],
    [aWall({ program }), { from: 'scene', sceneId: 'two' }, 2, 'program-moved-on'],
    [aWall(), { from: 'scene', sceneId: 'three' }, 0, 'scene-unknown'],
    [aWall(), { from: 'draft', draftId: 'd9' }, 0, 'draft-unknown'],
    [aWall(), { from: 'scene', sceneId: 'constructor' }, 0, 'scene-unknown'],
    [aWall(), { from: 'scene', sceneId: '__proto__' }, 0, 'scene-unknown'],
    [aWall(), { from: 'draft', draftId: 'constructor' }, 0, 'draft-unknown'],
    [aWall(), { from: 'draft', draftId: '__proto__' }, 0, 'draft-unknown'],
    [aWall(), { from: 'previous' }, 0, 'nothing-before'],
  ] as const)('is refused with its reason: case %#', (wall, source, revision, reason) => {
    expect(sceneToTake(wall, source, revision)).toEqual({ ok: false, reason });
  });

  it('is refused when every tile lies where the wall is no more; some of them are told', () => {
    const gone = scene('gone', tile('left', area(2_000, 0, 1_000, 1_000)));
    const half = scene(
      'half',
      tile('left', area(1_500, 0, 1_000, 1_000)),
      tile('right', area(2_500, 0, 500, 500)),
    );
    const wall = aWall({ scenes: { gone, half } });

    const take = (sceneId: string) => sceneToTake(wall, { from: 'scene', sceneId }, 0);

    expect(take('gone')).toEqual({ ok: false, reason: 'nothing-on-wall' });
    expect(take('half')).toEqual({ ok: true, value: half });
    expect(tilesNowhere(canvas, half).map(({ id }) => id)).toEqual(['right']);
  });

  it('is the program with one edit when the operator edits live', () => {
    const right = { ...tile('right', area(1_500, 0, 500, 1_000)) };
    const taken = sceneToTake(aWall({ program }), { from: 'edit', patch: { left: null, right } }, 1);
    expect(taken).toEqual({ ok: true, value: { ...two, tiles: { right } } });
    const bad = { from: 'edit', patch: { right: { ...right, area: area(0, 0, 500, 500) } } } as const;
    expect(sceneToTake(aWall({ program }), bad, 1)).toEqual({ ok: false, reason: 'area-taken' });
    expect(sceneToTake(aWall(), bad, 0)).toEqual({ ok: false, reason: 'scene-unknown' });
  });

  it('is for those whom the scene names, and for what people planned', () => {
    const reserved: Scene = { ...two, takenBy: ['shift-leader'] };
    expect(mayTakeScene(reserved, 'operator')).toBe(false);
    expect(mayTakeScene(reserved, 'shift-leader')).toBe(true);
    expect(mayTakeScene(reserved, null)).toBe(true);
    expect(mayTakeScene(two, 'operator')).toBe(true);
  });

  it('back to what was on is for everybody who takes, and so is an edit of what is on, unless that is locked', () => {
    const reserved: Scene = { ...two, takenBy: ['shift-leader'] };
    const locked: Scene = { ...reserved, locked: true };
    const may = (from: TakeSource, scene: Scene) => mayTakeFrom(from, scene, 'operator');
    const edit: TakeSource = { from: 'edit', patch: {} };

    expect(may({ from: 'previous' }, locked)).toBe(true);
    expect([may(edit, reserved), may(edit, locked), may(edit, { ...two, locked: true })]).toEqual([
      true,
      false,
      true,
    ]);
    expect(may({ from: 'scene', sceneId: 'two' }, reserved)).toBe(false);
    expect(may({ from: 'draft', draftId: 'd' }, reserved)).toBe(false);
    expect(mayTakeFrom(edit, locked, 'shift-leader')).toBe(true);
  });

  it('begins its films when it is shown; one that its tile showed before goes on', () => {
    const film = (id: string, documentId: string): Tile => ({
      ...tile(id, area(0, 0, 1_000, 1_000)),
      panel: { kind: 'video', documentId, loop: true },
    });
    const take = (wall: Wall, showAt: number, ...tiles: readonly Tile[]) =>
      nextProgram(wall, { takeId: 't', scene: scene('films', ...tiles), by: 'Hạnh', showAt });
    const first = take(aWall({ program }), NOW, film('a', 'flood'), film('b', 'dam'));
    expect(first.films).toEqual({ a: NOW, b: NOW });

    const next = take(aWall({ program: first }), NOW + 60_000, film('a', 'flood'), film('b', 'fire'));
    expect(next.films).toEqual({ a: NOW, b: NOW + 60_000 });
    expect(program.films, 'a scene without films').toBeUndefined();
  });

  it('gets the next revision', () => {
    expect(program.revision).toBe(1);
    expect(
      nextProgram(aWall({ program }), { takeId: 't2', scene: two, by: 'Hạnh', showAt: NOW }).revision,
    ).toBe(2);
  });
});

describe('the tiles of a display', () => {
  it('are those it shows wholly or in part, not those that only touch it', () => {
    expect(tilesOn(two, area(0, 0, 1_000, 500)).map(({ id }) => id)).toEqual(['left']);
    expect(tilesOn(two, area(500, 0, 1_000, 500)).map(({ id }) => id)).toEqual(['left', 'right']);
  });
});

describe('areas', () => {
  it('overlap both ways or not at all, and whatever lies inside overlaps', () => {
    fc.assert(
      fc.property(anyArea, anyArea, (a, b) => {
        expect(overlaps(a, b)).toBe(overlaps(b, a));
        if (contains(a, b)) expect(overlaps(a, b)).toBe(true);
      }),
      { seed: 7 },
    );
  });
});
