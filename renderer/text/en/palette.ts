import type { Dictionary } from '../vi.ts';

export const palette: Dictionary['palette'] = {
  title: 'Command palette',
  ask: 'Find a command, scene, tile, camera, indicator, unit…',
  help: '↑ ↓ choose · Enter do it · Esc close',
  nothing: 'Nothing was found.',
  sorts: {
    tile: 'Tile on the wall',
    action: 'Command',
    scene: 'Scene',
    unit: 'Unit',
  },
};
