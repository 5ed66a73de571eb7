import { describe, expect, it } from 'vitest';
import type { Program, Scene, Tile } from '../../domain/wall/model.ts';
import { afterOwnTake, changedTiles, hasMovedOn, takeStep } from './takeStep.ts';

const clock: Tile = {
  id: 'd1-1',
  layer: 'base',
  area: { xMm: 0, yMm: 0, widthMm: 100, heightMm: 100 },
  panel: { kind: 'clock' },
  priority: 2,
};
const overview: Scene = {
  id: 'overview',
  name: { vi: 'Tổng quan', en: 'Overview' },
  tiles: { 'd1-1': clock },
  origin: 'province',
  tags: [],
  locked: false,
};
const program: Program = { revision: 7, takeId: 't7', scene: overview, by: 'Hà', showAt: 100_000 };

describe('the take key', () => {
  it('takes nothing that another take overtook while the finger was on its way', () => {
    const selection = { sceneId: 'cameras', programRevision: 6 };

    expect(takeStep(selection, program, 100_400)).toEqual({ step: 'ask-again' });
  });

  it('takes over the new program once the operator has seen it', () => {
    const selection = { sceneId: 'cameras', programRevision: 6 };

    expect(takeStep(selection, program, 101_000)).toEqual({
      step: 'take',
      sceneId: 'cameras',
      programRevision: 7,
    });
  });

  it('takes at once when nothing moved', () => {
    const selection = { sceneId: 'cameras', programRevision: 7 };

    expect(takeStep(selection, program, 100_100)).toEqual({
      step: 'take',
      sceneId: 'cameras',
      programRevision: 7,
    });
  });

  it('asks for a choice when there is none', () => {
    expect(takeStep(null, program, 200_000)).toEqual({ step: 'choose-first' });
  });

  it('takes the first scene of a wall that shows nothing', () => {
    const selection = { sceneId: 'overview', programRevision: 0 };

    expect(takeStep(selection, null, 5)).toEqual({ step: 'take', sceneId: 'overview', programRevision: 0 });
    expect(hasMovedOn(selection, null)).toBe(false);
  });
});

describe('what is chosen while a take is under way', () => {
  const taken = { from: 'scene', sceneId: 'cameras' } as const;

  it('is not called overtaken by the very take that this operator sent', () => {
    const next = afterOwnTake({ sceneId: 'map', programRevision: 7 }, taken, 7);

    expect(next).toEqual({ sceneId: 'map', programRevision: 8 });
    expect(hasMovedOn(next, { ...program, revision: 8 })).toBe(false);
  });

  it('is still called overtaken by somebody else before it', () => {
    expect(afterOwnTake({ sceneId: 'map', programRevision: 5 }, taken, 7)).toEqual({
      sceneId: 'map',
      programRevision: 5,
    });
  });

  it('is nothing once it is what was taken', () => {
    expect(afterOwnTake({ sceneId: 'cameras', programRevision: 7 }, taken, 7)).toBeNull();
  });
});

describe('what a take would change', () => {
  it('is nothing for the scene that is on', () => {
    expect(changedTiles(overview, overview).size).toBe(0);
  });

  it('is every tile with another picture or another place', () => {
    const moved: Tile = { ...clock, id: 'd1-2', area: { ...clock.area, xMm: 200 } };
    const next: Scene = { ...overview, tiles: { 'd1-1': clock, 'd1-2': moved } };

    expect([...changedTiles(overview, next)]).toEqual(['d1-2']);
  });
});
