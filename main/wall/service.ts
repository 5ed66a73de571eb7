import type { WindowIdentity } from '../../domain/contract/port.ts';
import { commandingRoles } from '../../domain/access/rules.ts';
import { accept, refuse } from '../../domain/kernel/outcome.ts';
import { same } from '../../domain/kernel/same.ts';
import type { WallCalls } from '../../domain/wall/calls.ts';
import type { Canvas, Program, Receipt, Scene, SceneTemplate, Wall } from '../../domain/wall/model.ts';
import { layOut, relaid, relaidProgram } from '../../domain/wall/relay.ts';
import { openDraft, placeTile } from '../../domain/wall/rules.ts';
import type { WallChange } from '../../domain/wall/state.ts';
import type { Handlers } from '../kernel/handlers.ts';
import type { Hub } from '../kernel/hub.ts';
import type { Clock, Log } from '../kernel/ports.ts';
import { OpenDraftInput, PlaceTileInput, ReadyInput, ShownInput, TakeInput } from './inputs.ts';
import type { Audience } from './preparation.ts';
import { createTakes } from './takes.ts';

/** Open drafts of one wall; the oldest makes room. */
const MOST_DRAFTS = 20;
/** What the program bears as author when no person took it. */
const BY_ITSELF = 'system';

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
  const { hub, clock, newId, templates } = needs;
  const takes = createTakes(needs);

  function firstProgram(scenes: readonly Scene[], next: Pick<Program, 'takeId' | 'showAt'>): Program | null {
    const scene = scenes.find(({ id }) => id === needs.startScene) ?? scenes[0];
    return scene ? { revision: 1, by: BY_ITSELF, scene, ...next } : null;
  }

  function receiptsAfter(wall: Wall | undefined, canvas: Canvas, program: Program | null): readonly Receipt[] {
    const moved = program?.takeId !== wall?.program?.takeId;
    return canvas.displays.map(({ id: displayId }) => {
      const known = moved ? undefined : wall?.receipts[displayId];
      return known ?? { displayId, state: 'queued', at: clock.now() };
    });
  }

  function relay(wallId: string, canvas: Canvas): void {
    const wall = hub.world().walls[wallId];
    const scenes = layOut(templates, canvas);
    const byId = Object.fromEntries(scenes.map((scene) => [scene.id, scene]));
    if (wall && same(wall.canvas, canvas) && same(wall.scenes, byId)) return;
    const next = { takeId: newId(), showAt: clock.now() };
    const again = (program: Program): Program =>
      relaidProgram(program, relaid(program.scene, wall?.scenes ?? {}, templates, scenes), next);
    const program = wall?.program ? again(wall.program) : firstProgram(scenes, next);
    const previous = wall?.previous ? { ...again(wall.previous), revision: wall.previous.revision } : null;
    const receipts = receiptsAfter(wall, canvas, program);
    hub.commit({ type: 'wall.relaid', wallId, canvas, scenes, program, previous, receipts });
    needs.log.info('wall.relaid', { wallId, displays: canvas.displays.length });
  }

  function draftFor(wall: Wall, sceneId: string, by: string) {
    const scene = wall.program?.scene.id === sceneId ? wall.program.scene : wall.scenes[sceneId];
    return scene && openDraft(wall, newId(), scene, by);
  }

  const calls: Handlers<keyof WallCalls> = {
    'wall.openDraft': {
      allowed: ['console'],
      person: commandingRoles,
      parse: (raw) => OpenDraftInput.parse(raw),
      run({ wallId, sceneId }, { person }) {
        const wall = hub.world().walls[wallId];
        if (wall === undefined) return refuse('wall-unknown');
        const draft = draftFor(wall, sceneId, person?.name ?? BY_ITSELF);
        if (draft === undefined) return refuse('scene-unknown');
        const known = Object.keys(wall.drafts);
        const surplus = known.slice(0, Math.max(0, known.length - MOST_DRAFTS + 1));
        const dropped = surplus.map((draftId): WallChange => ({ type: 'wall.draftDropped', wallId, draftId }));
        hub.commit([...dropped, { type: 'wall.draftOpened', wallId, draft }]);
        return accept(draft);
      },
    },
    'wall.placeTile': {
      allowed: ['console'],
      person: commandingRoles,
      parse: (raw) => PlaceTileInput.parse(raw),
      run({ wallId, draftId, tileId, area }, { person }) {
        const wall = hub.world().walls[wallId];
        if (wall === undefined) return refuse('wall-unknown');
        const draft = wall.drafts[draftId];
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
      relay(wallId, canvas);
      const program = hub.world().walls[wallId]?.program;
      if (program) takes.awaitReceipts(wallId, program.takeId);
    },
    admitted: (window: WindowIdentity) => takes.admitted(window),
  };
}
