import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { Measurement } from '../harness/figure.ts';
import { DEMO_WINDOWS, prepareDemo } from '../room/demoWall.ts';
import { paintedAgain } from '../room/paintedAgain.ts';
import { startWall, type WallPage } from '../room/wallOnHeads.ts';

const SETTLE_MS = 4_000;
/** Begins to loop for ever a moment after the question was answered, and says when. */
const loop = `(() => { setTimeout(() => { for (;;); }, 20); return Date.now() + 20; })()`;

/** A script that never ends; from its beginning to the window's next whole picture, ms. */
async function hangOnce(wall: WallPage): Promise<number> {
  return paintedAgain(wall, await wall.page.evaluate(loop, z.number()));
}

/** Each window of the wall hangs once; the watchdog finds it and the window is back. The slowest counts. */
export const wallHang: Measurement = {
  figures: { 'wall.hang_ms': { of: 'value', atMost: 4_000 } },
  async run(stage) {
    const wall = await startWall(stage, await prepareDemo(stage));
    const pages = await (await wall.look()).painted(DEMO_WINDOWS);
    const times: number[] = [];
    for (const page of pages) {
      await wait(SETTLE_MS);
      times.push(await hangOnce(page));
    }
    return [{ figure: 'wall.hang_ms', value: Math.max(...times), unit: 'ms', baseline: null }];
  },
};
