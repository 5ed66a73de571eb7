import type { Dictionary } from '../vi.ts';

export const notices: Dictionary['notices'] = {
  label: 'Notices of this machine',
  none: 'The machine runs normally; no notices.',
  since: (moment) => `Not mended, since ${moment}:`,
  seen: 'Seen',
  kinds: {
    'cache-set-aside':
      'The cached data was damaged and has been set aside; the machine is fetching it again from the province. Nothing to do; tell a technician at the end of the shift.',
    'history-set-aside':
      'The file with past figures was damaged and has been set aside: charts begin again from now, present figures are all there. Tell a technician at the end of the shift.',
    'audit-set-aside':
      'The audit log was damaged and has been set aside: it begins again from now, earlier entries do not come back by themselves. Tell a technician to keep this file.',
    'usage-set-aside':
      'The usage figures were damaged and have been set aside: counting begins anew. Tell a technician at the end of the shift.',
    'cameras-set-aside':
      'The cameras of this room were damaged and have been set aside: cameras that were imported here do not come back by themselves, those of the province are all there. Import the camera list again; tell a technician to keep this file.',
    'plates-set-aside':
      'The file of number plates was damaged and has been set aside: earlier reads and the watch-list do not come back by themselves. Enter the watched plates again; tell a technician to keep this file.',
    'evidence-set-aside':
      'The list of evidence was damaged and has been set aside: earlier entries do not come back by themselves, the picture files stay on this machine until their time is over. Tell a technician now.',
    'room-set-aside':
      'The file of the room’s panels was damaged or is of a newer version, and has been set aside: the wall is laid out as it was kept before, or else by the site file. Look at the room once more; tell a technician to keep this file.',
    'disk-full':
      'The disk is full: new data cannot be written and would be lost with the power. Tell a technician to clear the disk now.',
    'vault-closed':
      'The vault of this machine cannot be opened: the token and the camera passwords are missing. Ask a technician to put secrets.json into the application’s data folder again and restart.',
    'secrets-unread':
      'The file secrets.json is not sound, so nothing of it was taken in. Ask a technician to write it as {"backend.token": "…", "camera.<id>": "name:password"} and to restart.',
    'core-restarted': 'The core restarted by itself; the wall kept its picture meanwhile.',
    'window-restarted': 'A wall window was opened again.',
    'preview-dropped':
      'A wall window failed while it made the chosen scene ready, so that was given up; the wall keeps its picture. Check the tiles of the scene before you take it.',
    'recording-stopped':
      'The disk takes no more camera recordings: live pictures go on, but this time cannot be played back. Ask the technician to free space.',
    'screens-may-sleep':
      'The X server could not be told to keep the screens awake: the wall may go dark when nobody touches anything for long. Ask a technician to install x11-xserver-utils (the command xset) and to restart the application.',
    'emblem-refused':
      "The province's emblem file cannot be used, so covered displays show the names of province and centre. A PNG, or an SVG that only draws, under 2 MB and at most 4096 pixels each way, is needed.",
    'config-changed': 'The configuration of the room or province changed and is in use.',
    'plan-skipped':
      'A scene that was deleted or is reserved for other roles was skipped; the wall keeps its picture.',
    'plans-halted':
      'As the cached data was damaged, the tour that ran was paused and an armed take was cancelled. Press T to resume the tour; arm again if needed.',
    'answered-late': 'A command of which there was no word has been answered by the wall’s machine after all',
    'plan-missed': 'An armed take was more than a minute late and was not made up for.',
    'plan-unanswered': 'For 5 minutes nobody answered whether to take the armed scene, so it was not taken.',
  },
  detail: (sentence, detail) => `${sentence.replace(/\.$/, '')} (${detail}).`,
  displays: (orders) => `display ${orders}`,
  ended: (action, outcome) => `${action}: ${outcome}`,
};
