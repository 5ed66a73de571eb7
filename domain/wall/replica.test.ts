import { describe, expect, it } from 'vitest';
import { noControl } from './control.ts';
import type { Draft, DraftStep, Scene, Wall } from './model.ts';
import { partGone, partsOf, withParts } from './replica.ts';
import { applyWallChange, emptyWall } from './state.ts';
import { wholeParts } from './wire.ts';

const NOW = Date.UTC(2026, 10, 23, 2);
const scene: Scene = {
  id: 'flood',
  name: { vi: 'Lũ', en: 'Flood' },
  tiles: {},
  origin: 'room',
  tags: [],
  locked: false,
};
const step: DraftStep = { kind: 'clear', patch: {}, back: {}, by: 'Hạnh', at: NOW };
const draft: Draft = { id: 'd1', scene, programRevision: 1, by: 'Hạnh', done: [], undone: [] };
const wall: Wall = {
  ...emptyWall('main', {
    area: { xMm: 0, yMm: 0, widthMm: 10, heightMm: 10 },
    displays: [],
    seatDistanceMm: 5_000,
  }),
  scenes: { flood: scene },
  drafts: { d1: draft },
  control: { ...noControl, epoch: 3 },
};
const parts = (from: Wall) => partsOf(from).map(({ part }) => part);

describe('a replica of a wall', () => {
  it('is the wall again when all its parts have come', () => {
    const change = { type: 'wall.replicaSet', wallId: 'main', parts: parts(wall), whole: true } as const;

    expect(applyWallChange({}, change)).toEqual({ main: wall });
  });

  it('forgets what it had when the whole of it comes', () => {
    const before = { main: { ...wall, scenes: { ...wall.scenes, old: { ...scene, id: 'old' } } } };
    const change = { type: 'wall.replicaSet', wallId: 'main', parts: parts(wall), whole: true } as const;

    expect(Object.keys(applyWallChange(before, change)['main']?.scenes ?? {})).toEqual(['flood']);
  });

  it('is none before its canvas is known', () => {
    const change = { type: 'wall.replicaSet', wallId: 'main', parts: [], whole: true } as const;

    expect(applyWallChange({}, change)).toEqual({});
  });

  it('loses a scene and a draft that are gone, and nothing else', () => {
    const gone = ['scene/flood', 'draft/d1', 'program'].flatMap((key) => partGone(key) ?? []);

    expect(withParts(wall, gone)).toEqual({ ...wall, scenes: {}, drafts: {} });
  });

  it('has a part for everything that travels', () => {
    const kinds = new Set(partsOf(wall).map(({ part }) => part.kind));

    expect([...kinds].sort()).toEqual([...Object.keys(wholeParts), 'scene', 'draft'].sort());
  });

  it('sees the tiles of a draft’s last step only', () => {
    const done = [1, 2, 3].map((at): DraftStep => ({ ...step, patch: { t: null }, back: { t: null }, at }));
    const travelling = withParts(wall, parts({ ...wall, drafts: { d1: { ...draft, done } } }));

    expect(travelling.drafts['d1']?.done.map(({ patch }) => Object.keys(patch))).toEqual([[], [], ['t']]);
  });

  it('sees the newest steps of a draft only', () => {
    const long = { ...draft, done: Array.from({ length: 200 }, (_, at) => ({ ...step, at: NOW + at })) };
    const travelling = withParts(wall, parts({ ...wall, drafts: { d1: long } }));

    expect(travelling.drafts['d1']?.done.map(({ at }) => at - NOW)).toEqual(
      Array.from({ length: 20 }, (_, index) => 180 + index),
    );
  });
});
