import type { Area, Canvas, Display, Scene, SceneTemplate, ScreenTemplate, Tile } from './model.ts';

/** Gap between tiles, mm: half the usual bezel pair, so that tiles and panels read as one grid. */
export const TILE_GAP_MM = 8;

function cellArea(over: Area, template: ScreenTemplate, at: readonly [number, number, number, number]): Area {
  const [columns, rows] = template.grid;
  const [column, row, wide, high] = at;
  const stepX = (over.widthMm - TILE_GAP_MM) / columns;
  const stepY = (over.heightMm - TILE_GAP_MM) / rows;
  return {
    xMm: over.xMm + TILE_GAP_MM + column * stepX,
    yMm: over.yMm + TILE_GAP_MM + row * stepY,
    widthMm: wide * stepX - TILE_GAP_MM,
    heightMm: high * stepY - TILE_GAP_MM,
  };
}

function tilesOver(over: Area, template: ScreenTemplate, prefix: string): readonly Tile[] {
  return template.cells.map((cell, index) => ({
    id: `${prefix}-${index + 1}`,
    layer: 'base',
    area: cellArea(over, template, cell.at),
    panel: cell.panel,
    priority: cell.priority,
    ...(cell.failover && { failover: cell.failover }),
  }));
}

type Page = { readonly number: number; readonly of: number };

function scene(template: SceneTemplate, { number, of }: Page, tiles: readonly Tile[]): Scene {
  const { id, name, tags, pin, locked, takenBy } = template;
  const suffix = of > 1 ? ` (${number}/${of})` : '';
  return {
    id: number === 1 ? id : `${id}-${number}`,
    name: { vi: name.vi + suffix, en: name.en + suffix },
    tiles: Object.fromEntries(tiles.map((tile) => [tile.id, tile])),
    origin: 'province',
    tags,
    ...(pin !== undefined && number === 1 && { pin }),
    locked,
    ...(takenBy && { takenBy }),
  };
}

const spare: ScreenTemplate = {
  grid: [1, 1],
  cells: [{ at: [0, 0, 1, 1], panel: { kind: 'clock' }, priority: 3 }],
};

/**
 * Lays a scene out on the displays that there are. Fewer displays than screens: the scene becomes pages, so that type
 * never shrinks below what the farthest seat reads. More displays: the spare ones show the clock.
 */
export function scenesFor(template: SceneTemplate, canvas: Canvas): readonly Scene[] {
  const displays: readonly Display[] = [...canvas.displays].sort((a, b) => a.order - b.order);
  const { layout } = template;
  if (displays.length === 0) return [];
  if (layout.over === 'whole') {
    return [scene(template, { number: 1, of: 1 }, tilesOver(canvas.area, layout.screen, 'whole'))];
  }
  const pages = Math.ceil(layout.screens.length / displays.length);
  return Array.from({ length: pages }, (_page, page) => {
    const tiles = displays.flatMap((display, index) =>
      tilesOver(display.area, layout.screens[page * displays.length + index] ?? spare, `d${display.order}`),
    );
    return scene(template, { number: page + 1, of: pages }, tiles);
  });
}
