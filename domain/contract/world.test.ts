import { emptyRoom } from '../wall/emptyRoom.ts';
import { describe, expect, it } from 'vitest';
import type { Canvas, Program, Scene } from '../wall/model.ts';
import { applyChange, emptyWorld, type Change, type World } from './world.ts';

const NOW = Date.UTC(2026, 10, 22, 5);
const canvas: Canvas = {
  area: { xMm: 0, yMm: 0, widthMm: 10, heightMm: 10 },
  displays: [],
  seatDistanceMm: 5_000,
};
const scene: Scene = {
  id: 'overview',
  name: { vi: 'Tổng quan', en: 'Overview' },
  tiles: {},
  origin: 'province',
  tags: [],
  locked: false,
};
const program = (revision: number): Program => ({
  revision,
  takeId: `t${revision}`,
  scene,
  by: 'Hạnh',
  showAt: NOW,
});
const set: Extract<Change, { type: 'wall.relaid' }> = {
  type: 'wall.relaid',
  wallId: 'main',
  canvas,
  scenes: [scene],
  program: null,
  previous: null,
  command: null,
  receipts: [],
  room: emptyRoom,
  heads: [],
};
const taken = (revision: number): Change => ({
  type: 'wall.taken',
  wallId: 'main',
  program: program(revision),
  command: { id: `t${revision}`, kind: 'take', by: 'Hạnh', at: NOW },
  receipts: [{ displayId: 'd1', state: 'queued', at: NOW }],
});
const after = (...changes: readonly Change[]): World => changes.reduce(applyChange, emptyWorld);
const receipt = (commandId: string): Change => ({
  type: 'wall.receiptGiven',
  wallId: 'main',
  commandId,
  receipt: { displayId: 'd1', state: 'shown', at: NOW },
});

describe('the World', () => {
  it('is never changed in place: whoever holds the old one still has it', () => {
    const before = JSON.stringify(emptyWorld);
    after(set, taken(1), receipt('t1'));
    expect(JSON.stringify(emptyWorld)).toBe(before);
  });

  it('keeps the rooms that a change does not touch', () => {
    const before = after(set);
    const next = applyChange(before, { type: 'indicators.publishedReset', figures: [] });
    expect(next.walls).toBe(before.walls);
    expect(next.incidents).toBe(before.incidents);
  });

  it('comes out the same after a journey through text, as the cache and the windows keep it', () => {
    const changes: readonly Change[] = [set, taken(1), taken(2)];
    const journey = changes.reduce<World>(
      (world, change) => JSON.parse(JSON.stringify(applyChange(world, JSON.parse(JSON.stringify(change))))),
      emptyWorld,
    );
    expect(journey).toEqual(after(...changes));
  });
});

describe('a wall', () => {
  it('remembers what was on before', () => {
    expect(after(set, taken(1), taken(2)).walls['main']).toMatchObject({
      program: { revision: 2 },
      previous: { revision: 1 },
    });
  });

  it('takes no receipt of an older take', () => {
    expect(after(set, taken(1), taken(2), receipt('t1')).walls['main']?.receipts['d1']?.state).toBe('queued');
    expect(after(set, taken(1), taken(2), receipt('t2')).walls['main']?.receipts['d1']?.state).toBe('shown');
  });

  it('is there from its first layout on, and not before', () => {
    expect(after(taken(1)).walls).toEqual({});
    expect(after({ ...set, program: program(1) }).walls['main']).toMatchObject({
      scenes: { overview: scene },
      program: { revision: 1 },
    });
  });

  it('edits a draft and nothing else when a tile is placed', () => {
    const tile = {
      id: 'a',
      layer: 'base',
      area: canvas.area,
      panel: { kind: 'clock' },
      priority: 2,
    } as const;
    const draft = { id: 'd', scene, programRevision: 1, by: 'Hạnh', done: [], undone: [] };
    const opened = after(set, taken(1), { type: 'wall.draftOpened', wallId: 'main', draft });
    const edit = (draftId: string): Change => ({
      type: 'wall.draftEdited',
      wallId: 'main',
      draftId,
      step: { kind: 'add', patch: { a: tile }, back: { a: null }, by: 'Hạnh', at: NOW },
    });

    const placed = applyChange(opened, edit('d'));

    expect(placed.walls['main']?.drafts['d']?.scene.tiles).toEqual({ a: tile });
    expect(placed.walls['main']?.program).toBe(opened.walls['main']?.program);
    expect(applyChange(placed, edit('gone'))).toEqual(placed);
  });

  it('gives a number key to one scene only: the one that asked last', () => {
    const kept = (id: string): Change => ({
      type: 'wall.sceneKept',
      wallId: 'main',
      scene: { ...scene, id, origin: 'room', pin: 3 },
      by: 'Hạnh',
    });
    const scenes = after(set, kept('one'), kept('two')).walls['main']?.scenes;
    expect([scenes?.['one']?.pin, scenes?.['two']?.pin]).toEqual([undefined, 3]);
  });
});
