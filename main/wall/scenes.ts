import { mayPerson } from '../../domain/access/rights.ts';
import { accept, refuse, type Outcome } from '../../domain/kernel/outcome.ts';
import { own } from '../../domain/kernel/own.ts';
import type { SceneLabel, SceneRefusal } from '../../domain/wall/calls.ts';
import { KeepSceneInput, LabelSceneInput, SceneInput } from '../../domain/wall/inputs.ts';
import type { Scene, SceneTemplate, Wall } from '../../domain/wall/model.ts';
import { isOfProvince, reverted } from '../../domain/wall/relay.ts';
import { isLockedAs, labelled, mayKeep } from '../../domain/wall/scenes.ts';
import { nameOf } from '../kernel/author.ts';
import type { Caller, Handlers } from '../kernel/handlers.ts';
import type { Hub } from '../kernel/hub.ts';
import { draftOf } from './drafts.ts';

type Needs = {
  readonly hub: Hub;
  readonly newId: () => string;
  readonly templates: readonly SceneTemplate[];
};
type SceneCalls = 'wall.keepScene' | 'wall.labelScene' | 'wall.deleteScene' | 'wall.revertScene';
type Found = { readonly wall: Wall; readonly scene: Scene };

function mayUnlock({ person }: Caller): boolean {
  return mayPerson(person, 'scene.lock');
}

/** The room's own scenes, and what it makes of the province's: kept from drafts, named, tagged, pinned, locked, given up. */
export function createScenes({ hub, newId, templates }: Needs): Handlers<SceneCalls> {
  const ofProvince = templates.map(({ id }) => id);

  function find(wallId: string, sceneId: string): Outcome<Found, 'wall-unknown' | 'scene-unknown'> {
    const wall = own(hub.world().walls, wallId);
    if (wall === undefined) return refuse('wall-unknown');
    const scene = own(wall.scenes, sceneId);
    return scene === undefined ? refuse('scene-unknown') : accept({ wall, scene });
  }

  function letGo({ wall, scene }: Found, { person }: Caller): Outcome<null, never> {
    hub.commit({ type: 'wall.sceneDeleted', wallId: wall.id, sceneId: scene.id, by: nameOf(person) });
    return accept(null);
  }

  function keep(wall: Wall, scene: Scene, caller: Caller): Outcome<Scene, SceneRefusal> {
    const outcome = mayKeep(wall, scene, mayUnlock(caller));
    if (!outcome.ok) return outcome;
    hub.commit({ type: 'wall.sceneKept', wallId: wall.id, scene, by: nameOf(caller.person) });
    return accept(scene);
  }

  /** A label that locks, or says who may take, is a lock's business. */
  function mayLabel(label: SceneLabel, caller: Caller): boolean {
    return (label.locked === undefined && label.takenBy === undefined) || mayUnlock(caller);
  }

  return {
    'wall.keepScene': {
      allowed: ['console'],
      parse: (raw) => KeepSceneInput.parse(raw),
      run({ sceneId, label, ...ids }, caller) {
        const found = draftOf(hub, ids);
        if (!found.ok) return found;
        const { wall, draft } = found.value;
        if (!mayLabel(label, caller)) return refuse('scene-locked');
        const before = sceneId === undefined ? undefined : own(wall.scenes, sceneId);
        if (sceneId !== undefined && before === undefined) return refuse('scene-unknown');
        const { pin: _pin, ...fresh } = { ...draft.scene, id: newId(), locked: false };
        return keep(wall, labelled({ ...(before ?? fresh), tiles: draft.scene.tiles }, label), caller);
      },
    },
    'wall.labelScene': {
      allowed: ['console'],
      parse: (raw) => LabelSceneInput.parse(raw),
      run({ wallId, sceneId, label }, caller) {
        const found = find(wallId, sceneId);
        if (!found.ok) return found;
        if (!mayLabel(label, caller)) return refuse('scene-locked');
        return keep(found.value.wall, labelled(found.value.scene, label), caller);
      },
    },
    'wall.deleteScene': {
      allowed: ['console'],
      parse: (raw) => SceneInput.parse(raw),
      run({ wallId, sceneId }, caller) {
        const found = find(wallId, sceneId);
        if (!found.ok) return found;
        const { wall, scene } = found.value;
        if (isOfProvince(ofProvince, sceneId)) return refuse('scene-of-province');
        if (scene.locked && !mayUnlock(caller)) return refuse('scene-locked');
        if (wall.program?.scene.id === sceneId) return refuse('scene-on-air');
        return letGo(found.value, caller);
      },
    },
    'wall.revertScene': {
      allowed: ['console'],
      parse: (raw) => SceneInput.parse(raw),
      run({ wallId, sceneId }, caller) {
        const found = find(wallId, sceneId);
        if (!found.ok) return found;
        const { wall, scene } = found.value;
        if (!isOfProvince(ofProvince, sceneId)) return refuse('scene-of-room');
        if (scene.origin === 'province') return refuse('scene-unchanged');
        const before = reverted(templates, wall, sceneId);
        const unlocks = scene.locked || (before !== undefined && !isLockedAs(scene, before));
        if (unlocks && !mayUnlock(caller)) return refuse('scene-locked');
        return before === undefined ? letGo(found.value, caller) : keep(wall, before, caller);
      },
    },
  };
}
