import { own } from '../kernel/own.ts';
import { emptyHold } from './holding.ts';
import { applyHoldChange, withoutOrphans, type HoldChange } from './holdState.ts';
import { noControl, type Control } from './control.ts';
import { emptyLooks } from './looking.ts';
import { applyLookChange, type LookChange } from './lookState.ts';
import { redone, undone, withStep } from './edit.ts';
import { emptyRoom } from './emptyRoom.ts';
import type { Identifying, Room, SeatedHead } from './roomModel.ts';
import type { Canvas, Command, Draft, DraftStep, Program, Receipt, Scene, Wall } from './model.ts';
import type { Commanded } from './receipts.ts';
import { unpinned } from './relay.ts';
import { withPast } from './pastCommands.ts';
import { withParts } from './replica.ts';
import { programOf, type Taken } from './taken.ts';
import type { WallPart } from './wire.ts';

export type WallsState = Readonly<Record<string, Wall>>;

export const emptyWalls: WallsState = {};

export type WallChange =
  | HoldChange
  | LookChange
  /** Stands beside what a command changes, where that can also change without one. */
  | (Commanded & { readonly type: 'wall.commanded' })
  /** The displays or the province's scenes changed: everything is laid out again, the program with it. */
  | {
      readonly type: 'wall.relaid';
      readonly wallId: string;
      readonly canvas: Canvas;
      readonly scenes: readonly Scene[];
      readonly program: Program | null;
      readonly previous: Program | null;
      readonly command: Command | null;
      readonly receipts: readonly Receipt[];
      readonly room: Room;
      readonly heads: readonly SeatedHead[];
    }
  /** Numbers on all panels; `null`: their time is over. */
  | {
      readonly type: 'wall.identifying';
      readonly wallId: string;
      readonly identifying: Identifying | null;
      readonly command: Command | null;
      readonly receipts: readonly Receipt[];
    }
  | { readonly type: 'wall.draftOpened'; readonly wallId: string; readonly draft: Draft }
  /** The draft was taken: from now on it is drawn from the program that it became. */
  | {
      readonly type: 'wall.draftTaken';
      readonly wallId: string;
      readonly draftId: string;
      readonly programRevision: number;
    }
  | { readonly type: 'wall.draftDropped'; readonly wallId: string; readonly draftId: string }
  | {
      readonly type: 'wall.draftEdited';
      readonly wallId: string;
      readonly draftId: string;
      readonly step: DraftStep;
    }
  | {
      readonly type: 'wall.draftUndone' | 'wall.draftRedone';
      readonly wallId: string;
      readonly draftId: string;
      readonly by: string;
    }
  /** A scene was kept, renamed, pinned, locked: the whole of it as it is now. */
  | { readonly type: 'wall.sceneKept'; readonly wallId: string; readonly scene: Scene; readonly by: string }
  | {
      readonly type: 'wall.sceneDeleted';
      readonly wallId: string;
      readonly sceneId: string;
      readonly by: string;
    }
  | {
      readonly type: 'wall.taken';
      readonly wallId: string;
      readonly program: Taken;
      readonly command: Command;
      readonly receipts: readonly Receipt[];
    }
  | {
      readonly type: 'wall.receiptGiven';
      readonly wallId: string;
      readonly commandId: string;
      readonly receipt: Receipt;
    }
  | {
      readonly type: 'wall.controlMoved';
      readonly wallId: string;
      readonly control: Control;
      readonly by: string;
    }
  /** News of a wall that another machine drives; `whole`: this is all of it, forget what you had. */
  | {
      readonly type: 'wall.replicaSet';
      readonly wallId: string;
      readonly parts: readonly WallPart[];
      readonly whole: boolean;
    };

/** A wall on which nothing has happened. */
export function emptyWall(id: string, canvas: Canvas): Wall {
  const empty = {
    scenes: {},
    drafts: {},
    receipts: {},
    past: [],
    room: emptyRoom,
    heads: [],
    identifying: null,
    hold: emptyHold,
    looks: emptyLooks,
    control: noControl,
  };
  return { id, canvas, program: null, previous: null, command: null, ...empty };
}

/** A wall that an older product kept, with a value for every field that came later. */
export function completedWall(wall: Wall): Wall {
  return {
    ...emptyWall(wall.id, wall.canvas),
    ...wall,
    hold: { ...emptyHold, ...wall.hold },
    looks: { ...emptyLooks, ...wall.looks },
  };
}

function byDisplay(receipts: readonly Receipt[]): Wall['receipts'] {
  return Object.fromEntries(receipts.map((receipt) => [receipt.displayId, receipt]));
}

/** The wall with one of its drafts changed; the same wall when there is no such draft. */
function withDraft(wall: Wall, draftId: string, next: (draft: Draft) => Draft): Wall {
  const draft = own(wall.drafts, draftId);
  return draft === undefined ? wall : { ...wall, drafts: { ...wall.drafts, [draftId]: next(draft) } };
}

/** A number key chooses one scene: the newest that asks for it. */
function withScene(wall: Wall, scene: Scene): Wall['scenes'] {
  const others = Object.values(wall.scenes).map((other) =>
    other.pin !== undefined && other.pin === scene.pin ? unpinned(other) : other,
  );
  return { ...Object.fromEntries(others.map((other) => [other.id, other])), [scene.id]: scene };
}

function change(wall: Wall, step: Exclude<WallChange, { readonly type: 'wall.replicaSet' }>): Wall {
  switch (step.type) {
    case 'wall.relaid':
      return withoutOrphans({
        ...wall,
        canvas: step.canvas,
        scenes: Object.fromEntries(step.scenes.map((scene) => [scene.id, scene])),
        program: step.program,
        previous: step.previous,
        command: step.command,
        receipts: byDisplay(step.receipts),
        room: step.room,
        heads: step.heads,
      });
    case 'wall.identifying':
      return {
        ...wall,
        identifying: step.identifying,
        ...(step.command && { command: step.command, receipts: byDisplay(step.receipts) }),
      };
    case 'wall.draftOpened':
      return { ...wall, drafts: { ...wall.drafts, [step.draft.id]: step.draft } };
    case 'wall.draftTaken':
      return withDraft(wall, step.draftId, (draft) => ({ ...draft, programRevision: step.programRevision }));
    case 'wall.draftDropped': {
      const { [step.draftId]: _dropped, ...drafts } = wall.drafts;
      return { ...wall, drafts };
    }
    case 'wall.draftEdited':
      return withDraft(wall, step.draftId, (draft) => withStep(draft, step.step));
    case 'wall.draftUndone':
      return withDraft(wall, step.draftId, undone);
    case 'wall.draftRedone':
      return withDraft(wall, step.draftId, redone);
    case 'wall.sceneKept':
      return { ...wall, scenes: withScene(wall, step.scene) };
    case 'wall.sceneDeleted': {
      const { [step.sceneId]: _deleted, ...scenes } = wall.scenes;
      return { ...wall, scenes };
    }
    case 'wall.taken': {
      const { command, receipts } = step;
      const program = programOf(wall, step.program);
      if (program === undefined) return wall;
      const receiptsNow = byDisplay(receipts);
      return withoutOrphans({ ...wall, program, previous: wall.program, command, receipts: receiptsNow });
    }
    case 'wall.commanded':
      return { ...wall, command: step.command, receipts: byDisplay(step.receipts) };
    case 'wall.receiptGiven':
      if (wall.command?.id !== step.commandId) return wall;
      return { ...wall, receipts: { ...wall.receipts, [step.receipt.displayId]: step.receipt } };
    case 'wall.held':
    case 'wall.inkDrawn':
    case 'wall.inkWiped':
    case 'wall.suspended':
      return applyHoldChange(wall, step);
    case 'wall.looked':
    case 'wall.cameraChosen':
    case 'wall.camerasMoved':
      return withoutOrphans(applyLookChange(wall, step));
    case 'wall.controlMoved':
      return { ...wall, control: step.control };
  }
}

/** Nothing of a wall is known before its canvas. */
function startOver(wallId: string, parts: readonly WallPart[]): Wall | undefined {
  const canvas = parts.find((part) => part.kind === 'canvas');
  return canvas && emptyWall(wallId, canvas.value);
}

/** A receipt of an older command changes nothing; a wall exists from its first layout on. */
export function applyWallChange(walls: WallsState, step: WallChange): WallsState {
  const wall = own(walls, step.wallId);
  if (step.type === 'wall.relaid') {
    const before = wall ?? emptyWall(step.wallId, step.canvas);
    return { ...walls, [step.wallId]: withPast(before, change(before, step)) };
  }
  // Of a wall that is driven elsewhere its past is told, too.
  if (step.type === 'wall.replicaSet') {
    const before = step.whole ? startOver(step.wallId, step.parts) : wall;
    return before === undefined ? walls : { ...walls, [step.wallId]: withParts(before, step.parts) };
  }
  return wall === undefined ? walls : { ...walls, [step.wallId]: withPast(wall, change(wall, step)) };
}
