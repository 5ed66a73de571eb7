import type { EventCalls } from '../cameras/eventCalls.ts';
import type { PtzCalls } from '../cameras/ptzCalls.ts';
import type { CallName } from './calls.ts';
import type { Right } from '../access/model.ts';

/** Words of the wall's own windows, and what is done to the room at its own machine alone. */
type AtWall =
  | 'wall.ready'
  | 'wall.shown'
  | 'wall.settled'
  | 'wall.seatHead'
  | 'wall.designRoom'
  | 'wall.resetRoom'
  | 'wall.importRoom'
  | 'wall.exportRoom'
  | 'wall.readRoom';

type Reaching =
  | Exclude<Extract<CallName, `wall.${string}` | `schedule.${string}`>, AtWall>
  | keyof PtzCalls
  | keyof EventCalls;

/**
 * What a person must be allowed for a call that can reach a wall from elsewhere. Asked by the wall's own core, and before it
 * by the backend: what is refused there never travels.
 */
const callRights: Readonly<Record<Reaching, Right>> = {
  'wall.take': 'wall.take',
  'wall.warm': 'wall.take',
  'wall.identify': 'wall.take',
  'wall.openDraft': 'wall.edit',
  'wall.dropDraft': 'wall.edit',
  'wall.editDraft': 'wall.edit',
  'wall.undo': 'wall.edit',
  'wall.redo': 'wall.edit',
  'wall.keepScene': 'wall.edit',
  'wall.labelScene': 'wall.edit',
  'wall.deleteScene': 'wall.edit',
  'wall.revertScene': 'wall.edit',
  'wall.freeze': 'wall.hold',
  'wall.cover': 'wall.hold',
  'wall.return': 'wall.hold',
  'wall.hear': 'wall.hold',
  'wall.setTheme': 'wall.hold',
  'wall.sketch': 'wall.hold',
  'wall.draw': 'wall.hold',
  'wall.wipe': 'wall.hold',
  'wall.look': 'wall.hold',
  'wall.chooseCamera': 'wall.hold',
  'wall.tryAgain': 'wall.hold',
  'wall.replay': 'camera.lookBack',
  'wall.takeControl': 'control.take',
  'wall.askControl': 'control.take',
  'wall.giveControl': 'control.take',
  'schedule.arm': 'wall.take',
  'schedule.disarm': 'wall.take',
  'schedule.takeArmed': 'wall.take',
  'schedule.startTour': 'wall.take',
  'schedule.pauseTour': 'wall.take',
  'schedule.resumeTour': 'wall.take',
  'schedule.stepTour': 'wall.take',
  'schedule.stopTour': 'wall.take',
  'schedule.keepTour': 'schedule.edit',
  'schedule.deleteTour': 'schedule.edit',
  'schedule.keepEntry': 'schedule.edit',
  'schedule.deleteEntry': 'schedule.edit',
  'schedule.holdCalendar': 'schedule.edit',
  'schedule.setIdle': 'schedule.edit',
  'cameras.turn': 'camera.ptz',
  'cameras.moveTo': 'camera.ptz',
  'cameras.presets': 'camera.ptz',
  'cameras.goToPreset': 'camera.ptz',
  'cameras.setPreset': 'camera.ptz',
  'cameras.keepPatrol': 'camera.ptz',
  'cameras.deletePatrol': 'camera.ptz',
  'cameras.startPatrol': 'camera.ptz',
  'cameras.stopPatrol': 'camera.ptz',
  'cameras.searchPlates': 'plate.search',
  'cameras.findPlate': 'plate.see',
  'cameras.showPlate': 'plate.see',
  'cameras.watchList': 'plate.see',
  'cameras.watchPlate': 'plate.see',
  'cameras.unwatchPlate': 'plate.see',
};

/** The right that a call needs which can reach a wall; undefined for every other name. */
export function rightOfCall(name: string): Right | undefined {
  const rights: Readonly<Record<string, Right>> = callRights;
  return Object.hasOwn(rights, name) ? rights[name] : undefined;
}

/**
 * Calls that leave nothing on their way to a wall: a hand on a camera says the same four times a second, and would push the
 * words of takes out of everybody's memory; plates are kept at the wall's machine, and nowhere else.
 */
const leavingNoTrace: ReadonlySet<string> = new Set<Reaching>([
  'cameras.turn',
  'cameras.presets',
  'cameras.searchPlates',
  'cameras.findPlate',
  'cameras.showPlate',
  'cameras.watchList',
  'cameras.watchPlate',
  'cameras.unwatchPlate',
]);

export function leavesNoTrace(name: string): boolean {
  return leavingNoTrace.has(name);
}
