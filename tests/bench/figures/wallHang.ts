import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { tell, type Measurement } from '../harness/figure.ts';
import { DEMO_WINDOWS, prepareDemo } from '../room/demoWall.ts';
import { startWall, type WallPage } from '../room/wallOnHeads.ts';

const SETTLE_MS = 4_000;
const PATIENCE_MS = 30_000;
const PaintedAt = z.number().nullable();
/** Begins to loop for ever a moment after the question was answered, and says when. */
const loop = `(() => { setTimeout(() => { for (;;); }, 20); return Date.now() + 20; })()`;

/** A script that never ends; from its beginning to the window's next whole picture, ms. */
async function hangOnce({ page, displays }: WallPage): Promise<number> {
  const hungAt = await page.evaluate(loop, z.number());
  while (Date.now() < hungAt + PATIENCE_MS) {
    const asked = page.evaluate('window.benchPainted?.at ?? null', PaintedAt).catch(() => null);
    // A page that hangs does not answer: the next one is asked.
    const paintedAt = await Promise.race([asked, wait(100, null)]);
    if (paintedAt !== null && paintedAt > hungAt) {
      tell(`    window ${displays}: ${paintedAt - hungAt} ms`);
      return paintedAt - hungAt;
    }
    await wait(20);
  }
  throw new Error(`window ${displays} did not come back`);
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
