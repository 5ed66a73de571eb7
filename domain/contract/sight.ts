import { maySeeCamera } from '../access/rights.ts';
import type { Person } from '../access/model.ts';
import { isRestrictedEvent, type CameraEvent } from '../cameras/events.ts';
import { accept, refuse, type Outcome } from '../kernel/outcome.ts';
import { own } from '../kernel/own.ts';
import type { Change, World } from './world.ts';

/** What a window may know: everything, or nothing of cameras that only some may see. */
export type Sight = 'all' | 'open';

/** Decides whether somebody may do something with these cameras; null: nobody is signed in. */
export function mayTouch(
  { cameras }: World,
  cameraIds: readonly string[],
  person: Pick<Person, 'role' | 'bounds'> | null,
): Outcome<null, 'camera-restricted'> {
  const seen = cameraIds.every((id) => {
    const camera = own(cameras.byId, id);
    return camera === undefined || maySeeCamera(person, camera);
  });
  return seen ? accept(null) : refuse('camera-restricted');
}

const known = new WeakMap<World['cameras']['byId'], ReadonlySet<string>>();

/** Asked for every message: a register is gone through once. */
function restrictedIn({ cameras: { byId } }: World): ReadonlySet<string> {
  const before = known.get(byId);
  const ids = before ?? new Set(Object.keys(byId).filter((id) => byId[id]?.restricted));
  if (before === undefined) known.set(byId, ids);
  return ids;
}

const told = new WeakMap<World['cameraEvents']['byId'], boolean>();

/** Asked for every message, too: something is told of a camera that only some may see, there still or gone. */
function tellsOfRestricted({ cameraEvents: { byId } }: World): boolean {
  const before = told.get(byId);
  const tells = before ?? Object.values(byId).some(({ restricted }) => restricted === true);
  if (before === undefined) told.set(byId, tells);
  return tells;
}

/** True while there are cameras that only some may see, or events of such. */
export function hidesAny(world: World): boolean {
  return restrictedIn(world).size > 0 || tellsOfRestricted(world);
}

function isOpen(world: World, cameraId: string): boolean {
  return !restrictedIn(world).has(cameraId);
}

function isOpenEvent({ cameras }: World, event: CameraEvent): boolean {
  return !isRestrictedEvent(event, own(cameras.byId, event.cameraId));
}

function kept<Value>(
  record: Readonly<Record<string, Value>>,
  keep: (value: Value, id: string) => boolean,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(record).filter(([id, value]) => keep(value, id)));
}

/** The World without restricted cameras and what they tell; the same one where there are none. */
export function openWorld(world: World): World {
  const { cameras, cameraEvents, ptz } = world;
  if (!hidesAny(world)) return world;
  const open = (cameraId: string): boolean => isOpen(world, cameraId);
  return {
    ...world,
    cameras: {
      // Of a single camera the note tells the name; of a list its file.
      lastImport: (cameras.lastImport?.what ?? 'list') === 'list' ? cameras.lastImport : null,
      byId: kept(cameras.byId, ({ restricted }) => !restricted),
    },
    cameraEvents: { ...cameraEvents, byId: kept(cameraEvents.byId, (event) => isOpenEvent(world, event)) },
    ptz: {
      ...ptz,
      holds: kept(ptz.holds, (_hold, cameraId) => open(cameraId)),
      patrols: kept(ptz.patrols, ({ cameraId }) => open(cameraId)),
      runs: kept(ptz.runs, (_run, cameraId) => open(cameraId)),
    },
  };
}

/** True for a change after which other cameras may be open than before: only the whole World tells it. */
export function redrawsSight({ type }: Change): boolean {
  return type === 'cameras.catalogueSet' || type === 'cameras.registered';
}

const unseen: Change = { type: 'world.unseen' };

/** A change as it is told where only open cameras are known; `world`: as it was after the change. */
export function openChange(world: World, change: Change): Change {
  switch (change.type) {
    case 'cameras.eventNoted':
      return isOpenEvent(world, change.event) ? change : unseen;
    case 'cameras.eventsReset':
      return { ...change, events: change.events.filter((event) => isOpenEvent(world, event)) };
    case 'ptz.held':
    case 'ptz.patrolRun':
      return isOpen(world, change.cameraId) ? change : unseen;
    case 'ptz.replicaSet':
      return { ...change, hands: kept(change.hands, (_hand, cameraId) => isOpen(world, cameraId)) };
    case 'ptz.patrolKept':
      return isOpen(world, change.patrol.cameraId) ? change : unseen;
    default:
      return change;
  }
}

/** Those of a list that tell of open cameras. */
export function openOnly<Item extends { readonly cameraId: string }>(
  world: World,
  items: readonly Item[],
): readonly Item[] {
  return items.filter(({ cameraId }) => isOpen(world, cameraId));
}
