import { own } from '../kernel/own.ts';
import type { Canvas, Draft, Program, Receipt, Scene, Tile, Wall } from './model.ts';

export type WallsState = Readonly<Record<string, Wall>>;

export const emptyWalls: WallsState = {};

export type WallChange =
  /** The displays or the province's scenes changed: everything is laid out again, the program with it. */
  | {
      readonly type: 'wall.relaid';
      readonly wallId: string;
      readonly canvas: Canvas;
      readonly scenes: readonly Scene[];
      readonly program: Program | null;
      readonly previous: Program | null;
      readonly receipts: readonly Receipt[];
    }
  | { readonly type: 'wall.draftOpened'; readonly wallId: string; readonly draft: Draft }
  | { readonly type: 'wall.draftDropped'; readonly wallId: string; readonly draftId: string }
  | {
      readonly type: 'wall.tilePlaced';
      readonly wallId: string;
      readonly draftId: string;
      readonly tile: Tile;
      readonly by: string;
    }
  | {
      readonly type: 'wall.taken';
      readonly wallId: string;
      readonly program: Program;
      readonly receipts: readonly Receipt[];
    }
  | {
      readonly type: 'wall.receiptGiven';
      readonly wallId: string;
      readonly takeId: string;
      readonly receipt: Receipt;
    };

function emptyWall(id: string, canvas: Canvas): Wall {
  return { id, canvas, scenes: {}, program: null, previous: null, drafts: {}, receipts: {} };
}

function byDisplay(receipts: readonly Receipt[]): Wall['receipts'] {
  return Object.fromEntries(receipts.map((receipt) => [receipt.displayId, receipt]));
}

function change(wall: Wall, step: WallChange): Wall {
  switch (step.type) {
    case 'wall.relaid':
      return {
        ...wall,
        canvas: step.canvas,
        scenes: Object.fromEntries(step.scenes.map((scene) => [scene.id, scene])),
        program: step.program,
        previous: step.previous,
        receipts: byDisplay(step.receipts),
      };
    case 'wall.draftOpened':
      return { ...wall, drafts: { ...wall.drafts, [step.draft.id]: step.draft } };
    case 'wall.draftDropped': {
      const { [step.draftId]: _dropped, ...drafts } = wall.drafts;
      return { ...wall, drafts };
    }
    case 'wall.tilePlaced': {
      const draft = own(wall.drafts, step.draftId);
      if (draft === undefined) return wall;
      const scene = { ...draft.scene, tiles: { ...draft.scene.tiles, [step.tile.id]: step.tile } };
      return { ...wall, drafts: { ...wall.drafts, [draft.id]: { ...draft, scene } } };
    }
    case 'wall.taken':
      return { ...wall, program: step.program, previous: wall.program, receipts: byDisplay(step.receipts) };
    case 'wall.receiptGiven':
      if (wall.program?.takeId !== step.takeId) return wall;
      return { ...wall, receipts: { ...wall.receipts, [step.receipt.displayId]: step.receipt } };
  }
}

/** A receipt of an older take changes nothing; a wall exists from its first layout on. */
export function applyWallChange(walls: WallsState, step: WallChange): WallsState {
  const wall = own(walls, step.wallId);
  if (step.type === 'wall.relaid') {
    return { ...walls, [step.wallId]: change(wall ?? emptyWall(step.wallId, step.canvas), step) };
  }
  return wall === undefined ? walls : { ...walls, [step.wallId]: change(wall, step) };
}
