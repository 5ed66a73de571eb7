import { lightKey } from '../cameras/rules.ts';
import { overlaps } from './area.ts';
import type { Display, PanelSpec, Scene, Tile } from './model.ts';

/** The readings that a panel shows: indicator ids, and on a map what the traffic lights of these ids show. */
export function readingKeys(panel: PanelSpec, lightIds: readonly string[]): readonly string[] {
  switch (panel.kind) {
    case 'indicator':
      return [panel.indicatorId];
    case 'indicator-chart':
    case 'indicator-table':
      return panel.indicatorIds;
    case 'map':
      return panel.lights === true ? lightIds.map(lightKey) : [];
    default:
      return [];
  }
}

/** What a tile shows, and what it would show instead. */
export function panelsOf({ panel, failover }: Pick<Tile, 'panel' | 'failover'>): readonly PanelSpec[] {
  return failover === undefined ? [panel] : [panel, failover];
}

/** The readings that a scene shows on these displays, each once. */
export function readingKeysOn(
  scene: Scene,
  displays: readonly Pick<Display, 'area'>[],
  lightIds: readonly string[],
): readonly string[] {
  const seen = Object.values(scene.tiles).filter((tile) =>
    displays.some(({ area }) => overlaps(tile.area, area)),
  );
  return [...new Set(seen.flatMap(panelsOf).flatMap((panel) => readingKeys(panel, lightIds)))];
}
