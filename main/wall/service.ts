import type { WindowIdentity } from '../../domain/contract/port.ts';
import { commandingRoles } from '../../domain/access/rules.ts';
import { accept, refuse } from '../../domain/kernel/outcome.ts';
import { own } from '../../domain/kernel/own.ts';
import type { WallCalls } from '../../domain/wall/calls.ts';
import type { Canvas, SceneTemplate, Wall } from '../../domain/wall/model.ts';
import { openDraft, placeTile } from '../../domain/wall/rules.ts';
import type { WallChange } from '../../domain/wall/state.ts';
import type { Handlers } from '../kernel/handlers.ts';
import type { Hub } from '../kernel/hub.ts';
import type { Clock, Log } from '../kernel/ports.ts';
import { BY_ITSELF, createCanvasKeeper } from './canvas.ts';
import { OpenDraftInput, PlaceTileInput, ReadyInput, ShownInput, TakeInput } from './inputs.ts';
import type { Audience } from './preparation.ts';
import { createTakes } from './takes.ts';

/** Open drafts of one wall; the oldest makes room. */
const MOST_DRAFTS = 20;

type Needs = {
  readonly hub: Hub;
  readonly clock: Clock;
  readonly log: Log;
  readonly audience: Audience;
  readonly newId: () => string;
  readonly templates: readonly SceneTemplate[];
  readonly startScene: string;
};

/** The one writer of the wall: its canvas, its scenes, its program, its drafts. */
export function createWallService(needs: Needs) {
  const { hub, newId } = needs;
  const takes = createTakes(needs);
  const setCanvas = createCanvasKeeper(needs);

  function draftFor(wall: Wall, sceneId: string, by: string) {
    const scene = wall.program?.scene.id === sceneId ? wall.program.scene : own(wall.scenes, sceneId);
    return scene && openDraft(wall, newId(), scene, by);
  }

  const calls: Handlers<keyof WallCalls> = {
    'wall.openDraft': {
      allowed: ['console'],
      person: commandingRoles,
      parse: (raw) => OpenDraftInput.parse(raw),
      run({ wallId, sceneId }, { person }) {
        const wall = own(hub.world().walls, wallId);
        if (wall === undefined) return refuse('wall-unknown');
        const draft = draftFor(wall, sceneId, person?.name ?? BY_ITSELF);
        if (draft === undefined) return refuse('scene-unknown');
        const known = Object.keys(wall.drafts);
        const surplus = known.slice(0, Math.max(0, known.length - MOST_DRAFTS + 1));
        const dropped = surplus.map((draftId): WallChange => ({
          type: 'wall.draftDropped',
          wallId,
          draftId,
        }));
        hub.commit([...dropped, { type: 'wall.draftOpened', wallId, draft }]);
        return accept(draft);
      },
    },
    'wall.placeTile': {
      allowed: ['console'],
      person: commandingRoles,
      parse: (raw) => PlaceTileInput.parse(raw),
      run({ wallId, draftId, tileId, area }, { person }) {
        const wall = own(hub.world().walls, wallId);
        if (wall === undefined) return refuse('wall-unknown');
        const draft = own(wall.drafts, draftId);
        if (draft === undefined) return refuse('draft-unknown');
        const outcome = placeTile(wall.canvas, draft.scene, { tileId, area });
        const by = person?.name ?? BY_ITSELF;
        if (outcome.ok) hub.commit({ type: 'wall.tilePlaced', wallId, draftId, tile: outcome.value, by });
        return outcome;
      },
    },
    'wall.take': {
      allowed: ['console'],
      person: commandingRoles,
      parse: (raw) => TakeInput.parse(raw),
      run: (take, { person }) => takes.take(take, person?.name ?? BY_ITSELF),
    },
    'wall.ready': {
      allowed: ['wall'],
      parse: (raw) => ReadyInput.parse(raw),
      run({ takeId }, { windowId }) {
        takes.ready(windowId, takeId);
        return accept(null);
      },
    },
    'wall.shown': {
      allowed: ['wall'],
      parse: (raw) => ShownInput.parse(raw),
      run({ takeId, paintedAt }, caller) {
        takes.shown(caller, takeId, paintedAt);
        return accept(null);
      },
    },
  };

  return {
    calls,
    /** Displays came, went or moved, or the province's scenes changed: everything is laid out again; the program stays on. */
    setCanvas(wallId: string, canvas: Canvas): void {
      setCanvas(wallId, canvas);
      const program = own(hub.world().walls, wallId)?.program;
      if (program) takes.awaitReceipts(wallId, program.takeId);
    },
    admitted: (window: WindowIdentity) => takes.admitted(window),
  };
}
