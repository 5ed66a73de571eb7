// Puts single tiles on the wall by the operator's own command, without the editor's hands.
import { expect, type Page } from '@playwright/test';
import type { PanelSpec } from '../../domain/wall/model.ts';
import { snapshotOf } from './replica.ts';

type Shown = {
  readonly id: string;
  readonly panel: PanelSpec;
  readonly failover?: PanelSpec;
  readonly layer?: 'base' | 'overlay';
};

/** The edit that replaces everything on a display by these tiles, side by side; overlays lie over its middle. */
async function replacing(desk: Page, displayOrder: number, tiles: readonly Shown[]) {
  const wall = (await snapshotOf(desk)).world.walls['main'];
  const display = wall?.canvas.displays.find(({ order }) => order === displayOrder);
  if (!wall?.program || display === undefined) throw new Error('no such display');
  const { xMm, yMm, widthMm, heightMm } = display.area;
  const onIt = Object.values(wall.program.scene.tiles).filter(
    ({ area }) => area.xMm >= xMm && area.xMm < xMm + widthMm && area.yMm >= yMm && area.yMm < yMm + heightMm,
  );
  const base = tiles.filter(({ layer }) => layer !== 'overlay');
  const stepMm = widthMm / base.length;
  const placed = tiles.map((tile) => {
    const index = base.indexOf(tile);
    const area =
      index < 0
        ? {
            xMm: xMm + widthMm / 8,
            yMm: yMm + heightMm * 0.4,
            widthMm: (widthMm * 3) / 4,
            heightMm: heightMm / 6,
          }
        : { xMm: xMm + index * stepMm + 4, yMm: yMm + 4, widthMm: stepMm - 8, heightMm: heightMm - 8 };
    return [tile.id, { layer: 'base', priority: 2, ...tile, area }] as const;
  });
  const patch = { ...Object.fromEntries(onIt.map(({ id }) => [id, null])), ...Object.fromEntries(placed) };
  return { source: { from: 'edit', patch }, programRevision: wall.program.revision };
}

/** Puts these tiles on a display, in place of all that is on it. Resolves when the take was accepted. */
export async function showTiles(desk: Page, displayOrder: number, tiles: readonly Shown[]): Promise<void> {
  const edit = await replacing(desk, displayOrder, tiles);
  const take = { commandId: `show-${Date.now()}`, wallId: 'main', ...edit };
  const answer = await desk.evaluate(`window.ioc.call('wall.take', ${JSON.stringify(take)})`);
  expect(answer).toMatchObject({ ok: true });
}

/** Warms the same up, unseen, as a preview does. */
export async function warmTiles(desk: Page, displayOrder: number, tiles: readonly Shown[]): Promise<void> {
  const { source } = await replacing(desk, displayOrder, tiles);
  const warm = { wallId: 'main', source };
  const answer = await desk.evaluate(`window.ioc.call('wall.warm', ${JSON.stringify(warm)})`);
  expect(answer).toMatchObject({ ok: true });
}
