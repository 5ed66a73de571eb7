import {
  applyCameraEventsChange,
  emptyCameraEvents,
  eventsAfterCameras,
  type CameraEventsChange,
  type CameraEventsState,
} from '../cameras/events.ts';
import {
  applyLightsChange,
  emptyLights,
  type LightsChange,
  type LightsState,
} from '../cameras/lightsState.ts';
import { applyPtzChange, emptyPtz, type PtzChange, type PtzState } from '../cameras/ptz.ts';
import { applyCamerasChange, emptyCameras, type CamerasChange, type CamerasState } from '../cameras/state.ts';
import {
  applyDocumentsChange,
  emptyDocuments,
  type DocumentsChange,
  type DocumentsState,
} from '../documents/state.ts';
import {
  applyIncidentsChange,
  emptyIncidents,
  type IncidentsChange,
  type IncidentsState,
} from '../incidents/state.ts';
import {
  applyIndicatorsChange,
  emptyIndicators,
  type IndicatorsChange,
  type IndicatorsState,
} from '../indicators/state.ts';
import { unreachable } from '../kernel/unreachable.ts';
import type { Bilingual } from '../kernel/text.ts';
import type { Unit } from '../units/model.ts';
import {
  applyScheduleChange,
  completedSchedule,
  emptySchedules,
  type ScheduleChange,
  type SchedulesState,
} from '../schedule/state.ts';
import {
  applyWallChange,
  completedWall,
  emptyWalls,
  type WallChange,
  type WallsState,
} from '../wall/state.ts';

/** The version of the World's shape: it is the schema of the cache. A cache of another version is set aside. */
export const WORLD_VERSION = 2;

/** The province this room belongs to. */
export type Province = {
  readonly id: string;
  readonly unit: string;
  readonly name: Bilingual;
  /** The room's own name, such as "Trung tâm điều hành thông minh tỉnh Thái Nguyên". */
  readonly centre: Bilingual;
  readonly units: readonly Unit[];
  readonly map: { readonly centre: readonly [number, number]; readonly zoom: number };
  /** The scenes of its file, by id: they are changed here, never deleted. */
  readonly scenes: readonly string[];
  /** The tours and entries of its file, by id: the same holds of them. */
  readonly plans: readonly string[];
};

/** Every fact of the room, changed in one function, owned by the core, read-only everywhere else. */
export type World = {
  readonly version: typeof WORLD_VERSION;
  readonly province: Province | null;
  readonly indicators: IndicatorsState;
  readonly incidents: IncidentsState;
  readonly cameras: CamerasState;
  readonly cameraEvents: CameraEventsState;
  readonly lights: LightsState;
  readonly ptz: PtzState;
  readonly documents: DocumentsState;
  readonly walls: WallsState;
  readonly schedules: SchedulesState;
};

export const emptyWorld: World = {
  version: WORLD_VERSION,
  province: null,
  indicators: emptyIndicators,
  incidents: emptyIncidents,
  cameras: emptyCameras,
  cameraEvents: emptyCameraEvents,
  lights: emptyLights,
  ptz: emptyPtz,
  documents: emptyDocuments,
  walls: emptyWalls,
  schedules: emptySchedules,
};

function each<Value>(record: Readonly<Record<string, Value>>, next: (value: Value) => Value) {
  return Object.fromEntries(Object.entries(record).map(([id, value]) => [id, next(value)]));
}

/** A World that an older product kept, with a value for every field that came later. */
export function completed(world: World): World {
  const whole = { ...emptyWorld, ...world };
  return {
    ...whole,
    cameras: { ...emptyCameras, ...whole.cameras },
    walls: each(whole.walls, completedWall),
    schedules: each(whole.schedules, completedSchedule),
  };
}

/** Something changed that the window may not know of: nothing does in its copy. Never committed. */
export type UnseenChange = { readonly type: 'world.unseen' };

export type ProvinceChange = { readonly type: 'province.set'; readonly province: Province };

export type Change =
  | ProvinceChange
  | UnseenChange
  | IndicatorsChange
  | IncidentsChange
  | CamerasChange
  | CameraEventsChange
  | LightsChange
  | PtzChange
  | DocumentsChange
  | WallChange
  | ScheduleChange;

/** A change with its number and time (epoch ms). Numbers are gap-free on one machine. */
export type Commit = { readonly seq: number; readonly at: number; readonly change: Change };

function withCameras(world: World, cameras: World['cameras']): World {
  const cameraEvents = eventsAfterCameras(world.cameraEvents, world.cameras.byId, cameras.byId);
  return { ...world, cameras, cameraEvents };
}

/** The one way the World changes, in the core and in every window's replica alike. */
export function applyChange(world: World, change: Change): World {
  switch (change.type) {
    case 'province.set':
      return { ...world, province: change.province };
    case 'world.unseen':
      return world;
    case 'indicators.catalogueSet':
    case 'indicators.published':
    case 'indicators.publishedReset':
      return { ...world, indicators: applyIndicatorsChange(world.indicators, change) };
    case 'incidents.raised':
    case 'incidents.reset':
    case 'incidents.acknowledged':
    case 'incidents.acknowledgementGiven':
    case 'incidents.acknowledgementAnswered':
    case 'incidents.conflictDismissed':
      return { ...world, incidents: applyIncidentsChange(world.incidents, change) };
    case 'cameras.catalogueSet':
    case 'cameras.registered':
      return withCameras(world, applyCamerasChange(world.cameras, change));
    case 'cameras.eventNoted':
    case 'cameras.eventsReset':
    case 'cameras.eventsPurged':
    case 'cameras.retentionSet':
      return { ...world, cameraEvents: applyCameraEventsChange(world.cameraEvents, change) };
    case 'cameras.lightsSet':
      return { ...world, lights: applyLightsChange(world.lights, change) };
    case 'ptz.held':
    case 'ptz.patrolKept':
    case 'ptz.patrolDeleted':
    case 'ptz.patrolRun':
    case 'ptz.replicaSet':
      return { ...world, ptz: applyPtzChange(world.ptz, change) };
    case 'documents.kept':
    case 'documents.deleted':
      return { ...world, documents: applyDocumentsChange(world.documents, change) };
    case 'wall.relaid':
    case 'wall.identifying':
    case 'wall.draftOpened':
    case 'wall.draftTaken':
    case 'wall.draftDropped':
    case 'wall.draftEdited':
    case 'wall.draftUndone':
    case 'wall.draftRedone':
    case 'wall.sceneKept':
    case 'wall.sceneDeleted':
    case 'wall.taken':
    case 'wall.commanded':
    case 'wall.receiptGiven':
    case 'wall.held':
    case 'wall.inkDrawn':
    case 'wall.inkWiped':
    case 'wall.controlMoved':
    case 'wall.replicaSet':
    case 'wall.suspended':
    case 'wall.looked':
    case 'wall.cameraChosen':
    case 'wall.camerasMoved':
      return { ...world, walls: applyWallChange(world.walls, change) };
    case 'schedule.provinceSet':
    case 'schedule.tourKept':
    case 'schedule.tourDeleted':
    case 'schedule.entryKept':
    case 'schedule.entryDeleted':
    case 'schedule.calendarHeld':
    case 'schedule.calendarMoved':
    case 'schedule.tourRun':
    case 'schedule.armed':
    case 'schedule.disarmed':
    case 'schedule.idleSet':
    case 'schedule.stirred':
    case 'schedule.replicaSet':
      return { ...world, schedules: applyScheduleChange(world.schedules, change) };
    default:
      return unreachable(change);
  }
}
