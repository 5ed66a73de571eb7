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

/** Replaces everything on a display by these tiles, side by side; overlays lie over its middle. Resolves when the take was accepted. */
export async function showTiles(desk: Page, displayOrder: number, tiles: readonly Shown[]): Promise<void> {
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
  const take = {
    commandId: `show-${Date.now()}`,
    wallId: 'main',
    source: { from: 'edit', patch },
    programRevision: wall.program.revision,
  };
  const answer = await desk.evaluate(`window.ioc.call('wall.take', ${JSON.stringify(take)})`);
  expect(answer).toMatchObject({ ok: true });
}
