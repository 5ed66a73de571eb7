import { setTimeout as wait } from 'node:timers/promises';
import { tell, type Measurement } from '../harness/figure.ts';
import { openStage } from '../harness/stage.ts';
import { median } from '../harness/statistics.ts';
import { startFeed, type Feed } from '../load/startFeed.ts';
import { createRoom, PROBE, UNIT } from '../room/benchRoom.ts';
import { corePid } from '../room/family.ts';
import { FULL } from '../room/heads.ts';
import { firstNews, probeKeys, probeScreens, watchedPages } from '../room/probeWall.ts';
import { startWall } from '../room/wallOnHeads.ts';

const REPEATS = 3;
const SETTLE_MS = 3_000;

/** A fresh app each time: a second death within a minute is answered more slowly, on purpose. */
async function killOnce(feed: Feed): Promise<number> {
  const stage = openStage();
  try {
    const wall = await startWall(
      stage,
      await createRoom(stage, {
        screens: probeScreens,
        size: FULL,
        keys: probeKeys,
        backendUrl: feed.url,
      }),
    );
    const pages = await watchedPages(wall);
    await wait(SETTLE_MS);
    await Promise.all(pages.map((page) => firstNews(page, Date.now())));
    const core = corePid(wall.app.pid());
    const killedAt = Date.now();
    process.kill(core, 'SIGKILL');
    const first = await Promise.all(pages.map((page) => firstNews(page, killedAt + 1)));
    const times = first.map(({ paintedAt }) => paintedAt - killedAt);
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
    const feed = await startFeed(stage, { unit: UNIT, wallIds: ['main'], keys: probeKeys, probeKey: PROBE });
    feed.pace(200, 50);
    const times: number[] = [];
    for (let repeat = 0; repeat < REPEATS; repeat += 1) times.push(await killOnce(feed));
    return [{ figure: 'recovery.core_ms', value: median(times), unit: 'ms', baseline: null }];
  },
};
