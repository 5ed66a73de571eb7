import { describe, expect, it } from 'vitest';
import type { Draft, Program, Scene, Tile } from './model.ts';
import { programOf, shownAt, taken } from './taken.ts';

const tile = (id: string, xMm: number): Tile => ({
  id,
  layer: 'base',
  area: { xMm, yMm: 0, widthMm: 100, heightMm: 100 },
  panel: { kind: 'clock' },
  priority: 2,
});
const aScene = (id: string, ...tiles: readonly Tile[]): Scene => ({
  id,
  name: { vi: id, en: id },
  tiles: Object.fromEntries(tiles.map((one) => [one.id, one])),
  origin: 'room',
  tags: [],
  locked: false,
});
const program = (scene: Scene): Program => ({ revision: 2, takeId: 't2', scene, by: 'Hạnh', showAt: 5 });
const [map, before, drawn] = [aScene('map', tile('a', 0)), aScene('before'), aScene('drawn', tile('b', 0))];
const draft: Draft = { id: 'd', scene: drawn, programRevision: 1, by: 'Hạnh', done: [], undone: [] };
const wall = { scenes: { map }, drafts: { d: draft }, program: program(map), previous: program(before) };

describe('a take in the journal', () => {
  const sources = [
    [{ from: 'scene', sceneId: 'map' }, map],
    [{ from: 'draft', draftId: 'd' }, drawn],
    [{ from: 'previous' }, before],
    [
      { from: 'edit', patch: { a: null, c: tile('c', 200) } },
      { ...map, tiles: { c: tile('c', 200) } },
    ],
  ] as const;

  it.each(sources)('names what stands in the wall and gives it back: %j', (source, scene) => {
    const written = taken(wall, program(scene), source);

    expect(written.scene).toEqual(source);
    expect(programOf(wall, written)).toEqual(program(scene));
  });

  it('has the whole scene of a draft that was changed while the windows made ready', () => {
    const asItWas = { ...drawn, tiles: {} };
    const written = taken(wall, program(asItWas), { from: 'draft', draftId: 'd' });

    expect(programOf(wall, written)).toEqual(program(asItWas));
  });

  it('of before, with its scene, is still read', () => {
    expect(programOf({ ...wall, scenes: {} }, program(map))).toEqual(program(map));
  });

  it('puts nothing on when what it names is not there', () => {
    const written = taken(wall, program(map), { from: 'scene', sceneId: 'map' });
    expect(programOf({ ...wall, scenes: {} }, written)).toBe(undefined);
  });
});

describe('a countdown that an edit starts', () => {
  const counting = (startedAt?: number): Tile => ({
    ...tile('c', 0),
    panel: {
      kind: 'countdown',
      label: '',
      until: '',
      minutes: 5,
      ...(startedAt !== undefined && { startedAt }),
    },
  });
  const edit = (startedAt?: number) => ({ from: 'edit', patch: { c: counting(startedAt) } }) as const;

  it('runs from when the wall shows it, whatever the clock of the console said', () => {
    expect(shownAt(9_000, edit(4_000), program(aScene('s', counting())))).toEqual(edit(9_000));
  });

  it('goes on as it was when it ran already, waits when nobody started it, and keeps its time when it is a copy', () => {
    expect(shownAt(9_000, edit(4_000), program(aScene('s', counting(4_000))))).toEqual(edit(4_000));
    expect(shownAt(9_000, edit(), program(aScene('s', counting(4_000))))).toEqual(edit());
    expect(shownAt(9_000, edit(4_000), program(aScene('s')))).toEqual(edit(4_000));
  });
});
