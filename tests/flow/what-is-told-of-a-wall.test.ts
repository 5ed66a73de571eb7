import { describe, expect, it } from 'vitest';
import { emptyWorld } from '../../domain/contract/world.ts';
import type { ClientFrame } from '../../domain/contract/wire.ts';
import type { Draft, Program, Scene, Tile, Wall } from '../../domain/wall/model.ts';
import { emptyRoom } from '../../domain/wall/emptyRoom.ts';
import { applyWallChange } from '../../domain/wall/state.ts';
import { aCanvas, NOON } from '../support/builders.ts';
import { fakeClock, fakeLog } from '../support/fakes.ts';
import { createPublication } from '../../main/wall/publication.ts';

const area = { xMm: 0, yMm: 0, widthMm: 100, heightMm: 100 };
const sceneOf = (id: string, characters: number): Scene => {
  const panel = { kind: 'banner', tone: 'info', text: 'x'.repeat(characters) } as const;
  const tile: Tile = { id: 't', layer: 'base', area, priority: 3, panel };
  return { id, name: { vi: id, en: id }, tiles: { t: tile }, origin: 'room', tags: [], locked: false };
};
const draftOf = (characters: number): Draft => ({
  id: 'd1',
  scene: sceneOf('s', characters),
  programRevision: 1,
  by: 'Hạnh',
  done: [],
  undone: [],
});
const programOf = (characters: number): Program => ({
  revision: 1,
  takeId: 'take-1',
  by: 'Hạnh',
  showAt: NOON,
  scene: sceneOf('on-air', characters),
});

function aPublication(change: Partial<Wall>) {
  const empty = {
    scenes: [],
    program: null,
    previous: null,
    command: null,
    receipts: [],
    heads: [],
  } as const;
  const room = emptyRoom;
  const laid = { type: 'wall.relaid', wallId: 'main', canvas: aCanvas(), room, ...empty } as const;
  const first = applyWallChange({}, laid)['main'];
  if (first === undefined) throw new Error('no wall');
  let wall: Wall = { ...first, ...change };
  const said: ClientFrame[] = [];
  const hub = { world: () => ({ ...emptyWorld, walls: { main: wall } }) };
  const publication = createPublication({
    hub,
    clock: fakeClock(),
    log: fakeLog(),
    newId: () => 'epoch',
    wallId: 'main',
    send: (frame) => said.push(frame),
  });
  publication.opened();
  return {
    said,
    become(next: Partial<Wall>) {
      wall = { ...wall, ...next };
      publication.changed();
    },
    last() {
      const frame = said.at(-1);
      return frame?.kind === 'wall-part' ? frame.body.part : undefined;
    },
  };
}

describe('what is told of a wall', () => {
  it('says of a draft that became too large that it is gone', () => {
    const told = aPublication({ drafts: { d1: draftOf(10) } });

    told.become({ drafts: { d1: draftOf(300_000) } });

    expect(told.last()).toEqual({ kind: 'draft', id: 'd1', value: null });
  });

  it('has room for the program, however much else was told', () => {
    const scenes = Array.from({ length: 20 }, (_, at) => sceneOf(`s${at}`, 200_000));
    const told = aPublication({ scenes: Object.fromEntries(scenes.map((scene) => [scene.id, scene])) });

    told.become({ program: programOf(200_000) });

    expect(told.last()).toMatchObject({ kind: 'program', value: { scene: { tiles: { t: { id: 't' } } } } });
  });
});
