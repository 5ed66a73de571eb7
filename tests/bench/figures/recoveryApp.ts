import { setTimeout as wait } from 'node:timers/promises';
import { tell, type Measurement } from '../harness/figure.ts';
import { median } from '../harness/statistics.ts';
import { onRawWindows } from '../room/rawWall.ts';
import { DEMO_WINDOWS, prepareDemo } from '../room/demoWall.ts';
import { FULL } from '../room/heads.ts';
import { startWall, type WallApp } from '../room/wallOnHeads.ts';

const REPEATS = 3;
const SETTLE_MS = 4_000;

/** kill -9 of Electron's main; from the kill to the last of the wall's tile frames, ms. */
async function killOnce({ app, look }: WallApp): Promise<number> {
  const restarts = app.restarts();
  const killedAt = Date.now();
  process.kill(app.pid(), 'SIGKILL');
  while (app.restarts() === restarts) await wait(1);
  const pages = await (await look()).painted(DEMO_WINDOWS);
  const times = pages.map(({ paintedAt }) => paintedAt - killedAt);
  tell(`    ${times.join(', ')} ms`);
  return Math.max(...times);
}

/** The whole app dies; the product's own supervisor brings the wall back. */
export const recoveryApp: Measurement = {
  figures: { 'recovery.app_ms': { of: 'value', atMost: 3_000 } },
  async run(stage) {
    const wall = await startWall(stage, await prepareDemo(stage));
    await (await wall.look()).painted(DEMO_WINDOWS);
    const times: number[] = [];
    for (let repeat = 0; repeat < REPEATS; repeat += 1) {
      await wait(SETTLE_MS);
      times.push(await killOnce(wall));
    }
    const baseline = await onRawWindows(
      { windows: DEMO_WINDOWS, ...FULL },
      (app, _eyes, paintedAt) => paintedAt - app.startedAt(),
    );
    return [{ figure: 'recovery.app_ms', value: median(times), unit: 'ms', baseline }];
  },
};
