import type { Dictionary } from '../vi.ts';

export const put: Dictionary['put'] = {
  put: 'Put…',
  putOf: (name: string) => `Put camera ${name} on the wall`,
  drag: 'Drag to the wall, or press Put… and choose a place',
  label: (name: string) => `Put ${name}:`,
  choose: 'drop it on a camera tile, a grid or free room.',
  keys: 'Arrows, 1–9: choose a place · Enter: put · Esc: cancel',
  tile: (title: string, display: string) => `tile ${title}, ${display}`,
  cell: (cell: number, title: string, display: string, shows: string | null) =>
    `cell ${cell} of ${title}, ${display}${shows === null ? ' (empty)' : ` (now ${shows})`}`,
  free: (display: string) => `free room on ${display}`,
  follows: 'the hotspot turns to this camera',
  done: (name: string, display: string) => `${name} was put on ${display}.`,
  doneAll: (count: number) => `${count} nearest cameras are on the wall. Backspace: take back.`,
  refusals: {
    'no-camera-tile': 'no camera tile. Choose a camera tile, a grid or free room.',
    'grid-by-events':
      'events arrange this grid. Choose another place, or change its order in the scene editor.',
    'hotspot-by-alarms': 'this hotspot follows alarms only.',
    'display-full': 'this display has no room left.',
  },
};
