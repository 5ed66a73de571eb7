// Four windows of indicators, with the probe in each: what the province says now is seen everywhere.
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { probeSentAt } from '../load/probe.ts';
import { probeWatch, SeenProbesSchema, takeProbes } from '../page/watchProbe.ts';
import { benchKeys, PROBE, type Screen } from './benchRoom.ts';
import type { WallApp, WallPage } from './wallOnHeads.ts';

export const PROBE_WINDOWS = 4;
const TILES = 20;
const PATIENCE_MS = 30_000;

export const probeKeys = benchKeys(PROBE_WINDOWS * (TILES - 1));

export const probeScreens: readonly Screen[] = Array.from({ length: PROBE_WINDOWS }, (_, window) => ({
  grid: [5, 4],
  panels: [PROBE, ...probeKeys.slice(window * (TILES - 1), (window + 1) * (TILES - 1))].map(
    (indicatorId) => ({ kind: 'indicator', indicatorId }),
  ),
}));

/** Its pages, once every tile is painted, each watching its probe from now on. */
export async function watchedPages(wall: WallApp): Promise<readonly WallPage[]> {
  const pages = await (await wall.look()).painted(PROBE_WINDOWS);
  await Promise.all(pages.map(({ page }) => page.evaluate(probeWatch(PROBE), z.unknown())));
  return pages;
}

/** Times in epoch ms. */
export type PaintedNews = { readonly sentAt: number; readonly paintedAt: number };

/** The first value that this window painted of those sent after `since` (epoch ms). Throws when there comes none. */
export async function firstNews({ page, displays }: WallPage, since: number): Promise<PaintedNews> {
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    const { painted } = await page.evaluate(takeProbes, SeenProbesSchema);
    const found = painted
      .map(([value, paintedAt]) => ({ sentAt: probeSentAt(value, paintedAt), paintedAt }))
      .find(({ sentAt }) => sentAt > since);
    if (found) return found;
    await wait(20);
  }
  throw new Error(`the indicators of ${displays} stand still`);
}
