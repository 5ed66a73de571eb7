import { describe, expect, it } from 'vitest';
import type { Program, Scene, Tile } from '../../domain/wall/model.ts';
import { afterOwnTake, hasMovedOn, leavesDraft, takeStep } from './takeStep.ts';

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

const cameras = { from: 'scene', sceneId: 'cameras' } as const;

describe('a take beside the draft under the hands', () => {
  it('leaves the draft when it goes back or puts on a scene, not when it edits what is on', () => {
    expect([{ from: 'previous' } as const, cameras].map(leavesDraft)).toEqual([true, true]);
    const edits = [{ from: 'edit', patch: {} } as const, { from: 'draft', draftId: 'd' } as const];
    expect(edits.map(leavesDraft)).toEqual([false, false]);
  });
});

describe('the take key', () => {
  it('takes nothing that another take overtook while the finger was on its way', () => {
    const selection = { source: cameras, programRevision: 6 };

    expect(takeStep(selection, program, 100_400)).toEqual({ step: 'ask-again' });
  });

  it('takes over the new program once the operator has seen it', () => {
    const selection = { source: cameras, programRevision: 6 };

    expect(takeStep(selection, program, 101_000)).toEqual({
      step: 'take',
      source: cameras,
      programRevision: 7,
    });
  });

  it('takes at once when nothing moved', () => {
    const selection = { source: cameras, programRevision: 7 };

    expect(takeStep(selection, program, 100_100)).toEqual({
      step: 'take',
      source: cameras,
      programRevision: 7,
    });
  });

  it('asks for a choice when there is none', () => {
    expect(takeStep(null, program, 200_000)).toEqual({ step: 'choose-first' });
  });

  it('takes the first scene of a wall that shows nothing', () => {
    const selection = { source: { from: 'scene', sceneId: 'overview' } as const, programRevision: 0 };

    expect(takeStep(selection, null, 5)).toEqual({ step: 'take', ...selection });
    expect(hasMovedOn(selection, null)).toBe(false);
  });
});

describe('what is chosen while a take is under way', () => {
  const map = { from: 'scene', sceneId: 'map' } as const;

  it('is not called overtaken by the very take that this operator sent', () => {
    const next = afterOwnTake({ source: map, programRevision: 7 }, cameras, 7);

    expect(next).toEqual({ source: map, programRevision: 8 });
    expect(hasMovedOn(next, { ...program, revision: 8 })).toBe(false);
  });

  it('is still called overtaken by somebody else before it', () => {
    expect(afterOwnTake({ source: map, programRevision: 5 }, cameras, 7)).toEqual({
      source: map,
      programRevision: 5,
    });
  });

  it('is nothing once it is what was taken', () => {
    expect(afterOwnTake({ source: cameras, programRevision: 7 }, cameras, 7)).toBeNull();
  });

  it('stays a draft under the hands that took it', () => {
    const draft = { from: 'draft', draftId: 'd' } as const;
    expect(afterOwnTake({ source: draft, programRevision: 7 }, draft, 7)).toEqual({
      source: draft,
      programRevision: 8,
    });
  });
});
