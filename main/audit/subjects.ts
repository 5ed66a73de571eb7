import type { AuditState } from '../../domain/audit/model.ts';
import type { World } from '../../domain/contract/world.ts';
import { maskedPlate } from '../../domain/cameras/plates.ts';
import { own } from '../../domain/kernel/own.ts';
import { vietnamStamp } from '../../domain/kernel/time.ts';
import type { Scene, Wall } from '../../domain/wall/model.ts';
import { plannedAs } from './plans.ts';
import { tilesOf } from './tiles.ts';

/** What an action is about, in words, and how it stands. */
export type Subject = { readonly subject: string; readonly state: AuditState };

type Fields = Readonly<Record<string, unknown>>;

/** Longer words say no more. */
const MOST_CHARACTERS = 400;

function text(fields: Fields, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value.slice(0, MOST_CHARACTERS) : '';
}

/** The scene that a take asks for by its name, whether it went up or not; undefined for an edit of what is on. */
function askedFor({ scenes, drafts, previous }: Wall, source: Fields): string | null | undefined {
  const sceneId = text(source, 'sceneId');
  if (source['from'] === 'scene') return own(scenes, sceneId)?.name.vi ?? sceneId;
  if (source['from'] === 'draft') return own(drafts, text(source, 'draftId'))?.scene.name.vi ?? null;
  return source['from'] === 'previous' ? (previous?.scene.name.vi ?? null) : undefined;
}

/** What is on, and what was to be; of a live edit also the tiles that it is about. */
function programOf(wall: Wall, fields: Fields, world: World): Subject {
  const { id, program } = wall;
  const source: Fields = Object(fields['source']);
  const asked = askedFor(wall, source);
  return {
    subject: id,
    state: {
      scene: program?.scene.name.vi ?? null,
      revision: program?.revision ?? 0,
      ...(asked !== undefined && { asked }),
      ...(source['from'] === 'edit' && tilesOf(source['patch'], program?.scene, world)),
    },
  };
}

function holdOf({ id, hold }: Wall): Subject {
  const { freeze, coveredAll, covers, audible, theme, ink } = hold;
  const covered = coveredAll ? '*' : Object.keys(covers).join(', ');
  return {
    subject: id,
    state: { frozen: freeze !== null, covered, audible: audible?.tileId ?? null, theme, marks: ink.length },
  };
}

function controlOf({ id, control }: Wall): Subject {
  const { holder, asks } = control;
  return { subject: id, state: { controller: holder?.person ?? null, asks: asks?.person ?? null } };
}

function roomOf({ id, room, canvas, scenes }: Wall, fields: Fields): Subject {
  const state = {
    panels: room.panels.length,
    seatMm: canvas.seatDistanceMm,
    virtual: room.virtual,
    scenes: Object.keys(scenes).length,
  };
  const place = text(fields, 'place');
  if (place === '') return { subject: id, state };
  return { subject: place, state: { screen: own(room.seats, place)?.identity ?? null } };
}

function draftOf({ drafts }: Wall, fields: Fields): Subject {
  const draft = own(drafts, text(fields, 'draftId'));
  return { subject: draft?.scene.name.vi ?? '', state: { drafts: Object.keys(drafts).length } };
}

/** What a camera's tile shows instead of the present, and how it is turned. */
function tileOf({ hold, looks, program }: Wall, fields: Fields): Subject {
  const tileId = text(fields, 'tileId');
  const replay = hold.replays.find((one) => one.tileId === tileId);
  const state = {
    replayed: replay ? vietnamStamp(replay.mediaAt) : null,
    turned: own(looks.tiles, tileId) !== undefined,
  };
  return { subject: `${program?.scene.name.vi ?? ''} ${tileId}`.trim(), state };
}

function labelOf(scene: Scene | undefined, sceneId: string): Subject {
  if (scene === undefined) return { subject: sceneId, state: { kept: false } };
  const { name, tags, pin, locked, takenBy, tiles } = scene;
  return {
    subject: name.vi,
    state: {
      kept: true,
      tags: tags.join(', '),
      pin: pin ?? null,
      locked,
      takenBy: takenBy?.join(', ') ?? null,
      tiles: Object.keys(tiles).length,
    },
  };
}

function editOf(wall: Wall, fields: Fields, world: World): Subject {
  const draft = own(wall.drafts, text(fields, 'draftId'));
  return { subject: draft?.scene.name.vi ?? '', state: tilesOf(fields['patch'], draft?.scene, world) };
}

/** A tour or an entry of the calendar by its name; what it was told to be stands beside it. */
function planOf(world: World, wallId: string, action: string, fields: Fields): Subject {
  const schedule = own(world.schedules, wallId);
  const ids = { tourId: text(fields, 'tourId'), entryId: text(fields, 'entryId') };
  const plan = own(schedule?.tours ?? {}, ids.tourId) ?? own(schedule?.entries ?? {}, ids.entryId);
  const running = schedule?.run ? (own(schedule.tours, schedule.run.tourId)?.name.vi ?? '') : '';
  const subject = plan?.name.vi ?? (text(fields, 'name') || (schedule?.arm?.name.vi ?? running));
  const state = {
    kept: plan !== undefined,
    ...plannedAs(world, wallId, { action, ...ids }),
    tour: running === '' ? null : running,
    paused: schedule?.run?.paused?.why ?? null,
    armed: schedule?.arm?.name.vi ?? null,
    held: schedule?.held !== null && schedule?.held !== undefined,
    idle: schedule?.idle.on ?? false,
  };
  return { subject, state };
}

/** Everything else: what the call was given, without what is long. */
function given(fields: Fields): Subject {
  const plain = Object.entries(fields).flatMap(([name, value]): [string, string | number | boolean][] => {
    if (typeof value === 'string') return [[name, value.slice(0, MOST_CHARACTERS)]];
    return typeof value === 'number' || typeof value === 'boolean' ? [[name, value]] : [];
  });
  return { subject: '', state: Object.fromEntries(plain.filter(([name]) => !secret.has(name))) };
}

const secret: ReadonlySet<string> = new Set(['pin', 'password', 'user']);

const turning: ReadonlySet<string> = new Set([
  'cameras.turn',
  'cameras.moveTo',
  'cameras.goToPreset',
  'cameras.setPreset',
  'cameras.keepPatrol',
  'cameras.deletePatrol',
  'cameras.startPatrol',
  'cameras.stopPatrol',
]);

/** Whose plate was looked at: masked, for the log has more readers than the plates. */
function plateSubject(action: string, fields: Fields, world: World): Subject | undefined {
  if (action === 'cameras.showPlate') {
    const event = own(world.cameraEvents.byId, text(fields, 'eventId'));
    const camera = event && own(world.cameras.byId, event.cameraId);
    return {
      subject: event?.plate ?? text(fields, 'eventId'),
      state: { camera: camera?.name.vi ?? null },
    };
  }
  if (action !== 'cameras.findPlate' && action !== 'cameras.watchPlate') return undefined;
  const { plate: _whole, ...rest } = fields;
  return { subject: maskedPlate(text(fields, 'plate')), state: given(rest).state };
}

/** A camera of the registry: what it is, never where it is or how one gets in. */
function registerSubject(action: string, fields: Fields, world: World): Subject | undefined {
  if (action === 'cameras.takeFound')
    return { subject: '', state: { cameras: Object(fields['urls']).length ?? 0 } };
  // Somebody may have typed a password into an address.
  if (action === 'cameras.startSearch') return { subject: '', state: {} };
  if (!['cameras.keepCamera', 'cameras.removeCamera', 'cameras.keepPassword'].includes(action))
    return undefined;
  const id = text(fields, 'cameraId') || text(Object(fields['cells']), 'id');
  const camera = own(world.cameras.byId, id);
  if (camera === undefined) return { subject: id, state: { kept: false } };
  const { name, unit, point, view, groups, tags, owner, ptz, restricted, kind } = camera;
  return {
    subject: name.vi,
    state: {
      kept: true,
      unit,
      point: point.join(' '),
      bearing: view?.bearingDeg ?? null,
      groups: groups.join(', '),
      tags: tags.join(', '),
      owner: owner ?? null,
      ptz,
      restricted,
      kind,
    },
  };
}

/** The call with what only the World before it knows: the tiles of the step that is undone or done again. */
export function inputAbout(action: string, input: unknown, world: World): unknown {
  if (action !== 'wall.undo' && action !== 'wall.redo') return input;
  const fields: Fields = Object(input);
  const draft = own(own(world.walls, text(fields, 'wallId'))?.drafts ?? {}, text(fields, 'draftId'));
  const step = (action === 'wall.undo' ? draft?.done : draft?.undone)?.at(-1);
  return { ...fields, patch: step?.patch };
}

/** What a call is about and how it stands in this World; asked before and after it ran. Never holds a PIN or a password. */
export function subjectOf(action: string, input: unknown, world: World): Subject {
  const fields: Fields = Object(input);
  const wall = own(world.walls, text(fields, 'wallId'));
  if (action.startsWith('incidents.')) {
    const incident = own(world.incidents.byId, text(fields, 'incidentId'));
    const state = { state: incident?.state ?? null, acknowledged: incident?.acknowledgement?.by ?? null };
    return { subject: incident?.title ?? text(fields, 'incidentId'), state };
  }
  const registered = registerSubject(action, fields, world);
  if (registered) return registered;
  const plate = plateSubject(action, fields, world);
  if (plate) return plate;
  if (turning.has(action)) {
    const patrol = own(world.ptz.patrols, text(fields, 'patrolId'));
    const cameraId = patrol?.cameraId ?? text(fields, 'cameraId');
    const name = own(world.cameras.byId, cameraId)?.name.vi ?? cameraId;
    const run = own(world.ptz.runs, cameraId);
    const round = patrol?.name ?? (run ? (own(world.ptz.patrols, run.patrolId)?.name ?? null) : null);
    return { subject: name, state: { holder: own(world.ptz.holds, cameraId)?.name ?? null, round } };
  }
  if (action === 'documents.deleteDocument') {
    const document = own(world.documents.byId, text(fields, 'documentId'));
    return { subject: document?.name ?? '', state: { kept: document !== undefined } };
  }
  if (action === 'documents.beginImport') return { subject: text(fields, 'name'), state: {} };
  const camera = own(world.cameras.byId, text(fields, 'cameraId'));
  if (camera) return { subject: camera.name.vi, state: given(fields).state };
  if (wall === undefined) return given(fields);
  if (action.startsWith('schedule.')) return planOf(world, wall.id, action, fields);
  switch (action) {
    case 'wall.take':
      return programOf(wall, fields, world);
    case 'wall.keepScene':
    case 'wall.labelScene':
    case 'wall.deleteScene':
    case 'wall.revertScene':
      return labelOf(own(wall.scenes, text(fields, 'sceneId')), text(fields, 'sceneId'));
    case 'wall.freeze':
    case 'wall.cover':
    case 'wall.return':
    case 'wall.hear':
    case 'wall.draw':
    case 'wall.wipe':
    case 'wall.setTheme':
      return holdOf(wall);
    case 'wall.takeControl':
    case 'wall.askControl':
    case 'wall.giveControl':
      return controlOf(wall);
    case 'wall.designRoom':
    case 'wall.resetRoom':
    case 'wall.importRoom':
    case 'wall.seatHead':
      return roomOf(wall, fields);
    case 'wall.openDraft':
    case 'wall.dropDraft':
      return draftOf(wall, fields);
    case 'wall.replay':
    case 'wall.look':
      return tileOf(wall, fields);
    case 'wall.editDraft':
    case 'wall.undo':
    case 'wall.redo':
      return editOf(wall, fields, world);
    default:
      return given(fields);
  }
}
