import { own } from '../kernel/own.ts';
import type { Showing } from '../schedule/model.ts';
import { scenesOf } from '../schedule/rules.ts';
import type { Scene, Tile, Wall } from '../wall/model.ts';
import { camerasComing } from '../wall/naming.ts';
import { sceneToTake, type TakeSource } from '../wall/rules.ts';
import type { CallName, Calls } from './calls.ts';
import type { World } from './world.ts';

type Touching<Name extends CallName> = (input: Calls[Name]['input'], world: World) => readonly string[];

/** The calls that name a camera outright. */
type Naming = {
  [Name in CallName]: Calls[Name]['input'] extends { readonly cameraId: string } ? Name : never;
}[CallName];

const one = ({ cameraId }: { readonly cameraId: string }): readonly string[] => [cameraId];

function tilesOf(scene: Scene | undefined): readonly Tile[] {
  return Object.values(scene?.tiles ?? {});
}

function ofPatrol({ patrolId }: { readonly patrolId: string }, { ptz }: World): readonly string[] {
  const patrol = own(ptz.patrols, patrolId);
  return patrol ? [patrol.cameraId] : [];
}

/** What a take would bring on the wall; what hangs there already may stay. */
function ofTake(wall: Wall | undefined, source: TakeSource): readonly string[] {
  const found = sceneToTake(wall, source, wall?.program?.revision ?? 0);
  return found.ok ? camerasComing(wall?.program?.scene, tilesOf(found.value)) : [];
}

/** What the scenes of a plan hold: when it comes to that, something else may be on the wall. */
function ofScenes(wallId: string, sceneIds: readonly string[], { walls }: World): readonly string[] {
  const scenes = own(walls, wallId)?.scenes ?? {};
  return sceneIds.flatMap((sceneId) => camerasComing(undefined, tilesOf(own(scenes, sceneId))));
}

function ofShowing(wallId: string, showing: Showing, world: World): readonly string[] {
  const schedule = own(world.schedules, wallId);
  return ofScenes(wallId, (schedule && scenesOf(schedule, showing)) ?? [], world);
}

function ofArmed(wallId: string, source: TakeSource, world: World): readonly string[] {
  if (source.from === 'scene') return ofScenes(wallId, [source.sceneId], world);
  const draft =
    source.from === 'draft' ? own(own(world.walls, wallId)?.drafts ?? {}, source.draftId) : undefined;
  return camerasComing(undefined, tilesOf(draft?.scene));
}

/** A call that names a camera does not compile without its entry. */
type Table = { readonly [Name in CallName]?: Touching<Name> };
export const touchings: Table & { readonly [Name in Naming]: Touching<Name> } = {
  'cameras.open': one,
  'cameras.recorded': one,
  'cameras.openReplay': one,
  'cameras.cutClip': one,
  'cameras.signPicture': one,
  'cameras.readCamera': one,
  'cameras.keepCamera': ({ cells: { id } }) => (id === undefined ? [] : [id]),
  'cameras.removeCamera': one,
  'cameras.keepPassword': one,
  'cameras.turn': one,
  'cameras.moveTo': one,
  'cameras.presets': one,
  'cameras.goToPreset': one,
  'cameras.setPreset': one,
  'cameras.keepPatrol': one,
  'cameras.stopPatrol': one,
  'cameras.startPatrol': ofPatrol,
  'cameras.deletePatrol': ofPatrol,
  'cameras.showPlate': ({ eventId }, { cameraEvents }) => {
    const event = own(cameraEvents.byId, eventId);
    return event ? [event.cameraId] : [];
  },
  'wall.chooseCamera': one,
  'wall.replay': one,
  'wall.look': ({ order }) => ('cameraId' in order && order.cameraId !== null ? [order.cameraId] : []),
  'wall.editDraft': ({ wallId, draftId, patch }, { walls }) =>
    camerasComing(own(own(walls, wallId)?.drafts ?? {}, draftId)?.scene, Object.values(patch)),
  'wall.take': ({ wallId, source }, { walls }) => ofTake(own(walls, wallId), source),
  'wall.warm': ({ wallId, source }, { walls }) => (source ? ofTake(own(walls, wallId), source) : []),
  'schedule.keepTour': ({ wallId, stops }, world) =>
    ofScenes(
      wallId,
      stops.map(({ sceneId }) => sceneId),
      world,
    ),
  'schedule.startTour': ({ wallId, tourId }, world) => ofShowing(wallId, { kind: 'tour', tourId }, world),
  'schedule.keepEntry': ({ wallId, showing }, world) => ofShowing(wallId, showing, world),
  'schedule.setIdle': ({ wallId, sceneId }, world) =>
    sceneId === null ? [] : ofScenes(wallId, [sceneId], world),
  'schedule.arm': ({ wallId, source }, world) => ofArmed(wallId, source, world),
  'schedule.takeArmed': ({ wallId }, world) => {
    const arm = own(world.schedules, wallId)?.arm;
    return arm ? ofArmed(wallId, arm.source, world) : [];
  },
};

/**
 * The cameras that a call would show, turn, play back, take out, or put on a wall now or later. Whoever may not see all of
 * them is refused at the gate.
 */
export function camerasTouched<Name extends CallName>(
  name: Name,
  input: Calls[Name]['input'],
  world: World,
): readonly string[] {
  const touching: Table[Name] = touchings[name];
  return touching?.(input, world) ?? [];
}
