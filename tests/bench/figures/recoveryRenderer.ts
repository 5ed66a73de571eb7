import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { tell, type Measurement } from '../harness/figure.ts';
import { median } from '../harness/statistics.ts';
import { onBlankWindows } from '../room/blankWall.ts';
import { DEMO_WINDOWS, prepareDemo } from '../room/demoWall.ts';
import { rendererPids } from '../room/family.ts';
import { FULL } from '../room/heads.ts';
import { rendererOf } from '../room/rendererOf.ts';
import { startWall, type WallPage } from '../room/wallOnHeads.ts';

const SETTLE_MS = 3_000;
const PATIENCE_MS = 20_000;
const PaintedAt = z.number().nullable();

/** kill -9 of the process behind a window; from the kill to its last tile frame, ms. */
async function killOnce({ page, displays }: WallPage, candidates: readonly number[]): Promise<number> {
  const pid = await rendererOf(page, candidates);
  await wait(500);
  const killedAt = Date.now();
  process.kill(pid, 'SIGKILL');
  while (Date.now() < killedAt + PATIENCE_MS) {
    const paintedAt = await page.evaluate('window.benchPainted?.at ?? null', PaintedAt).catch(() => null);
    if (paintedAt !== null && paintedAt > killedAt) {
      tell(`    window ${displays}: ${paintedAt - killedAt} ms`);
      return paintedAt - killedAt;
    }
    await wait(20);
  }
  throw new Error(`window ${displays} did not come back`);
}

/** Each window of the wall is killed once: a second death within a minute is answered more slowly, on purpose. */
export const recoveryRenderer: Measurement = {
  figures: { 'recovery.renderer_ms': { of: 'value', atMost: 1_000 } },
  async run(stage) {
    const wall = await startWall(stage, await prepareDemo(stage));
    const pages = await (await wall.look()).painted(DEMO_WINDOWS);
    const times: number[] = [];
    for (const page of pages) {
      await wait(SETTLE_MS);
      times.push(await killOnce(page, rendererPids(wall.app.pid())));
    }
    const baseline = await onBlankWindows({ windows: 2, ...FULL }, async (app, eyes) => {
      const [blank] = await eyes.painted(2);
      return blank === undefined ? Number.NaN : killOnce(blank, rendererPids(app.pid()));
    });
    return [{ figure: 'recovery.renderer_ms', value: median(times), unit: 'ms', baseline }];
  },
};
