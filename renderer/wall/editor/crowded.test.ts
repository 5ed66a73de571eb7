import { expect, it } from 'vitest';
import { arrangeAsConnected } from '../../../domain/wall/arrange.ts';
import type { Scene, Tile } from '../../../domain/wall/model.ts';
import { panelDefaults } from '../../../domain/wall/panelDefaults.ts';
import { MOST_PAGES } from '../../../domain/web/limits.ts';
import { crowdedDisplays } from './crowded.ts';

const screens = [0, 1_920].map((xPx) => ({ xPx, yPx: 0, widthPx: 1_920, heightPx: 1_080 }));
const canvas = arrangeAsConnected(screens, { widthMm: 1_217, heightMm: 685, bezelMm: 3.5 }, 5_000);

/** A scene with so many pages on the first display, and a clock. */
function sceneWith(pages: number): Scene {
  const area = { xMm: 10, yMm: 10, widthMm: 100, heightMm: 100 };
  const tile = (id: string, panel: Tile['panel']): Tile => ({
    id,
    layer: 'overlay',
    area,
    panel,
    priority: 2,
  });
  const web = Array.from({ length: pages }, (_, at) => tile(`web${at}`, panelDefaults.web));
  const tiles = [...web, tile('clock', panelDefaults.clock)];
  return {
    id: 's1',
    name: { vi: 'Trang web', en: 'Pages' },
    tiles: Object.fromEntries(tiles.map((each) => [each.id, each])),
    origin: 'room',
    tags: [],
    locked: false,
  };
}

it('a display with more pages than it may open is named, and no other', () => {
  expect(crowdedDisplays(canvas, sceneWith(MOST_PAGES))).toEqual([]);
  const crowded = crowdedDisplays(canvas, sceneWith(MOST_PAGES + 1));
  expect(crowded.map(({ display, pages }) => [display.order, pages])).toEqual([[1, MOST_PAGES + 1]]);
});
