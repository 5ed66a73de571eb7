import { setTimeout as wait } from 'node:timers/promises';
import type { Measurement } from '../harness/figure.ts';
import { median } from '../harness/statistics.ts';
import { onRawWindows } from '../room/rawWall.ts';
import { DEMO_WINDOWS, prepareDemo } from '../room/demoWall.ts';
import { rendererPids } from '../room/family.ts';
import { FULL } from '../room/heads.ts';
import { paintedAgain } from '../room/paintedAgain.ts';
import { rendererOf } from '../room/rendererOf.ts';
import { startWall, type WallPage } from '../room/wallOnHeads.ts';

const SETTLE_MS = 3_000;

/** kill -9 of the process behind a window; from the kill to its last tile frame, ms. */
async function killOnce(wall: WallPage, candidates: readonly number[]): Promise<number> {
  const pid = await rendererOf(wall.page, candidates);
  await wait(500);
  const killedAt = Date.now();
  process.kill(pid, 'SIGKILL');
  return paintedAgain(wall, killedAt);
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
    const baseline = await onRawWindows({ windows: 2, ...FULL }, async (app, eyes) => {
      const [blank] = await eyes.painted(2);
      return blank === undefined ? Number.NaN : killOnce(blank, rendererPids(app.pid()));
    });
    return [{ figure: 'recovery.renderer_ms', value: median(times), unit: 'ms', baseline }];
  },
};
