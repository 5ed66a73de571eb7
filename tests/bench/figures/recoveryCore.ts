import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { tell, type Measurement } from '../harness/figure.ts';
import { openStage } from '../harness/stage.ts';
import { median } from '../harness/statistics.ts';
import { probeSentAt } from '../load/probe.ts';
import { startFeed, type Feed } from '../load/startFeed.ts';
import { probeWatch, SeenProbesSchema, takeProbes } from '../page/watchProbe.ts';
import { benchKeys, createRoom, PROBE, UNIT } from '../room/benchRoom.ts';
import { corePid } from '../room/family.ts';
import { FULL } from '../room/heads.ts';
import { startWall, type WallPage } from '../room/wallOnHeads.ts';

const WINDOWS = 4;
const TILES = 20;
const REPEATS = 3;
const SETTLE_MS = 3_000;
const PATIENCE_MS = 20_000;
const keys = benchKeys(WINDOWS * (TILES - 1));

function screen(window: number) {
  const own = keys.slice(window * (TILES - 1), (window + 1) * (TILES - 1));
  return {
    grid: [5, 4] as const,
    panels: [PROBE, ...own].map((indicatorId) => ({ kind: 'indicator', indicatorId })),
  };
}

/** When this window first painted a value sent after `since`. */
async function movesAgain({ page, displays }: WallPage, since: number): Promise<number> {
  while (Date.now() < since + PATIENCE_MS) {
    const { painted } = await page.evaluate(takeProbes, SeenProbesSchema);
    const first = painted.find(([value, paintedAt]) => probeSentAt(value, paintedAt) > since);
    if (first) return first[1];
    await wait(20);
  }
  throw new Error(`the indicators of ${displays} stand still`);
}

/** A fresh app each time: a second death within a minute is answered more slowly, on purpose. */
async function killOnce(feed: Feed): Promise<number> {
  const stage = openStage();
  try {
    const screens = Array.from({ length: WINDOWS }, (_, window) => screen(window));
    const wall = await startWall(
      stage,
      await createRoom(stage, { screens, size: FULL, keys, backendUrl: feed.url }),
    );
    const pages = await (await wall.look()).painted(WINDOWS);
    await Promise.all(pages.map(({ page }) => page.evaluate(probeWatch(PROBE), z.unknown())));
    await wait(SETTLE_MS);
    await Promise.all(pages.map((page) => movesAgain(page, Date.now())));
    const core = corePid(wall.app.pid());
    const killedAt = Date.now();
    process.kill(core, 'SIGKILL');
    const times = (await Promise.all(pages.map((page) => movesAgain(page, killedAt + 1)))).map(
      (at) => at - killedAt,
    );
    tell(`    ${times.join(', ')} ms`);
    return Math.max(...times);
  } finally {
    await stage.end();
  }
}

/**
 * kill -9 of the core: from the kill until a value sent since is painted in the last window, ms. In a room of indicators
 * alone: the demonstration's change every few seconds, and would say nothing of one.
 */
export const recoveryCore: Measurement = {
  figures: { 'recovery.core_ms': { of: 'value', atMost: 1_000 } },
  async run(stage) {
    const feed = await startFeed(stage, { unit: UNIT, wallIds: ['main'], keys, probeKey: PROBE });
    feed.pace(200, 50);
    const times: number[] = [];
    for (let repeat = 0; repeat < REPEATS; repeat += 1) times.push(await killOnce(feed));
    return [{ figure: 'recovery.core_ms', value: median(times), unit: 'ms', baseline: null }];
  },
};
