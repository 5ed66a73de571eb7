import { accept, refuse, type Outcome } from '../../domain/kernel/outcome.ts';
import { own } from '../../domain/kernel/own.ts';
import type { WallCalls } from '../../domain/wall/calls.ts';
import { backFrom, edited } from '../../domain/wall/edit.ts';
import { DraftInput, EditInput, OpenDraftInput } from '../../domain/wall/inputs.ts';
import type { Draft, Scene, Wall } from '../../domain/wall/model.ts';
import { openDraft } from '../../domain/wall/rules.ts';
import type { WallChange } from '../../domain/wall/state.ts';
import { nameOf } from '../kernel/author.ts';
import type { Handlers } from '../kernel/handlers.ts';
import type { Hub } from '../kernel/hub.ts';
import type { Clock } from '../kernel/ports.ts';

/** Open drafts of one wall; the oldest without a step makes room. */
const MOST_DRAFTS = 20;

type Needs = { readonly hub: Hub; readonly clock: Clock; readonly newId: () => string };
type DraftCalls = 'wall.openDraft' | 'wall.dropDraft' | 'wall.editDraft' | 'wall.undo' | 'wall.redo';
type From = WallCalls['wall.openDraft']['input']['from'];

/** A wall and one of its drafts, or which of the two is not there. */
export function draftOf(
  hub: Pick<Hub, 'world'>,
  { wallId, draftId }: { readonly wallId: string; readonly draftId: string },
): Outcome<{ readonly wall: Wall; readonly draft: Draft }, 'wall-unknown' | 'draft-unknown'> {
  const wall = own(hub.world().walls, wallId);
  if (wall === undefined) return refuse('wall-unknown');
  const draft = own(wall.drafts, draftId);
  return draft === undefined ? refuse('draft-unknown') : accept({ wall, draft });
}

/** What operators do to drafts: nothing of it shows on the wall before a take. */
export function createDrafts({ hub, clock, newId }: Needs): Handlers<DraftCalls> {
  function empty(): Scene {
    const name = { vi: 'Kịch bản mới', en: 'New scene' };
    return { id: newId(), name, tiles: {}, origin: 'room', tags: [], locked: false };
  }

  function sceneFrom(wall: Wall, from: From): Scene | undefined {
    if (from === 'empty') return empty();
    if (from === 'program') return wall.program?.scene;
    return own(wall.scenes, from.sceneId);
  }

  /** The drafts that make room for one more: the oldest in which nobody did anything. Undefined: there is no such draft. */
  function makeRoom({ id: wallId, drafts }: Wall): readonly WallChange[] | undefined {
    const source = own(hub.world().schedules, wallId)?.arm?.source;
    const armed = source?.from === 'draft' ? source.draftId : undefined;
    const surplus = Math.max(0, Object.keys(drafts).length - MOST_DRAFTS + 1);
    const untouched = Object.values(drafts)
      .filter(({ id, done, undone }) => id !== armed && done.length + undone.length === 0)
      .slice(0, surplus);
    if (untouched.length < surplus) return undefined;
    return untouched.map(({ id: draftId }) => ({ type: 'wall.draftDropped', wallId, draftId }));
  }

  return {
    'wall.openDraft': {
      allowed: ['console'],
      parse: (raw) => OpenDraftInput.parse(raw),
      run({ wallId, from }, { person }) {
        const wall = own(hub.world().walls, wallId);
        if (wall === undefined) return refuse('wall-unknown');
        const scene = sceneFrom(wall, from);
        if (scene === undefined) return refuse('scene-unknown');
        const room = makeRoom(wall);
        if (room === undefined) return refuse('too-many-drafts');
        const draft = openDraft(wall, newId(), scene, nameOf(person));
        hub.commit([...room, { type: 'wall.draftOpened', wallId, draft }]);
        return accept(draft);
      },
    },
    'wall.dropDraft': {
      allowed: ['console'],
      parse: (raw) => DraftInput.parse(raw),
      run(input) {
        const found = draftOf(hub, input);
        if (!found.ok) return found;
        hub.commit({ type: 'wall.draftDropped', ...input });
        return accept(null);
      },
    },
    'wall.editDraft': {
      allowed: ['console'],
      parse: (raw) => EditInput.parse(raw),
      run({ kind, patch, ...ids }, { person }) {
        const found = draftOf(hub, ids);
        if (!found.ok) return found;
        const { wall, draft } = found.value;
        const outcome = edited(wall.canvas, draft.scene, patch);
        if (!outcome.ok) return outcome;
        const step = { kind, patch, back: backFrom(draft.scene, patch), by: nameOf(person), at: clock.now() };
        hub.commit({ type: 'wall.draftEdited', ...ids, step });
        return accept(null);
      },
    },
    'wall.undo': {
      allowed: ['console'],
      parse: (raw) => DraftInput.parse(raw),
      run(input, { person }) {
        const found = draftOf(hub, input);
        if (!found.ok) return found;
        const step = found.value.draft.done.at(-1);
        if (step === undefined) return refuse('nothing-to-undo');
        hub.commit({ type: 'wall.draftUndone', ...input, by: nameOf(person) });
        return accept(step);
      },
    },
    'wall.redo': {
      allowed: ['console'],
      parse: (raw) => DraftInput.parse(raw),
      run(input, { person }) {
        const found = draftOf(hub, input);
        if (!found.ok) return found;
        const step = found.value.draft.undone.at(-1);
        if (step === undefined) return refuse('nothing-to-redo');
        hub.commit({ type: 'wall.draftRedone', ...input, by: nameOf(person) });
        return accept(step);
      },
    },
  };
}
