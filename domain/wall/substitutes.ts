import type { PanelKind } from './model.ts';

/** Tiles of these kinds tell when what they show is gone; of others nobody could say when a substitute is due. */
export const kindsWithSource: ReadonlySet<PanelKind> = new Set<PanelKind>([
  'camera',
  'camera-grid',
  'camera-hotspot',
  'indicator',
  'web',
  'picture',
  'pdf',
  'video',
]);
