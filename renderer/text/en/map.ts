import type { Dictionary } from '../vi.ts';

export const map: Dictionary['map'] = {
  cameraMap: 'Camera map',
  cameraMapHelp:
    'Drag a camera to the wall; press a place to find the nearest cameras. Keys: arrows, +, −; Enter takes the middle.',
  cameraList: 'Cameras on the map',
  cameraLooks: {
    live: 'Live',
    stale: 'Old picture',
    lost: 'No picture',
    unknown: 'Not opened',
    none: 'No source',
  },
  cameraSpot: (name: string, state: string, others: number) =>
    others === 0 ? `${name}: ${state}` : `${name} and ${others} more close by`,
  lights: 'Traffic lights',
  lightList: 'Traffic lights on the map',
  lightLooks: {
    red: 'Red',
    yellow: 'Yellow',
    green: 'Green',
    flashing: 'Flashing yellow',
    dark: 'Off',
    unknown: 'Unknown',
  },
  light: (name: string, phase: string, sample: boolean) =>
    `${name}: ${phase}${sample ? ' (sample data)' : ''}`,
  list: 'Incidents on the map',
  severities: { info: 'Information', warning: 'Warning', critical: 'Serious', emergency: 'Emergency' },
  sample: 'Sample data',
  outside: 'Out of view',
  known: 'Acknowledged',
  marker: (title, severity, place, sample) =>
    `${severity}: ${title}, ${place}${sample ? ' (sample data)' : ''}`,
  archipelagos: {
    hoangSa: ['Hoàng Sa', 'archipelago', '(Việt Nam)'],
    truongSa: ['Trường Sa', 'archipelago', '(Việt Nam)'],
  },
  outlineCredits: [
    'Simplified lines, not for determining borders',
    'Simplified lines, not borders',
    'Simplified lines',
  ],
  packCredits: (source) => (source === '' ? [] : [`Base: ${source}`]),
  packTrouble: {
    none: 'Simplified map',
    'pack-missing': 'Map pack not found',
    'pack-damaged': 'Map pack damaged',
    'pack-strange': 'Map pack without provinces',
  },
  tileDamaged: 'Map pack damaged in part',
  noEngine: 'Base map cannot be drawn',
  mapboxFailed: {
    token: 'Mapbox refused, MapLibre draws',
    network: 'Mapbox out of reach, MapLibre draws',
    blank: 'Mapbox drew nothing, MapLibre draws',
    slow: 'Mapbox too slow, MapLibre draws',
    graphics: 'Mapbox does not run, MapLibre draws',
  },
};
