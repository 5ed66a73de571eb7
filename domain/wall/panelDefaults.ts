import type { PanelKind, PanelSpec } from './model.ts';

/** Names nothing: the tile says that its subject is still to be chosen. */
export const UNCHOSEN = 'chua-chon';

/** What a new tile of each kind shows before anybody has said more. */
export const panelDefaults: { readonly [Kind in PanelKind]: Extract<PanelSpec, { kind: Kind }> } = {
  indicator: { kind: 'indicator', indicatorId: UNCHOSEN },
  'indicator-chart': { kind: 'indicator-chart', indicatorIds: [UNCHOSEN], engine: 'fast', spanMs: 900_000 },
  'indicator-table': { kind: 'indicator-table', indicatorIds: [UNCHOSEN] },
  'incident-list': { kind: 'incident-list', max: 8 },
  map: { kind: 'map' },
  camera: { kind: 'camera', cameraId: UNCHOSEN },
  'camera-grid': { kind: 'camera-grid', from: { by: 'all' }, order: 'given', turn: 'page', dwellS: 12 },
  'camera-hotspot': { kind: 'camera-hotspot', follows: 'both' },
  'camera-list': { kind: 'camera-list' },
  'camera-events': { kind: 'camera-events' },
  clock: { kind: 'clock' },
  web: { kind: 'web', title: '', url: '', zoom: 1, reloadMinutes: 0 },
  picture: { kind: 'picture', documentId: '', fit: 'contain' },
  pdf: { kind: 'pdf', documentId: '', page: 1 },
  video: { kind: 'video', documentId: '', loop: true },
  text: { kind: 'text', title: '', text: '', arcMinutes: 22 },
  banner: { kind: 'banner', text: '', tone: 'info' },
  countdown: { kind: 'countdown', label: '', until: '', minutes: 15 },
};
