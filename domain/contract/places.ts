import type { CallName } from './calls.ts';

/**
 * Where a call is carried out. `here`: at the machine that is asked. `wall`: at the machine that drives the wall, also when a
 * remote console asks. `command`: the same, and only who has control may. `room`, `room-command`: at the wall's own machine
 * alone; nobody asks for them from afar.
 */
type Place = 'here' | 'wall' | 'command' | 'room' | 'room-command';

/** Every call that can change the program, the canvas or the room is a command: complete by type. */
const places: { readonly [Name in CallName]: Place } = {
  'access.people': 'here',
  'access.enter': 'here',
  'access.leave': 'here',
  'access.chooseLanguage': 'here',
  'access.addPerson': 'here',
  'access.removePerson': 'here',
  'access.changePin': 'here',
  'audit.search': 'here',
  'audit.export': 'here',
  'cameras.open': 'here',
  'cameras.close': 'here',
  'cameras.report': 'here',
  'cameras.budget': 'here',
  // The registry is the room's: a remote console would write to its own machine.
  'cameras.beginImport': 'room',
  'cameras.putRows': 'room',
  'cameras.previewImport': 'room',
  'cameras.takeImport': 'room',
  'cameras.dropImport': 'room',
  'cameras.undoImport': 'room',
  'cameras.readCamera': 'room',
  'cameras.judgeCamera': 'room',
  'cameras.keepCamera': 'room',
  'cameras.removeCamera': 'room',
  'cameras.keepPassword': 'room',
  'cameras.startSearch': 'room',
  'cameras.readSearch': 'room',
  'cameras.stopSearch': 'room',
  'cameras.takeFound': 'room',
  // Plates lie at the wall's machine alone.
  'cameras.searchPlates': 'wall',
  'cameras.findPlate': 'wall',
  'cameras.showPlate': 'wall',
  'cameras.watchList': 'wall',
  'cameras.watchPlate': 'wall',
  'cameras.unwatchPlate': 'wall',
  // The wall's machine knows who holds a camera, and turns it; cameras are held apart from the wall.
  'cameras.turn': 'wall',
  'cameras.moveTo': 'wall',
  'cameras.presets': 'wall',
  'cameras.goToPreset': 'wall',
  'cameras.setPreset': 'wall',
  'cameras.keepPatrol': 'wall',
  'cameras.deletePatrol': 'wall',
  'cameras.startPatrol': 'wall',
  'cameras.stopPatrol': 'wall',
  // A recording stays at the machine that showed the camera.
  'cameras.recorded': 'here',
  'cameras.openReplay': 'here',
  'cameras.closeReplay': 'here',
  'cameras.cutClip': 'here',
  'cameras.signPicture': 'here',
  'cameras.exports': 'here',
  'cameras.cancelExport': 'here',
  'cameras.searchEvidence': 'here',
  'cameras.takeEvidence': 'here',
  'cameras.readEvidence': 'here',
  'cameras.verifyEvidence': 'here',
  'cameras.noteEvidence': 'here',
  'cameras.startCheck': 'room',
  'cameras.readCheck': 'room',
  'cameras.stopCheck': 'room',
  // A remote console has no way to bring a file to the wall's machine.
  'documents.beginImport': 'here',
  'documents.putSlice': 'here',
  'documents.finishImport': 'here',
  'documents.cancelImport': 'here',
  'documents.deleteDocument': 'here',
  'incidents.acknowledge': 'here',
  'incidents.dismissConflict': 'here',
  'indicators.history': 'here',
  'usage.read': 'wall',
  'web.place': 'here',
  'world.watch': 'here',
  'world.reopen': 'here',
  'world.failed': 'here',
  'schedule.keepTour': 'command',
  'schedule.deleteTour': 'command',
  'schedule.startTour': 'command',
  'schedule.pauseTour': 'command',
  'schedule.resumeTour': 'command',
  'schedule.stepTour': 'command',
  'schedule.stopTour': 'command',
  'schedule.keepEntry': 'command',
  'schedule.deleteEntry': 'command',
  'schedule.holdCalendar': 'command',
  'schedule.setIdle': 'command',
  'schedule.arm': 'command',
  'schedule.disarm': 'command',
  'schedule.takeArmed': 'command',
  'wall.takeControl': 'wall',
  'wall.askControl': 'wall',
  'wall.giveControl': 'wall',
  'wall.openDraft': 'wall',
  'wall.dropDraft': 'wall',
  'wall.editDraft': 'wall',
  'wall.undo': 'wall',
  'wall.redo': 'wall',
  'wall.keepScene': 'wall',
  'wall.labelScene': 'wall',
  'wall.deleteScene': 'wall',
  'wall.revertScene': 'wall',
  'wall.take': 'command',
  'wall.warm': 'command',
  // Words of the wall's own windows.
  'wall.ready': 'here',
  'wall.shown': 'here',
  'wall.settled': 'here',
  'wall.freeze': 'command',
  'wall.cover': 'command',
  'wall.return': 'command',
  'wall.hear': 'command',
  'wall.tryAgain': 'command',
  'wall.setTheme': 'command',
  'wall.sketch': 'command',
  'wall.draw': 'command',
  'wall.wipe': 'command',
  'wall.replay': 'command',
  'wall.look': 'command',
  'wall.chooseCamera': 'command',
  'wall.identify': 'command',
  'wall.seatHead': 'room-command',
  'wall.designRoom': 'room-command',
  'wall.resetRoom': 'room-command',
  'wall.importRoom': 'room-command',
  'wall.exportRoom': 'room',
  'wall.readRoom': 'room',
};

/** True for what changes the picture on the wall, now or later by itself: only who has control may do it. */
export function needsControl(name: CallName): boolean {
  return places[name] === 'command' || places[name] === 'room-command';
}

/** True for what is the wall's own business: a remote console passes it on, and it may come from one. */
export function goesToWall(name: CallName): boolean {
  return places[name] === 'wall' || places[name] === 'command';
}

/** True for what is done in the wall's own room alone: no remote console does it, neither there nor on itself. */
export function isOnlyAtWall(name: CallName): boolean {
  return places[name] === 'room' || places[name] === 'room-command';
}
