// A virtual wall of 64 displays in one window, every tile with a value that changes once a second, and its operator.
import { z } from 'zod';
import type { Page } from '../harness/cdp.ts';
import type { Stage } from '../harness/stage.ts';
import { startFeed } from '../load/startFeed.ts';
import { consoleWatch } from '../page/watchConsole.ts';
import { benchKeys, createRoom, PROBE, UNIT } from './benchRoom.ts';
import { FULL } from './heads.ts';
import { signIn } from './operatorDesk.ts';
import { startWall } from './wallOnHeads.ts';

const SIDE = 8;
/** As many tiles as a scene may have. */
const TILES = 256;
/** What a search has to look through: each as a number, and again as a chart; a province has no more than 5,000. */
const ENTRIES = 4_990;

const keys = benchKeys(ENTRIES);

export type VirtualWall = { readonly desk: Page };

export async function startVirtualWall(stage: Stage): Promise<VirtualWall> {
  const feed = await startFeed(stage, {
    unit: UNIT,
    wallIds: ['main'],
    keys: keys.slice(0, TILES),
    probeKey: PROBE,
  });
  const perScreen = TILES / SIDE ** 2;
  const screens = Array.from({ length: SIDE ** 2 }, (_, screen) => ({
    grid: [2, perScreen / 2] as const,
    panels: keys
      .slice(screen * perScreen, (screen + 1) * perScreen)
      .map((indicatorId) => ({ kind: 'indicator', indicatorId })),
  }));
  const panel = { widthMm: 1_217, heightMm: 685, bezelMm: 3.5, widthPx: 1_920, heightPx: 1_080 };
  const room = await createRoom(stage, {
    size: FULL,
    screens,
    heads: 1,
    displays: { arrangement: 'virtual', columns: SIDE, rows: SIDE, panel },
    keys,
    backendUrl: feed.url,
  });
  const eyes = await (await startWall(stage, room)).look();
  await eyes.painted(1);
  feed.pace(TILES, 0);
  const desk = await eyes.consolePage();
  await signIn(desk);
  await desk.evaluate(consoleWatch, z.unknown());
  return { desk };
}
